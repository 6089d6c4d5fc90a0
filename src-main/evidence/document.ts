import * as z from 'zod';

import { diagnosisSchema, residencySchema } from '../contract/diagnosis.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import { residencyFactSchema } from '../contract/picture.ts';
import type { ResidencyFact } from '../contract/picture.ts';

/** `diagnosis.json` of a bundle, and what the terminal twin prints with --json: the redacted diagnosis and two facts more. */
export const evidenceDocumentSchema = diagnosisSchema.extend({
  /** What the person says of the Data residency page. */
  residency: residencySchema,
  residencyFacts: z.array(residencyFactSchema),
  pictures: z.array(z.strictObject({ path: z.string(), caption: z.string() })),
  appVersion: z.string(),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

/** What stands in the document beside the diagnosis. */
export interface DocumentFacts {
  readonly residency: Residency;
  readonly residencyFacts: readonly ResidencyFact[];
  readonly pictures: readonly { readonly path: string; readonly caption: string }[];
  readonly appVersion: string;
}

/** Makes the document out of a redacted diagnosis. */
export function evidenceDocument(diagnosis: Diagnosis, facts: DocumentFacts): EvidenceDocument {
  return {
    ...diagnosis,
    residency: facts.residency,
    residencyFacts: [...facts.residencyFacts],
    pictures: [...facts.pictures],
    appVersion: facts.appVersion,
  };
}
