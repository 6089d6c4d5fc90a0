import type { Diagnosis } from '../contract/diagnosis.ts';
import { waitSeconds } from '../xray/retry-after.ts';

/**
 * The longest time in milliseconds for which any host of a run asked to be left alone with a 429; null if none said one.
 * A Retry-After on another status says nothing: Xray sends one with a 200.
 */
export function askedToWaitMs(diagnosis: Diagnosis, now: Date): number | null {
  const waits = diagnosis.exchanges
    .filter(({ status }) => status === 429)
    .map(({ response }) => waitSeconds(response?.headers ?? [], now))
    .filter((seconds) => seconds !== null);
  return waits.length === 0 ? null : Math.max(...waits) * 1000;
}
