import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import type { EvidenceDocument } from '../contract/verification.ts';

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
