import { randomBytes } from 'node:crypto';
import { open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { message } from '../i18n/message.ts';
import { errnoOf, failFor } from './file-failure.ts';
import { makeFolders } from './make-folders.ts';
import { createPrivateFile } from './private-file.ts';
import type { OpenFile } from './private-file.ts';
import { readPlainFile } from './read-plain-file.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** What is stored, for the sentence of a failure. */
export type StoredThing = 'settings' | 'case' | 'report' | 'profile';

/** The file system for storage; each function rejects with Node's error. */
export interface StorageIo {
  /** Creates a file with mode 0600; fails if it exists. */
  create(path: string): Promise<OpenFile>;
  /** Reads a plain file; resolves with `maxBytes + 1` bytes of a larger one. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** Replaces `to` if it exists. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder with mode 0700 and its missing parents. */
  makeFolder(path: string): Promise<void>;
  /** Resolves once the names of a folder are on the disk, or at once where the system cannot sync one. */
  syncFolder(folder: string): Promise<void>;
  pause(ms: number): Promise<void>;
}

const OWNER_ONLY_FOLDER = 0o700;
/** For a folder that cannot be opened (Windows) or synced (some network drives). */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** The file system of this computer. */
export const NODE_STORAGE: StorageIo = {
  create: createPrivateFile,
  read: readPlainFile,
  rename,
  remove: unlink,
  list: (folder) => readdir(folder),
  makeFolder: (path) => makeFolders(path, OWNER_ONLY_FOLDER),
  syncFolder: async (folder) => {
    try {
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (!NO_FOLDER_SYNC.has(errnoOf(error))) throw error;
    }
  },
  pause: async (ms) => {
    await pause(ms);
  },
};

/** Unfinished files have random names, so that no link can be put in their place. */
const UNFINISHED = /^\.[0-9a-f]{32}\.part$/u;
/**
 * Writes `bytes` to `path` atomically: into a temporary file of mode 0600 in the same folder, which must exist, synced and
 * then renamed over the old file, also where that is a link. `subject` is for the sentence of a failure. Fails with
 * `folder-not-writable`, `folder-missing`, `file-in-the-way` or `disk-full`; the old content is still there then, unless
 * only the last sync failed. Never rejects, leaves no temporary file.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  subject: StoredThing,
  io: StorageIo = NODE_STORAGE,
): Promise<Result<null>> {
  const folder = dirname(path);
  const part = join(folder, `.${randomBytes(16).toString('hex')}.part`);
  let made = false;
  try {
    const file = await io.create(part);
    made = true;
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameWhileLocked(part, path, io);
    made = false;
    await io.syncFolder(folder);
    return succeed(null);
  } catch (error) {
    return failFor(error, 'failure.storage.write', { subject });
  } finally {
    if (made) await removeQuietly(part, io);
  }
}

/** Makes a folder with mode 0700 and its missing parents. Fails as `writeAtomically` does; never rejects. */
export async function makeFolder(
  path: string,
  subject: StoredThing,
  io: StorageIo = NODE_STORAGE,
): Promise<Result<null>> {
  try {
    await io.makeFolder(path);
    return succeed(null);
  } catch (error) {
    return failFor(error, 'failure.storage.write', { subject });
  }
}

/**
 * Reads a file of at most `maxBytes`; null when there is none. Fails with `bad-input` when it is larger, and as
 * `writeAtomically` does when it cannot be read or is no plain file. Never rejects.
 */
export async function readWhole(
  path: string,
  maxBytes: number,
  subject: StoredThing,
  io: StorageIo = NODE_STORAGE,
): Promise<Result<Uint8Array | null>> {
  try {
    const bytes = await io.read(path, maxBytes);
    return bytes.length > maxBytes
      ? fail(
          'bad-input',
          message('failure.storage.read', { subject, reason: { key: 'failure.file.too-large' } }),
        )
      : succeed(bytes);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return succeed(null);
    return failFor(error, 'failure.storage.read', { subject });
  }
}

/** Renames a file that cannot be used, over an earlier one; false when that fails. Never rejects. */
export async function setAside(path: string, aside: string, io: StorageIo = NODE_STORAGE): Promise<boolean> {
  try {
    await renameWhileLocked(path, aside, io);
    await io.syncFolder(dirname(path));
    return true;
  } catch {
    return false;
  }
}

/** Removes unfinished files in `folder`, before anything is written there; resolves with their number. Never rejects. */
export async function removeLeftovers(folder: string, io: StorageIo = NODE_STORAGE): Promise<number> {
  let removed = 0;
  try {
    for (const name of await io.list(folder))
      if (UNFINISHED.test(name) && (await removeQuietly(join(folder, name), io))) removed += 1;
  } catch {
    // No folder, no leftovers.
  }
  return removed;
}

/** Renames a file or folder. Rejects with Node's error. */
export function renameWhileLocked(from: string, to: string, io: StorageIo): Promise<void> {
  return retryWhileLocked(io, () => io.rename(from, to));
}

async function removeQuietly(path: string, io: StorageIo): Promise<boolean> {
  try {
    await io.remove(path);
    return true;
  } catch {
    // The next start tries again.
    return false;
  }
}
