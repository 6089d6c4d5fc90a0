import { errnoOf } from './file-failure.ts';

/** Together somewhat over three seconds. */
const WAITS_MS = [20, 50, 100, 200, 400, 800, 1600];
/** What Windows answers while a virus scanner or an indexer reads a file. */
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/**
 * Retries work on a file that another program has locked. Rejects with the last error.
 */
export async function retryWhileLocked<T>(
  io: { pause(ms: number): Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!LOCKED.has(errnoOf(error))) throw error;
      await io.pause(wait);
    }
  }
  return work();
}
