import { randomBytes } from 'node:crypto';
import { open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { message } from '../i18n/message.ts';
import { errnoOf, fileFailure } from './file-failure.ts';
import { makeFolders } from './make-folders.ts';
import { createPrivateFile } from './private-file.ts';
import type { OpenFile } from './private-file.ts';
import { readPlainFile } from './read-plain-file.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** What is kept, as the sentence of a failure names it. */
export type StoredThing = 'settings' | 'case' | 'report' | 'profile';

/** What storage needs of the file system; each rejects with Node's error. */
export interface StorageIo {
  /** Makes a new file that its owner alone may read and write; fails if the name is taken. */
  create(path: string): Promise<OpenFile>;
  /** Reads a plain file; returns `most + 1` bytes of a larger one. */
  read(path: string, most: number): Promise<Uint8Array>;
  /** Gives a file another name, over a file that has it. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder for its owner alone, and those above it; nothing happens when it is there. */
  makeFolder(path: string): Promise<void>;
  /** Returns once the names of a folder are on the disk, or at once where the system cannot tell. */
  syncFolder(folder: string): Promise<void>;
  pause(ms: number): Promise<void>;
}

const OWNER_ONLY_FOLDER = 0o700;
/** What a system answers that cannot open a folder (Windows) or cannot sync one (some network drives). */
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

/** Names of files that are not finished; they cannot be guessed, so that nobody lays a link in their place. */
const UNFINISHED = /^\.[0-9a-f]{32}\.part$/u;
/**
 * Writes `bytes` under `path` so that the name stands for the old content or the new one, whole, at every moment: into a
 * sibling of a name that cannot be guessed, for the owner alone; onto the disk; then over the old file, which is replaced
 * also where it is a link. The folder must be there. `subject` is what the sentence of a failure is about.
 * Fails with `folder-not-writable`, `folder-missing`, `file-in-the-way` or `disk-full`, and then the old content is still
 * there, unless it was the disk's word on the last step that was missing. Never rejects, leaves no sibling.
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
    return notSaved(subject, error);
  } finally {
    if (made) await removeQuietly(part, io);
  }
}

/**
 * Makes a folder for its owner alone, and those above it; fine when it is there. Fails as `writeAtomically` does; never
 * rejects.
 */
export async function makeFolder(
  path: string,
  subject: StoredThing,
  io: StorageIo = NODE_STORAGE,
): Promise<Result<null>> {
  try {
    await io.makeFolder(path);
    return succeed(null);
  } catch (error) {
    return notSaved(subject, error);
  }
}

/**
 * Reads a file of at most `most` bytes; null when there is none. Fails with `bad-input` when it is larger, and with what
 * `writeAtomically` fails with when it cannot be read or is a folder or a pipe; the sentence is about `subject`. Never
 * rejects.
 */
export async function readWhole(
  path: string,
  most: number,
  subject: StoredThing,
  io: StorageIo = NODE_STORAGE,
): Promise<Result<Uint8Array | null>> {
  try {
    const bytes = await io.read(path, most);
    return bytes.length > most
      ? fail(
          'bad-input',
          message('failure.storage.read', { subject, reason: { key: 'failure.file.too-large' } }),
        )
      : succeed(bytes);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return succeed(null);
    const { code, key } = fileFailure(error);
    return fail(code, message('failure.storage.read', { subject, reason: { key } }));
  }
}

/**
 * Gives a file that cannot be used another name beside itself, over an earlier one; false when that is not possible.
 * Never rejects.
 */
export async function setAside(path: string, aside: string, io: StorageIo = NODE_STORAGE): Promise<boolean> {
  try {
    await renameWhileLocked(path, aside, io);
    await io.syncFolder(dirname(path));
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes what earlier starts of the app that ended in the middle of writing left in `folder`; returns how many. To be
 * called before anything is written there. Never rejects.
 */
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
    // It is gone already, or the disk is; the next start tries again.
    return false;
  }
}

function notSaved(subject: StoredThing, error: unknown): Result<never> {
  const { code, key } = fileFailure(error);
  return fail(code, message('failure.storage.write', { subject, reason: { key } }));
}
