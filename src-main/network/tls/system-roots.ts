import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { withTimeLimit } from '../client/time-limit.ts';

/** The roots that the operating system trusts, in PEM; null when they could not be had. */
export interface SystemRoots {
  readonly certificates: readonly string[] | null;
  readonly waitedMs: number;
}

/**
 * The longest that a check waits. On managed Macs 5 to 10 seconds are usual (github.com/nodejs/node/issues/63313), and the
 * window begins to read while the person still types.
 */
const MAX_WAIT_MS = 20_000;

const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

/**
 * Returns a function that reads the system's roots in a thread, and resolves with null for them when that fails or takes
 * longer than `limitMs`. Never rejects. They are never read on the main thread: a window that stands still for seconds is
 * worse than a check without them. The next call waits for a thread that is late, and starts another for one that failed.
 */
export function createSystemRoots(
  options: { readonly limitMs?: number; readonly startThread?: () => Promise<Worker> } = {},
): () => Promise<SystemRoots> {
  const { limitMs = MAX_WAIT_MS, startThread = startRootsThread } = options;
  let reading: Promise<readonly string[]> | null = null;
  const read = (): Promise<readonly string[]> => {
    const own = startThread().then(answerOf);
    own.catch(() => {
      reading = null;
    });
    return own;
  };
  return async () => {
    const startedAt = performance.now();
    const own = (reading ??= read());
    const limit = { ms: limitMs, code: 'LATE', words: 'No roots came' };
    const certificates = await withTimeLimit(limit, null, () => own).catch(() => null);
    return { certificates, waitedMs: Math.round(performance.now() - startedAt) };
  };
}

/** Resolves with the thread's answer; rejects when it ends without one. The thread keeps no process alive. */
async function answerOf(thread: Worker): Promise<readonly string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>();
  thread.once('message', (answer: unknown) => {
    if (isListOfTexts(answer)) resolve(answer);
    else reject(new TypeError('The thread has answered something else.'));
  });
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  thread.unref();
  return promise;
}

function isListOfTexts(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((each) => typeof each === 'string');
}

/** Starts the thread: out of the sources as they are, or out of the one built file, which may lie in an archive. */
async function startRootsThread(): Promise<Worker> {
  const options = { env: {}, execArgv: [], argv: [], resourceLimits: RESOURCE_LIMITS };
  if (extname(import.meta.filename) === '.ts')
    return new Worker(join(import.meta.dirname, 'system-roots-worker.ts'), options);
  // Node's threads cannot be counted on to find a file in Electron's archive; its `fs` can, and checks it.
  const built = join(import.meta.dirname, '..', 'roots-worker', 'system-roots-worker.cjs');
  return new Worker(await readFile(built, 'utf8'), { ...options, eval: true });
}
