import { link, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

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
  pause(ms: number): Promise<void>;
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
  pause: async (ms) => {
    await setTimeout(ms);
  },
};
