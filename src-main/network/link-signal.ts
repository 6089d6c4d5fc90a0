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
