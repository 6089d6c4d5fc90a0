import type { Diagnosis, Residency } from '../../contract/diagnosis.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import type { EvidenceDocument } from '../../contract/verification.ts';
import { closed, withMore } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';

/** What stands in the document beside the diagnosis. */
export interface DocumentFacts {
  readonly residency: Residency;
  readonly residencyFacts: readonly RedactedFact[];
  readonly pictures: readonly { readonly path: RedactedText; readonly caption: RedactedText }[];
  readonly appVersion: RedactedText;
}

/** What the Data residency page says, without what might be a secret in it. */
export interface RedactedFact extends ResidencyFact {
  readonly location: RedactedText;
  readonly status: RedactedText;
}

/** Returns the path of a picture in the bundle. */
export function picturePath(index: number): RedactedText {
  return closed`pictures/residency-${index + 1}.png`;
}

/** Makes the document out of a redacted diagnosis. */
export function evidenceDocument(
  diagnosis: Redacted<Diagnosis>,
  { residency, residencyFacts, pictures, appVersion }: DocumentFacts,
): Redacted<EvidenceDocument> {
  return withMore<Diagnosis, Omit<EvidenceDocument, keyof Diagnosis>>(diagnosis, {
    residency,
    residencyFacts,
    pictures,
    appVersion,
  });
}
