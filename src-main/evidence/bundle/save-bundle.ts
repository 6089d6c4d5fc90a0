import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { message } from '../../i18n/message.ts';
import type { PreparedBundle } from './prepare-bundle.ts';
import { errnoOf, saveFailure } from '../../storage/file-failure.ts';
import { retryWhileLocked } from '../../storage/retry-while-locked.ts';
import { createGate } from '../gate/gate.ts';
import { NODE_IO } from './save-io.ts';
import type { SaveIo } from './save-io.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

/** Where the bundle and its mail draft lie. */
export interface SavedPaths {
  readonly zipPath: string;
  readonly draftPath: string;
}

/** Files of one name that are stepped over, `…-2.zip` to `…-99.zip`. */
const MAX_NAMES = 99;

/**
 * Writes the bundle and its draft into `folder`. The gate judges their bytes before anything touches the disk, so that
 * no file ever holds what it refuses, whatever happens next. Then they are written under names that cannot be guessed,
 * for the owner alone, read back and compared with what the gate saw, and only then they get their names. A file, folder
 * or link that has the name stays untouched, and the bundle becomes `…-2.zip`. On any failure nothing is left behind.
 * Fails with `folder-not-writable`, `folder-missing`, `file-in-the-way`, `file-held`, `disk-full` or
 * `evidence-not-clean`; never rejects.
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

/** Asks the gate of everything that will leave: the bundle, the draft, the words of the mail, the names of the files. */
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
/** Somebody else may be saving into the same folder just now. */
const LEFTOVER_AGE_MS = 10 * 60_000;

/**
 * Removes what a save left behind whose process was killed. Ages are compared with the file `fresh`, which was made just
 * now: a shared drive may go by another clock. A folder that cannot be listed is reported by the writing.
 */
async function sweepLeftovers(folder: string, fresh: string, io: SaveIo): Promise<void> {
  try {
    const now = await io.modifiedAt(fresh);
    for (const name of (await io.list(folder)).filter((each) => LEFTOVER.test(each))) {
      const path = join(folder, name);
      if (now - (await io.modifiedAt(path)) > LEFTOVER_AGE_MS) await io.remove(path);
    }
  } catch {
    // The writing reports what is wrong with the folder.
  }
}

const CHUNK = 64 * 1024;

async function writeNew(
  path: string,
  bytes: Uint8Array,
  made: string[],
  io: SaveIo,
  onceCreated: () => Promise<void> = async () => undefined,
): Promise<void> {
  const file = await io.create(path);
  made.push(path);
  try {
    await onceCreated();
    for (let start = 0; start < bytes.length; start += CHUNK)
      await file.write(bytes.subarray(start, start + CHUNK));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readsAs(path: string, bytes: Uint8Array, io: SaveIo): Promise<boolean> {
  return Buffer.from(await retryWhileLocked(io, () => io.read(path))).equals(bytes);
}

/** Finds the first number under which both names are free, so that the two files keep belonging together. */
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

/** What a file system without hard links (FAT, some network drives) answers. */
const NO_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
  'EISDIR',
  'EBUSY',
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
    const code = errnoOf(error);
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
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

/** Undoes `giveName`, whichever way it went: the file has its hidden name again, and that one only. */
async function takeNameBack(path: string, part: string, io: SaveIo): Promise<void> {
  await retryWhileLocked(io, () => io.rename(path, part));
  // Renaming one name of a file to another of its names does nothing (rename(2)); then the name is still there.
  await removeQuietly(path, io);
}

async function removeQuietly(path: string, io: SaveIo): Promise<void> {
  try {
    await retryWhileLocked(io, () => io.remove(path));
  } catch {
    // It is gone already, or the disk is; the next save into this folder looks for it again.
  }
}
