import { raceSignal } from '../../network/client/time-limit.ts';

/** How long work may take to end by itself once it was told to stop; it may have more to tell than `instead`. */
const GRACE_MS = 250;

/**
 * Resolves with what `work` resolves with, or with `instead()` when it has not ended a moment after `signal` was aborted, so
 * that nothing can hold a run up. Rejects with what `work` rejects with before that.
 */
export async function untilStopped<T>(work: Promise<T>, signal: AbortSignal, instead: () => T): Promise<T> {
  try {
    return await raceSignal(work, signal, GRACE_MS);
  } catch (error) {
    if (signal.aborted) return instead();
    throw error;
  }
}
