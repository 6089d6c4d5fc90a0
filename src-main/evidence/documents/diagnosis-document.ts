import type { Diagnosis, Residency } from '../../contract/diagnosis.ts';
import type { Intake } from '../../contract/intake.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import type { EvidenceDocument } from '../../contract/verification.ts';
import { closed, withMore } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';

/** What the Data residency page says, redacted. */
export interface RedactedFact extends ResidencyFact {
  readonly location: RedactedText;
  readonly status: RedactedText;
}

/** What the customer answered, redacted. */
export interface RedactedIntake extends Intake {
  readonly contactName: RedactedText;
  readonly contactMail: RedactedText;
  readonly snapshotsError: RedactedText;
  readonly since: RedactedText;
  readonly keysMadeBy: RedactedText;
  readonly keysMadeAt: RedactedText;
}

/** Returns the path of a picture in the bundle. */
export function picturePath(index: number): RedactedText {
  return closed`pictures/residency-${index + 1}.png`;
}

/** Returns `diagnosis.json`: a redacted diagnosis and what else stands in the document. */
export function evidenceDocument(
  diagnosis: Redacted<Diagnosis>,
  more: {
    readonly residency: Residency;
    readonly residencyFacts: readonly RedactedFact[];
    readonly pictures: readonly { readonly path: RedactedText; readonly caption: RedactedText }[];
    readonly appVersion: RedactedText;
    readonly caseId: RedactedText;
    readonly intake?: RedactedIntake;
  },
): Redacted<EvidenceDocument> {
  return withMore<Diagnosis, Omit<EvidenceDocument, keyof Diagnosis>>(diagnosis, more);
}
