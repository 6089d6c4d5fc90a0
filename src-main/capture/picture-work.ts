import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Result } from '../contract/failure.ts';
import type { PictureEdit } from '../contract/picture.ts';
import type { CleanPicture } from './image/clean-png.ts';
import { refuse } from './import-picture.ts';
import type { ImportedPicture } from './import-picture.ts';

/** What is done to pictures, none of it on the main thread. */
export interface PictureWork {
  /** See `importPicture`. Fails also when it takes too long or too much memory; never rejects. */
  importPicture(bytes: Uint8Array): Promise<Result<ImportedPicture>>;
  /** See `maskPicture`. Rejects when it takes too long or too much memory. */
  maskPicture(picture: CleanPicture, edit: Pick<PictureEdit, 'masks' | 'crop'>): Promise<CleanPicture>;
  /** See `scalePicture`. Rejects when it takes too long or too much memory. */
  scalePicture(picture: CleanPicture, factor: number): Promise<CleanPicture>;
}

/** A job for the thread. */
export type PictureJob =
  | { readonly kind: 'import'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'mask';
      readonly picture: CleanPicture;
      readonly edit: Pick<PictureEdit, 'masks' | 'crop'>;
    }
  | { readonly kind: 'scale'; readonly picture: CleanPicture; readonly factor: number };

/** What the thread answers. */
export type PictureAnswer =
  | { readonly kind: 'import'; readonly result: Result<ImportedPicture> }
  | { readonly kind: 'picture'; readonly picture: CleanPicture };

/** The largest picture takes a tenth of it on a usual computer. */
const DEFAULT_LIMIT_MS = 45_000;
const MAX_END_MS = 1000;
/** Of the thread's JavaScript heap; the pixels lie outside of it and are bounded by `MAX_KEPT_PIXELS`. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Makes a worker of pictures: a thread for each job, one after another, so that memory is bounded and a fault ends the
 * job and nothing else. The thread has neither our environment nor our arguments.
 */
export function createPictureWork(
  options: { readonly limitMs?: number; readonly startThread?: () => Promise<Worker> } = {},
): PictureWork {
  const { limitMs = DEFAULT_LIMIT_MS, startThread = startPictureThread } = options;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = (job: PictureJob): Promise<PictureAnswer> => {
    const own = last.then(async () => doJob(await startThread(), job, limitMs));
    last = own.catch(() => undefined);
    return own;
  };
  const pictureOf = async (job: PictureJob): Promise<CleanPicture> => {
    const answer = await inTurn(job);
    if (answer.kind !== 'picture') throw new TypeError('The thread has answered something else.');
    return answer.picture;
  };

  return {
    importPicture: async (bytes) => {
      try {
        const answer = await inTurn({ kind: 'import', bytes });
        return answer.kind === 'import' ? answer.result : refuse('not-in-time');
      } catch {
        return refuse('not-in-time');
      }
    },
    maskPicture: async (picture, edit) => {
      if (edit.masks.length === 0 && edit.crop === null) return picture;
      const { bytes, width, height } = picture;
      const { masks, crop } = edit;
      return pictureOf({ kind: 'mask', picture: { bytes, width, height }, edit: { masks, crop } });
    },
    scalePicture: ({ bytes, width, height }, factor) =>
      pictureOf({ kind: 'scale', picture: { bytes, width, height }, factor }),
  };
}

/** Gives a thread its job and resolves with its answer. Rejects when it ends without one, or not in time. */
async function doJob(thread: Worker, job: PictureJob, limitMs: number): Promise<PictureAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PictureAnswer>();
  thread.once('message', (answer: PictureAnswer) => resolve(answer));
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  const timer = setTimeout(() => reject(new Error('The thread took too long.')), limitMs);
  try {
    thread.postMessage(job, []);
    return await promise;
  } finally {
    clearTimeout(timer);
    await endThread(thread);
  }
}

/** Ends a thread. Whoever waits for its answer is not held up by a thread that does not end. */
async function endThread(thread: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, MAX_END_MS);
  await Promise.race([thread.terminate(), promise]);
  clearTimeout(timer);
}

/** The source of the built thread: one file, read once. */
let built: Promise<string> | null = null;

/** Starts the thread: out of the sources as they are, or out of the one built file, which may lie in an archive. */
async function startPictureThread(): Promise<Worker> {
  const options = { env: {}, execArgv: [], argv: [], resourceLimits: RESOURCE_LIMITS };
  if (extname(import.meta.filename) === '.ts')
    return new Worker(join(import.meta.dirname, 'picture-worker.ts'), options);
  // Node's threads cannot be counted on to find a file in Electron's archive; its `fs` can, and checks it.
  built ??= readFile(join(import.meta.dirname, '..', 'worker', 'picture-worker.cjs'), 'utf8');
  return new Worker(await built, { ...options, eval: true });
}
