import { createHash } from 'node:crypto';

import type { Diagnosis } from '../../contract/diagnosis.ts';

/** Digits and capitals without those that are mistaken for one another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = '34679ACDEFGHJKMNPQRTVWXY';
const LENGTH = 6;

/**
 * Returns the name by which people speak of a check: `XRD-` and six letters and digits, computed from when it began, its
 * sites and the redacted Client ID. These are known from its first call on, so that every document carries the same one.
 * It is an abbreviation and no proof.
 */
export function caseIdOf({
  startedAt,
  sites,
  clientId,
}: Pick<Diagnosis, 'startedAt' | 'sites' | 'clientId'>): string {
  const content = JSON.stringify([startedAt, sites.jira, sites.confluence, clientId]);
  const digest = createHash('sha256').update(content).digest();
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `XRD-${letters.join('')}`;
}
