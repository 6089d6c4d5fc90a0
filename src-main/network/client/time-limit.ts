import { CodedError } from './network-failure.ts';

/**
 * Settles as `work` does, but no later than `graceMs` after `signal` is aborted: then it rejects with the signal's reason.
 * The grace lets work that heeds the signal hand over what it has.
 */
export async function raceSignal<T>(work: Promise<T>, signal: AbortSignal, graceMs = 0): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => reject(abortReason(signal));
  const onAbort = (): void => {
    if (graceMs === 0) stop();
    else timer = setTimeout(stop, graceMs);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([stopped, work]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** How long something may take, and the code and the words of the error when it takes longer. */
export interface TimeLimit {
  readonly ms: number;
  readonly code: string;
  /** Followed by "within … seconds." */
  readonly words: string;
}

/**
 * Runs `work` with a signal that is aborted with `outer`, or by the limit with a CodedError. Settles as `work` does, and
 * `graceMs` after the abort at the latest; once aborted, it rejects with the signal's reason.
 */
export async function withTimeLimit<T>(
  { ms, code, words }: TimeLimit,
  outer: AbortSignal | null,
  work: (signal: AbortSignal) => Promise<T>,
  graceMs = 0,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new CodedError(code, `${words} within ${ms / 1000} seconds.`)),
    ms,
  );
  const signal = outer === null ? late.signal : AbortSignal.any([outer, late.signal]);
  try {
    return await raceSignal(work(signal), signal, graceMs);
  } catch (error) {
    throw signal.aborted ? abortReason(signal) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when `work` has settled either way, or after `ms`. Never rejects. */
export async function settledWithin(work: Promise<unknown>, ms: number): Promise<void> {
  await withTimeLimit({ ms, code: 'LATE', words: 'Not settled' }, null, () => work).catch(() => undefined);
}

/** Returns the reason of an aborted signal as an error. */
export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('The call was stopped.');
}
