import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { phrase } from '../words/phrase.ts';
import type { PreparedBundle } from './bundle.ts';
import { saveFailure } from './file-failure.ts';
import { createGate } from './gate.ts';
import type { KnownSecrets } from './secrets.ts';

export { describeFileFailure, fileFailureWords } from './file-failure.ts';

/** A file that is being written. */
interface OpenFile {
  /** Writes all of `bytes`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns once the bytes are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What saving needs of the file system; each rejects with Node's error. */
export interface SaveIo {
  /** Makes a new file that its owner alone may read and write; fails if the name is taken. */
  create(path: string): Promise<OpenFile>;
  read(path: string): Promise<Uint8Array>;
  /** Gives a file a second name; fails with EEXIST if the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

const OWNER_ONLY = 0o600;

/** The file system of this computer. */
export const NODE_IO: SaveIo = {
  create: async (path) => {
    const file = await open(path, 'wx', OWNER_ONLY);
    return {
      write: (bytes) => file.writeFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  read: readFile,
  link,
  rename,
  remove: unlink,
};

/** Where the bundle and its mail draft lie. */
export interface SavedPaths {
  readonly zipPath: string;
  readonly draftPath: string;
}

/** Files of one name that are stepped over, `…-2.zip` to `…-99.zip`. */
const MOST_NAMES = 99;

/**
 * Writes the bundle and its draft into `folder`: first into files with names that cannot be guessed, for the owner
 * alone; then the gate reads them back; only then they get their names. A file, folder or link that has the name stays
 * untouched, and the bundle becomes `…-2.zip`. On any failure nothing is left behind. Fails with `folder-not-writable`,
 * `folder-missing`, `file-in-the-way`, `disk-full` or `evidence-not-clean`; never rejects.
 */
export async function saveBundle(
  prepared: PreparedBundle,
  folder: string,
  secrets: KnownSecrets,
  io: SaveIo = NODE_IO,
): Promise<Result<SavedPaths>> {
  const hidden = `.xray-evidence-${randomBytes(16).toString('hex')}`;
  const zipPart = join(folder, `${hidden}.zip.part`);
  const draftPart = join(folder, `${hidden}.eml.part`);
  const made: string[] = [];
  try {
    await writeNew(zipPart, prepared.zip, made, io);
    await writeNew(draftPart, prepared.draft, made, io);
    const gate = createGate(secrets);
    const { to, subject, body } = prepared.mail;
    const verdicts = [
      await gate.bundle(zipPart),
      gate.draft(await io.read(draftPart), prepared.zip),
      gate.texts([to, subject, body, prepared.fileName, prepared.draftName]),
    ];
    if (verdicts.some((verdict) => !verdict.clean))
      return fail('evidence-not-clean', phrase('failure.not-clean'));
    return succeed(await giveNames(prepared, folder, { zipPart, draftPart }, io));
  } catch (error) {
    return saveFailure(error);
  } finally {
    for (const path of made) await removeQuietly(path, io);
  }
}

const CHUNK = 64 * 1024;

async function writeNew(path: string, bytes: Uint8Array, made: string[], io: SaveIo): Promise<void> {
  const file = await io.create(path);
  made.push(path);
  try {
    for (let start = 0; start < bytes.length; start += CHUNK)
      await file.write(bytes.subarray(start, start + CHUNK));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Finds the first number under which both names are free, so that the two files keep belonging together. */
async function giveNames(
  prepared: PreparedBundle,
  folder: string,
  parts: { readonly zipPart: string; readonly draftPart: string },
  io: SaveIo,
): Promise<SavedPaths> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const zipPath = join(folder, numbered(prepared.fileName, number));
    const draftPath = join(folder, numbered(prepared.draftName, number));
    if (!(await giveName(parts.zipPart, zipPath, io))) continue;
    try {
      if (await giveName(parts.draftPart, draftPath, io)) return { zipPath, draftPath };
    } catch (error) {
      await removeQuietly(zipPath, io);
      throw error;
    }
    await takeNameBack(zipPath, parts.zipPart, io);
  }
  throw Object.assign(new Error('Every name is taken.'), { code: 'EEXIST' });
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.[a-z]+)$/u, `-${number}$1`);
}

/** What a file system without hard links (FAT, some network drives) answers. */
const NO_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'EISDIR',
  'UNKNOWN',
]);

/**
 * Gives a finished file its name, in one step and never over another file; false if the name is taken. Where there are
 * no hard links, the name is reserved with an empty file of ours, which the finished one then replaces.
 */
async function giveName(part: string, path: string, io: SaveIo): Promise<boolean> {
  try {
    await io.link(part, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
  }
  try {
    await (await io.create(path)).close();
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'EISDIR') return false;
    throw error;
  }
  try {
    await io.rename(part, path);
    return true;
  } catch (error) {
    await removeQuietly(path, io);
    throw error;
  }
}

/** Undoes `giveName`, whichever way it went: the file has its hidden name again, and that one only. */
async function takeNameBack(path: string, part: string, io: SaveIo): Promise<void> {
  await io.rename(path, part);
  // Renaming one name of a file to another of its names does nothing (rename(2)); then the name is still there.
  await removeQuietly(path, io);
}

async function removeQuietly(path: string, io: SaveIo): Promise<void> {
  try {
    await io.remove(path);
  } catch {
    // It is gone already, or the disk is; there is nothing more that could be done.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
