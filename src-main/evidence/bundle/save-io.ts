import { link, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { errnoOf } from '../../storage/file-failure.ts';
import { createPrivateFile } from '../../storage/private-file.ts';
import type { OpenFile } from '../../storage/private-file.ts';

/** What saving needs of the file system; each rejects with Node's error. */
export interface SaveIo {
  /** Makes a new file that its owner alone may read and write; fails if the name is taken. */
  create(path: string): Promise<OpenFile>;
  read(path: string): Promise<Uint8Array>;
  /** Gives a file a second name; fails with EEXIST if the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** When a file was changed last, in milliseconds of the clock that its drive goes by. */
  modifiedAt(path: string): Promise<number>;
  wait(milliseconds: number): Promise<void>;
}

/** The file system of this computer. */
export const NODE_IO: SaveIo = {
  create: createPrivateFile,
  read: readFile,
  link,
  rename,
  remove: unlink,
  list: readdir,
  modifiedAt: async (path) => (await stat(path)).mtimeMs,
  wait: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};

/** Milliseconds between two tries on a file that somebody holds; together somewhat over three seconds. */
const PAUSES = [20, 50, 100, 200, 400, 800, 1600];
/** What Windows answers while a virus scanner or an indexer looks at a file. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/**
 * Does something with a file that was just written. A virus scanner may hold such a file for a moment, so what is refused
 * for that reason is tried again for some seconds. Rejects with the last error.
 */
export async function retryWhileLocked<T>(io: Pick<SaveIo, 'wait'>, work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!HELD.has(errnoOf(error))) throw error;
      await io.wait(pause);
    }
  }
  return work();
}
