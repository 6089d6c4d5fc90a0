import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { message } from '../../i18n/message.ts';
import type { PreparedBundle } from './prepare-bundle.ts';
import { errnoOf, saveFailure } from '../../storage/file-failure.ts';
import { retryWhileLocked } from '../../storage/retry-while-locked.ts';
import { createGate } from '../gate/gate.ts';
import { createPrivateFile } from '../../storage/private-file.ts';
import type { OpenFile } from '../../storage/private-file.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

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

export interface SavedPaths {
  readonly zipPath: string;
  readonly draftPath: string;
}

/** `…-99.zip` is the last name that is tried. */
const MAX_NAMES = 99;

/**
 * Writes the bundle and its draft into `folder`. The gate judges the bytes before anything touches the disk. Then they are
 * written with mode 0600 under names that cannot be guessed, read back and compared, and only then renamed. An existing
 * file is never replaced: the bundle becomes `…-2.zip`. Nothing is left behind on failure. Fails with
 * `folder-not-writable`, `folder-missing`, `file-in-the-way`, `file-held`, `disk-full` or `evidence-not-clean`; never
 * rejects.
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
    const draft = await prepared.draft();
    if (!(await isClean(prepared, draft, secrets)))
      return fail('evidence-not-clean', message('failure.not-clean'));
    await writeNew(zipPart, prepared.zip, made, io, () => sweepLeftovers(folder, zipPart, io));
    await writeNew(draftPart, draft, made, io);
    const isWritten = (await readsAs(zipPart, prepared.zip, io)) && (await readsAs(draftPart, draft, io));
    if (!isWritten) return saveFailure(Object.assign(new Error('Other bytes came back.'), { code: 'EIO' }));
    return succeed(await giveNames(prepared, folder, { zipPart, draftPart }, io));
  } catch (error) {
    return saveFailure(error);
  } finally {
    for (const path of made) await removeQuietly(path, io);
  }
}

/** Whether the gate passes everything that will leave: bundle, draft, text of the mail, file names. */
async function isClean(prepared: PreparedBundle, draft: Uint8Array, secrets: KnownSecrets): Promise<boolean> {
  const gate = createGate(secrets);
  const { to, subject, body } = prepared.mail;
  const verdicts = [
    await gate.bundle(prepared.zip),
    await gate.draft(draft, prepared.zip),
    await gate.texts([to, subject, body, prepared.fileName, prepared.draftName]),
  ];
  return verdicts.every((verdict) => verdict.clean);
}

const LEFTOVER = /^\.xray-evidence-[0-9a-f]{32}\.(?:zip|eml)\.part$/u;
/** Another process may be saving into the same folder. */
const LEFTOVER_AGE_MS = 10 * 60_000;

/** Removes what a killed process left behind. Ages are measured from the new file `fresh`: a shared drive has its own clock. */
async function sweepLeftovers(folder: string, fresh: string, io: SaveIo): Promise<void> {
  try {
    const now = await io.modifiedAt(fresh);
    for (const name of (await io.list(folder)).filter((each) => LEFTOVER.test(each))) {
      const path = join(folder, name);
      if (now - (await io.modifiedAt(path)) > LEFTOVER_AGE_MS) await io.remove(path);
    }
  } catch {
    // Writing reports what is wrong with the folder.
  }
}

async function writeNew(
  path: string,
  bytes: Uint8Array,
  made: string[],
  io: SaveIo,
  onceCreated?: () => Promise<void>,
): Promise<void> {
  const file = await io.create(path);
  made.push(path);
  try {
    await onceCreated?.();
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readsAs(path: string, bytes: Uint8Array, io: SaveIo): Promise<boolean> {
  return Buffer.from(await retryWhileLocked(io, () => io.read(path))).equals(bytes);
}

/** Gives both files the first number under which both names are free. */
async function giveNames(
  prepared: PreparedBundle,
  folder: string,
  parts: { readonly zipPart: string; readonly draftPart: string },
  io: SaveIo,
): Promise<SavedPaths> {
  for (let number = 1; number <= MAX_NAMES; number += 1) {
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

/** Errors of a file system without hard links (FAT, some network drives). */
const NO_LINKS = /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK|EISDIR|EBUSY|UNKNOWN)$/u;

/**
 * Gives a finished file its name in one step, never over another file. Resolves with false if the name is taken. Without
 * hard links, an empty file reserves the name, and the finished one replaces it.
 */
async function giveName(part: string, path: string, io: SaveIo): Promise<boolean> {
  try {
    await io.link(part, path);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.test(code)) throw error;
  }
  try {
    await (await io.create(path)).close();
  } catch (error) {
    if (errnoOf(error) === 'EEXIST' || errnoOf(error) === 'EISDIR') return false;
    throw error;
  }
  try {
    await retryWhileLocked(io, () => io.rename(part, path));
    return true;
  } catch (error) {
    await removeQuietly(path, io);
    throw error;
  }
}

/** Undoes `giveName`. */
async function takeNameBack(path: string, part: string, io: SaveIo): Promise<void> {
  await retryWhileLocked(io, () => io.rename(path, part));
  // rename(2) does nothing for two names of one file, so the name may still be there.
  await removeQuietly(path, io);
}

async function removeQuietly(path: string, io: SaveIo): Promise<void> {
  try {
    await retryWhileLocked(io, () => io.remove(path));
  } catch {
    // Already gone, or the next save into this folder removes it.
  }
}
