import { lstat, rm } from 'node:fs/promises';

import { errnoOf } from '../storage/file-failure.ts';
import { NODE_STORAGE } from '../storage/atomic-file.ts';
import type { StorageIo } from '../storage/atomic-file.ts';

/** `other`: links, pipes and devices, which are never followed or opened. */
export type PathKind = 'file' | 'folder' | 'other' | 'nothing';

/** The case store's file system; each function rejects with Node's error. */
export interface CaseIo extends StorageIo {
  kindOf(path: string): Promise<PathKind>;
  /** When a file was last written, in milliseconds; links are not followed. */
  writtenAt(path: string): Promise<number>;
  /** Removes a folder with its content; links in it are not followed. */
  removeFolder(path: string): Promise<void>;
}

/** The file system of this computer. */
export const NODE_CASES: CaseIo = {
  ...NODE_STORAGE,
  kindOf: async (path) => {
    try {
      const stat = await lstat(path);
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return 'nothing';
      throw error;
    }
  },
  writtenAt: async (path) => (await lstat(path)).mtimeMs,
  removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
};
