import * as z from 'zod';

import { MAX_INTAKE_LENGTH } from '../values.ts';

export { NO_CONTACT, NO_INTAKE, NO_KEPT_INTAKE } from './empty-intake.ts';

const answer = z.string().max(MAX_INTAKE_LENGTH);

/** What support asks for in every case and only the customer knows; empty or null for what was not answered. */
export const intakeSchema = z.strictObject({
  contactName: answer,
  contactMail: answer,
  /** What Snapshots shows when it cannot use Xray, word for word. */
  snapshotsError: answer,
  /** Since when, as the customer writes it. */
  since: answer,
  /** Whether Xray's own screens work inside of Jira: tells a wrong mapping of the API from an outage. */
  xrayInJira: z.enum(['works', 'fails']).nullable(),
  /** Who made the keys, and roughly when. */
  keysMadeBy: answer,
  keysMadeAt: answer,
  /** Whether the report may be passed on to Xray. */
  mayPassOn: z.boolean().nullable(),
});
export type Intake = z.infer<typeof intakeSchema>;

/** Whom to answer; remembered for the next report, whatever it is about. */
export const contactSchema = intakeSchema.pick({ contactName: true, contactMail: true });
export type Contact = z.infer<typeof contactSchema>;

/** What is kept with a check. The rest is asked anew each time, since it is about people or is a consent. */
export const keptIntakeSchema = intakeSchema.pick({ snapshotsError: true, since: true, xrayInJira: true });
export type KeptIntake = z.infer<typeof keptIntakeSchema>;
