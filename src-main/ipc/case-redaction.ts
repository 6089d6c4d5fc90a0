import { randomBytes } from 'node:crypto';

import { createGate } from '../evidence/gate.ts';
import { createRedactor } from '../evidence/redact.ts';
import type { KnownSecrets } from '../evidence/secrets.ts';
import { NO_SECRETS } from './case-memory.ts';

/** What is held at a moment and must not get into a text. */
interface Held {
  readonly secrets: KnownSecrets;
  /** Of the run that the secrets belong to; null if there was none. */
  readonly salt: Uint8Array | null;
}

/** The redaction for those who write about the app and not about a diagnosis: its log and the report of a fault. */
export interface CaseRedaction {
  /** Removes every secret that is held at this moment, whatever has a secret's shape, and the home folder. */
  readonly redactLine: (text: string) => string;
  /** Whether the gate finds nothing in a text that was redacted. */
  readonly mayLeave: (text: string) => Promise<boolean>;
}

/** Tags in lines that belong to no run; another one each time the app starts. */
const OWN_SALT = randomBytes(16);

/** Joins redactor and gate; `held` is asked each time. */
export function createCaseRedaction(held: () => Held): CaseRedaction {
  return {
    redactLine: (text) => {
      const { secrets, salt } = held();
      return createRedactor(secrets, salt ?? OWN_SALT).text(text).text;
    },
    mayLeave: async (text) => (await createGate(held().secrets).texts([text])).clean,
  };
}

/** The redaction as long as no case is open. */
export const NO_CASE_REDACTION = createCaseRedaction(() => ({ secrets: NO_SECRETS, salt: null }));
