import { createHash } from 'node:crypto';

import type { Diagnosis } from '../../contract/diagnosis.ts';

/** Digits and capitals without those that are mistaken for one another: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = '34679ACDEFGHJKMNPQRTVWXY';
const LENGTH = 6;

/**
 * Returns the name by which people speak of a check: `XRD-` and six letters and digits, computed from its content, so
 * that every document of one check carries the same one. It is an abbreviation and no proof.
 */
export function caseIdOf({
  startedAt,
  finishedAt,
  sites,
  clientId,
  verdict,
}: Pick<Diagnosis, 'startedAt' | 'finishedAt' | 'sites' | 'clientId' | 'verdict'>): string {
  const content = JSON.stringify([
    startedAt,
    finishedAt,
    sites.jira,
    sites.confluence,
    clientId,
    verdict.rule,
  ]);
  const digest = createHash('sha256').update(content).digest();
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `XRD-${letters.join('')}`;
}
