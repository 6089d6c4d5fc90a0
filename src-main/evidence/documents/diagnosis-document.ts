import type { Diagnosis, Residency } from '../../contract/diagnosis.ts';
import type { Intake } from '../../contract/report/intake.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { MAX_INTAKE_LENGTH } from '../../contract/values.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { closed, firstOf, withMore } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';
import type { Redactor } from '../redaction/redactor.ts';

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

/** Returns an intake whose texts have been through `redact`. */
export function redactIntake(intake: Intake, redact: (text: string) => RedactedText): RedactedIntake {
  return {
    contactName: redact(intake.contactName),
    contactMail: redact(intake.contactMail),
    snapshotsError: redact(intake.snapshotsError),
    since: redact(intake.since),
    xrayInJira: intake.xrayInJira,
    keysMadeBy: redact(intake.keysMadeBy),
    keysMadeAt: redact(intake.keysMadeAt),
    mayPassOn: intake.mayPassOn,
  };
}

/** Returns what the customer typed as it stands in the document. */
export function cleanIntake(intake: Intake, redactor: Pick<Redactor, 'redactUserText'>): RedactedIntake {
  // A tag may be longer than what it stands for.
  return redactIntake(intake, (text) => firstOf(redactor.redactUserText(text), MAX_INTAKE_LENGTH));
}

/** Who supports the customer, as the texts name them. */
export interface NamedSupport {
  readonly name: RedactedText;
  readonly product: RedactedText | null;
}

/** Returns the names of a support profile, which are their own and lose known secrets only. */
export function namedSupport(
  { name, product }: Pick<Support, 'name' | 'product'>,
  { redactKnownSecrets }: Pick<Redactor, 'redactKnownSecrets'>,
): NamedSupport {
  return { name: redactKnownSecrets(name), product: product === null ? null : redactKnownSecrets(product) };
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
    readonly support: NamedSupport;
  },
): Redacted<EvidenceDocument> {
  return withMore<Diagnosis, Omit<EvidenceDocument, keyof Diagnosis>>(diagnosis, more);
}
