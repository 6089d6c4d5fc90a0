import { createGate } from '../evidence/gate/gate.ts';
import type { RedactedText } from '../evidence/redaction/redacted.ts';
import { createSessionMemory, redactorOf, secretsOf } from './session-memory.ts';
import type { SessionMemory } from './session-memory.ts';

/** The redaction for those who write about the app and not about a diagnosis: its log and the report of a fault. */
export interface CaseRedaction {
  /** Removes every secret that is held at this moment, whatever has a secret's shape, and the home folder. */
  readonly redactLine: (text: string) => RedactedText;
  /** The same for what the page gives to the clipboard, which otherwise stays as it is. */
  readonly redactCopy: (text: string) => RedactedText;
  /** Whether the gate finds nothing in a text that was redacted. */
  readonly isSafeToShare: (text: string) => Promise<boolean>;
}

/** Joins redactor and gate for what is held in `memory` at the moment of a text. */
export function createCaseRedaction(memory: SessionMemory): CaseRedaction {
  return {
    redactLine: (text) => redactorOf(memory).redactResponse(text),
    redactCopy: (text) => redactorOf(memory).redactKnownSecrets(text),
    // Made anew for each report of a fault, of which there are few.
    isSafeToShare: async (text) => (await createGate(secretsOf(memory)).texts([text])).clean,
  };
}

/** The redaction as long as no case is open. */
export const NO_CASE_REDACTION = createCaseRedaction(createSessionMemory());
