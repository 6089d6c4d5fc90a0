import * as z from 'zod';

/** Characters of an answer to a question of the intake. */
export const MAX_INTAKE_LENGTH = 200;

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

/** Nothing was answered. */
export const NO_INTAKE: Intake = {
  contactName: '',
  contactMail: '',
  snapshotsError: '',
  since: '',
  xrayInJira: null,
  keysMadeBy: '',
  keysMadeAt: '',
  mayPassOn: null,
};
