import * as z from 'zod';

import { shownCaseSchema } from './case.ts';
import { diagnosisSchema, progressSchema } from './diagnosis.ts';
import { evidenceChoicesSchema, transcriptSchema } from './report/evidence.ts';

/** The end of a run: the redacted diagnosis, and each call as it will stand in the bundle. */
export const checkResultSchema = z.strictObject({
  diagnosis: diagnosisSchema,
  transcripts: z.array(transcriptSchema),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** What was published of a run so far, for a page that was reloaded. */
export const runSnapshotSchema = z.strictObject({
  progress: z.array(progressSchema),
  transcripts: z.array(transcriptSchema),
  /** Null until the verdict stands. */
  diagnosis: diagnosisSchema.nullable(),
  /** What the person had chosen for the evidence when the run began. */
  choices: evidenceChoicesSchema.nullable(),
});
export type RunSnapshot = z.infer<typeof runSnapshotSchema>;

/** A kept case that is open, with its latest run; null when that cannot be read any more. */
export const openedCaseSchema = z.strictObject({
  kept: shownCaseSchema,
  latest: checkResultSchema.nullable(),
});
export type OpenedCase = z.infer<typeof openedCaseSchema>;
