import * as z from 'zod';

import { diagnosisSchema, residencySchema } from '../contract/diagnosis.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';

/** `diagnosis.json` of a bundle, and what the terminal twin prints with --json: the redacted diagnosis and two facts more. */
export const evidenceDocumentSchema = diagnosisSchema.extend({
  /** What the person says of the Data residency page. */
  residency: residencySchema,
  appVersion: z.string(),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

/** What stands in the document beside the diagnosis. */
export interface DocumentFacts {
  readonly residency: Residency;
  readonly appVersion: string;
}

/** Makes the document out of a redacted diagnosis. */
export function evidenceDocument(diagnosis: Diagnosis, facts: DocumentFacts): EvidenceDocument {
  return { ...diagnosis, residency: facts.residency, appVersion: facts.appVersion };
}
