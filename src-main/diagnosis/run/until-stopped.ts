/** How long a piece of work may take to end by itself once it was told to stop; it may have more to tell than we do. */
const GRACE_MS = 250;

/**
 * Resolves with what `work` resolves with, or with `instead()` when it has not ended a moment after `signal` was aborted. So
 * nothing that a run waits for can hold it up, whatever it does. Rejects with what `work` rejects with before that.
 */
export async function untilStopped<T>(work: Promise<T>, signal: AbortSignal, instead: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => undefined;
  const stopped = new Promise<T>((resolve) => {
    onAbort = () => {
      timer = setTimeout(() => resolve(instead()), GRACE_MS);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, stopped]);
  } catch (error) {
    if (signal.aborted) return instead();
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
