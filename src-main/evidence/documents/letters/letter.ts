import type { Diagnosis } from '../../../contract/diagnosis.ts';
import { reply } from './reply.ts';
import { letterFor, ticket } from './ticket.ts';
import type { LetterFacts } from './ticket.ts';

/** Returns the ticket or the reply of a redacted diagnosis; null for a check that was stopped. */
export function letterOf(diagnosis: Diagnosis, facts: LetterFacts): string | null {
  switch (letterFor(diagnosis.verdict)) {
    case 'ticket':
      return ticket(diagnosis, facts);
    case 'reply':
      return reply(diagnosis, facts);
    case null:
      return null;
  }
}
