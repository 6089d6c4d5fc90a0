import type { FinishedRun } from '../evidence/finished-run.ts';
import { createRedactor } from '../evidence/redaction/redactor.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';

/** Returns the one redactor of a run, which knows the secrets given and all that it was told of before. */
export type RunRedaction = (known: Pick<FinishedRun, 'secrets' | 'salt'>) => Redactor;

/**
 * Keeps the redactor of the latest run: it is made once, since its search is prepared for thousands of patterns, and
 * learns each secret as it becomes known. It lives as long as whoever holds this function, and no longer.
 */
export function createRunRedaction(): RunRedaction {
  let latest: { readonly salt: Uint8Array; readonly redactor: Redactor } | null = null;
  return ({ secrets, salt }) => {
    if (latest?.salt === salt) latest.redactor.addSecrets(secrets);
    else latest = { salt, redactor: createRedactor(secrets, salt) };
    return latest.redactor;
  };
}
