import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { Result } from '../contract/failure.ts';
import type { PictureEdit } from '../contract/picture.ts';
import type { CleanPicture } from './image/clean-png.ts';
import { refuse } from './import-picture.ts';
import type { ImportedPicture } from './import-picture.ts';

type Masks = Pick<PictureEdit, 'masks' | 'crop'>;

/** Work on pictures, none of it on the main thread. */
export interface PictureWork {
  /** See `importPicture`. Fails also when it takes too long or too much memory; never rejects. */
  importPicture(bytes: Uint8Array): Promise<Result<ImportedPicture>>;
  /** See `maskPicture`. Rejects when it takes too long or too much memory. */
  maskPicture(picture: CleanPicture, edit: Masks): Promise<CleanPicture>;
  /** See `scalePicture`. Rejects when it takes too long or too much memory. */
  scalePicture(picture: CleanPicture, factor: number): Promise<CleanPicture>;
}

/** A job for the thread. */
export type PictureJob =
  | { readonly kind: 'import'; readonly bytes: Uint8Array }
  | { readonly kind: 'mask'; readonly picture: CleanPicture; readonly edit: Masks }
  | { readonly kind: 'scale'; readonly picture: CleanPicture; readonly factor: number };

/** The thread's answer. */
export type PictureAnswer = Result<ImportedPicture> | Result<CleanPicture>;

/** The largest picture takes a tenth of it on a usual computer. */
const DEFAULT_LIMIT_MS = 45_000;
const MAX_END_MS = 1000;
/** Of the thread's JavaScript heap; the pixels lie outside of it and are bounded by `MAX_KEPT_PIXELS`. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Returns a worker that starts a thread for each job, one after another, so that memory is bounded and a fault ends the
 * job and nothing else. The thread has neither the app's environment nor its arguments.
 */
export function createPictureWork(
  options: { readonly limitMs?: number; readonly startThread?: () => Promise<Worker> } = {},
): PictureWork {
  const { limitMs = DEFAULT_LIMIT_MS, startThread = startPictureThread } = options;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T extends CleanPicture>(job: PictureJob): Promise<Result<T>> => {
    const own = last.then(async () => doJob<T>(await startThread(), job, limitMs));
    last = own.catch(() => undefined);
    return own;
  };
  const pictureOf = async (job: PictureJob): Promise<CleanPicture> => {
    const answer = await inTurn(job);
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  };
  // Nothing else of a picture is copied into the thread.
  const bare = ({ bytes, width, height }: CleanPicture): CleanPicture => ({ bytes, width, height });

  return {
    importPicture: (bytes) =>
      inTurn<ImportedPicture>({ kind: 'import', bytes }).catch(() => refuse('not-in-time')),
    maskPicture: async (picture, { masks, crop }) =>
      masks.length === 0 && crop === null
        ? picture
        : pictureOf({ kind: 'mask', picture: bare(picture), edit: { masks, crop } }),
    scalePicture: (picture, factor) => pictureOf({ kind: 'scale', picture: bare(picture), factor }),
  };
}

/** Hands a job to a thread and resolves with its answer. Rejects when it ends without one, or not in time. */
async function doJob<T>(thread: Worker, job: PictureJob, limitMs: number): Promise<Result<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<T>>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  const timer = setTimeout(() => reject(new Error('The thread took too long.')), limitMs);
  try {
    thread.postMessage(job, []);
    return await promise;
  } finally {
    clearTimeout(timer);
    // A thread that does not end must not hold up the answer.
    await Promise.race([thread.terminate(), wait(MAX_END_MS, null, { ref: false })]);
  }
}

/** The source of the built thread: one file, read once. */
let built: Promise<string> | null = null;

async function startPictureThread(): Promise<Worker> {
  const options = { env: {}, execArgv: [], argv: [], resourceLimits: RESOURCE_LIMITS };
  if (extname(import.meta.filename) === '.ts')
    return new Worker(join(import.meta.dirname, 'picture-worker.ts'), options);
  // Node's threads cannot be counted on to find a file in Electron's archive; its `fs` can, and checks it.
  built ??= readFile(join(import.meta.dirname, '..', 'worker', 'picture-worker.cjs'), 'utf8');
  return new Worker(await built, { ...options, eval: true });
}
