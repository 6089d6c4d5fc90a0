/** A signal with a time limit, and the function that lets go of the timer and of the outer signal. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Makes a signal that is aborted with the outer one, or after `limitMs` with the error that `tooLate` makes. */
export function linkSignal(outer: AbortSignal, limitMs: number, tooLate: () => Error): LinkedSignal {
  const own = new AbortController();
  const onOuter = (): void => own.abort(outer.reason);
  const timer = setTimeout(() => own.abort(tooLate()), limitMs);
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, { once: true });
  return {
    signal: own.signal,
    release: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', onOuter);
    },
  };
}

/**
 * Settles as `work` does, but never later than `graceMs` after `signal` is aborted: then it rejects with the signal's
 * reason. The grace lets work that heeds the signal hand over what it has.
 */
export function raceSignal<T>(work: Promise<T>, signal: AbortSignal, graceMs = 0): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const giveUp = (): void => {
      release();
      reject(abortReason(signal));
    };
    const onAbort = (): void => {
      if (graceMs === 0) giveUp();
      else timer = setTimeout(giveUp, graceMs);
    };
    work.then(
      (value) => {
        release();
        resolve(value);
      },
      (error: unknown) => {
        release();
        reject(error instanceof Error ? error : new Error('The work failed.', { cause: error }));
      },
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Resolves when `work` has settled either way, or after `limitMs`. Never rejects. */
export function settledWithin(work: Promise<unknown>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}

/** Returns the reason of an aborted signal as an error. */
export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('The call was stopped.');
}
