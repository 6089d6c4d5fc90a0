import { NO_INTAKE } from '../../contract/report/intake.ts';
import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { toEnd } from '../cooperative-steps.ts';
import { caseIdOf } from '../documents/case-id.ts';
import { details } from '../documents/details.ts';
import { letterOf } from '../documents/letters/letter.ts';
import { summary } from '../documents/summary.ts';
import { letterFor } from '../documents/letters/ticket.ts';
import type { LetterFacts } from '../documents/letters/ticket.ts';
import { removalsByKind } from '../redaction/tags.ts';

/** What a page says that is in the manifest and not in the document. */
export interface ListedFacts {
  readonly createdAt: Date;
  /** Every file of the bundle, in its order. */
  readonly files: readonly { readonly path: string; readonly about: string }[];
  readonly missing: readonly string[];
}

/** Returns what the letters say beside the diagnosis. */
export function letterFactsOf(document: EvidenceDocument): LetterFacts {
  const { residencyFacts, pictures, intake = NO_INTAKE, support = DEFAULT_SUPPORT } = document;
  return {
    caseId: caseIdOf(document),
    support: { name: support.name, product: support.product },
    residencyFacts,
    intake,
    hasPicture: pictures.length > 0,
  };
}

/**
 * Returns `ticket.txt` or `reply.txt` as it is made from the redacted document; null where the verdict calls for no such
 * letter. Used to make a bundle and to check one, so that both come to the same text.
 */
export function renderLetter(name: 'ticket' | 'reply', document: EvidenceDocument): string | null {
  return letterFor(document.verdict) === name ? letterOf(document, letterFactsOf(document)) : null;
}

/** Returns `summary.txt` or `details.txt` as it is made from the redacted document and the list of files; as above. */
export function renderPage(
  name: 'summary' | 'details',
  document: EvidenceDocument,
  { createdAt, files, missing }: ListedFacts,
): string {
  const { residency, appVersion } = document;
  return (name === 'summary' ? summary : details)(document, {
    ...letterFactsOf(document),
    residency,
    appVersion,
    createdAt,
    files,
    removedByKind: toEnd(removalsByKind(JSON.stringify(document))),
    missing,
  });
}
