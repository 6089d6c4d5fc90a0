/** What the window needs of the intake, without its schema. */
import type { Contact, Intake, KeptIntake } from './intake.ts';

/** Characters of an answer to a question of the intake. */
export const MAX_INTAKE_LENGTH = 200;

/** Nobody was named. */
export const NO_CONTACT: Contact = { contactName: '', contactMail: '' };

/** Nothing was answered of what is kept with a check. */
export const NO_KEPT_INTAKE: KeptIntake = { snapshotsError: '', since: '', xrayInJira: null };

/** Nothing was answered. */
export const NO_INTAKE: Intake = {
  ...NO_CONTACT,
  ...NO_KEPT_INTAKE,
  keysMadeBy: '',
  keysMadeAt: '',
  mayPassOn: null,
};
