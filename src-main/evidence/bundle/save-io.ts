import { link, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { createPrivateFile } from '../../storage/private-file.ts';
import type { OpenFile } from '../../storage/private-file.ts';

/** What saving needs of the file system; each rejects with Node's error. */
export interface SaveIo {
  /** Creates a file with mode 0600; rejects with EEXIST if it exists. */
  create(path: string): Promise<OpenFile>;
  read(path: string): Promise<Uint8Array>;
  /** Makes a hard link; rejects with EEXIST if the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** Resolves with milliseconds by the clock of the file's drive. */
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
