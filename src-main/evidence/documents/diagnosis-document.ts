import type { Diagnosis, Residency } from '../../contract/diagnosis.ts';
import type { Intake } from '../../contract/report/intake.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { MAX_INTAKE_LENGTH } from '../../contract/values.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import { evidenceDocumentSchema } from '../../contract/report/verification.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { closed, firstOf, parsedBy, withMore } from '../redaction/redacted.ts';
import type { Redacted, RedactedText, WithRedacted } from '../redaction/redacted.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { caseIdOf } from './case-id.ts';

/** What the customer answered, redacted. */
export type RedactedIntake = WithRedacted<Intake>;

/** Returns an intake whose texts have been through `redact`. */
export function redactIntake(intake: Intake, redact: (text: string) => RedactedText): RedactedIntake {
  return {
    ...intake,
    contactName: redact(intake.contactName),
    contactMail: redact(intake.contactMail),
    snapshotsError: redact(intake.snapshotsError),
    since: redact(intake.since),
    keysMadeBy: redact(intake.keysMadeBy),
    keysMadeAt: redact(intake.keysMadeAt),
  };
}

/** Returns what the customer typed as it stands in the document. */
export function cleanIntake(intake: Intake, redactor: Pick<Redactor, 'redactUserText'>): RedactedIntake {
  // A tag may be longer than what it stands for.
  return redactIntake(intake, (text) => firstOf(redactor.redactUserText(text), MAX_INTAKE_LENGTH));
}

/** Returns the path of a picture in the bundle. */
export function picturePath(index: number): RedactedText {
  return closed`pictures/residency-${index + 1}.png`;
}

/** What stands in `diagnosis.json` beside the diagnosis; `captions` are those of the pictures, in their order. */
interface MoreFacts {
  readonly residency: Residency;
  readonly residencyFacts: readonly WithRedacted<ResidencyFact>[];
  readonly captions: readonly RedactedText[];
  readonly appVersion: string;
  readonly intake: RedactedIntake | null;
  readonly support: Pick<Support, 'name' | 'product'>;
}

/**
 * Returns `diagnosis.json`: a redacted diagnosis and what else stands in the document. The names of a support profile are
 * its own and lose known secrets only. Throws a ZodError for what does not keep to the schema, whose order it has.
 */
export function evidenceDocument(
  diagnosis: Redacted<Diagnosis>,
  { residency, residencyFacts, captions, appVersion, intake, support: { name, product } }: MoreFacts,
  { redactKnownSecrets }: Pick<Redactor, 'redactKnownSecrets'>,
): Redacted<EvidenceDocument> {
  const document = withMore<Diagnosis, Omit<EvidenceDocument, keyof Diagnosis>>(diagnosis, {
    residency,
    residencyFacts,
    pictures: captions.map((caption, index) => ({ path: picturePath(index), caption })),
    appVersion: redactKnownSecrets(appVersion),
    caseId: redactKnownSecrets(caseIdOf(diagnosis)),
    ...(intake && { intake }),
    support: {
      name: redactKnownSecrets(name),
      product: product === null ? null : redactKnownSecrets(product),
    },
  });
  return parsedBy(evidenceDocumentSchema, document);
}
