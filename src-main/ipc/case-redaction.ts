import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';

import { createGate } from '../evidence/gate.ts';
import { createRedactor } from '../evidence/redact.ts';
import type { KnownSecrets } from '../evidence/secrets.ts';

/** What an open case holds that must not get into a text. */
export interface HeldSecrets {
  /** The run that was last heard of; null if there was none. */
  readonly run: { readonly secrets: KnownSecrets; readonly salt: Uint8Array } | null;
  /** The secret that the next run would use. */
  readonly clientSecret: string | null;
  readonly clientId: string | null;
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
export function createCaseRedaction(held: () => HeldSecrets): CaseRedaction {
  return {
    redactLine: (text) => createRedactor(knownOf(held()), held().run?.salt ?? OWN_SALT).text(text).text,
    mayLeave: async (text) => (await createGate(knownOf(held())).texts([text])).clean,
  };
}

/** The redaction as long as no case is open. */
export const NO_CASE_REDACTION = createCaseRedaction(() => ({
  run: null,
  clientSecret: null,
  clientId: null,
}));

function knownOf({ run, clientSecret, clientId }: HeldSecrets): KnownSecrets {
  if (run === null) {
    return {
      clientSecret: clientSecret ?? '',
      clientId: clientId ?? '',
      tokens: [],
      proxyPasswords: [],
      homeFolder: homedir(),
    };
  }
  // The person may have typed another secret since the run.
  const isAnother = clientSecret !== null && clientSecret !== run.secrets.clientSecret;
  return isAnother ? { ...run.secrets, tokens: [...run.secrets.tokens, clientSecret] } : run.secrets;
}
