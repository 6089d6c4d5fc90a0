import { NO_INTAKE } from '../../contract/report/intake.ts';
import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { toEnd } from '../cooperative-steps.ts';
import { caseIdOf } from '../documents/case-id.ts';
import { details } from '../documents/details.ts';
import { summary } from '../documents/summary.ts';
import type { ListedFacts } from '../documents/summary.ts';
import { reply } from '../documents/letters/reply.ts';
import { letterFor, ticket } from '../documents/letters/ticket.ts';
import type { LetterFacts } from '../documents/letters/ticket.ts';
import { removalsByKind } from '../redaction/tags.ts';

/** Returns what the letters say beside the diagnosis. */
export function letterFactsOf(document: EvidenceDocument): LetterFacts {
  const { residencyFacts, pictures, intake = NO_INTAKE, support = DEFAULT_SUPPORT } = document;
  const caseId = caseIdOf(document);
  return { caseId, support, residencyFacts, intake, hasPicture: pictures.length > 0 };
}

/** Returns the letter that a redacted document calls for: the ticket or the reply; null for a check that was stopped. */
export function letterOf(
  document: EvidenceDocument,
): { readonly kind: 'ticket' | 'reply'; readonly text: string } | null {
  const kind = letterFor(document.verdict);
  if (kind === null) return null;
  return { kind, text: (kind === 'ticket' ? ticket : reply)(document, letterFactsOf(document)) };
}

/**
 * Returns `ticket.txt` or `reply.txt` as it is made from the redacted document; null where the verdict calls for no such
 * letter. Used to make a bundle and to check one, so that both come to the same text.
 */
export function renderLetter(name: 'ticket' | 'reply', document: EvidenceDocument): string | null {
  const letter = letterOf(document);
  return letter?.kind === name ? letter.text : null;
}

/** Returns `summary.txt` or `details.txt` as it is made from the redacted document and the list of files; as above. */
export function renderPage(
  name: 'summary' | 'details',
  document: EvidenceDocument,
  listed: ListedFacts,
): string {
  const removedByKind = toEnd(removalsByKind(JSON.stringify(document)));
  return (name === 'summary' ? summary : details)(document, {
    ...letterFactsOf(document),
    ...listed,
    removedByKind,
  });
}
