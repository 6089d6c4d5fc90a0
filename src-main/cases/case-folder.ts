import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { CaseId, KeptCase } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { NODE_STORAGE, readWhole, removeLeftovers, writeAtomically } from '../storage/atomic-file.ts';
import type { StorageIo } from '../storage/atomic-file.ts';
import { errnoOf } from '../storage/file-failure.ts';
import type { MessageKey } from '../i18n/catalog.ts';
import { message } from '../i18n/message.ts';
import { MAX_BYTES, parseCase, writeCase, writeRun } from './case-file.ts';
import type { CaseReading } from './case-file.ts';
import type { CaseFile, CaseGuard } from './case-guard.ts';

/** `other`: links, pipes and devices, which are never followed or opened. */
type PathKind = 'file' | 'folder' | 'other' | 'nothing';

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

/** What is written next to `case.json`, by the ids that it names. Pictures are only read, in a case of before. */
export interface CaseParts {
  /** Redacted diagnoses. */
  readonly runs?: ReadonlyMap<string, Diagnosis>;
}

const CASE_FILE = 'case.json';
export const runFile = (id: string): string => `run-${id}.json`;
export const pictureFile = (id: string): string => `picture-${id}.png`;
/** Other files are left alone until the case is deleted. */
const OWN_PART = /^(?:run-[0-9a-f]{16}\.json|picture-[0-9a-f]{16}\.png)$/u;

function damaged(key: Extract<MessageKey, `damage.${string}`>): CaseReading {
  return { kind: 'damaged', reason: message(key) };
}

/** The folder of one case, at `place`. Unless it says otherwise, a function of it rejects with Node's error. */
export function caseFolder(place: string, io: CaseIo) {
  return {
    /** When the case was last written, in milliseconds; before all others when that cannot be told. Never rejects. */
    writtenAt: (): Promise<number> => io.writtenAt(join(place, CASE_FILE)).catch(() => 0),

    /** Reads `case.json`, which must be of this case, without following links; null without the folder. */
    read: async (id: CaseId): Promise<CaseReading | null> => {
      if ((await io.kindOf(place)) !== 'folder') return null;
      const path = join(place, CASE_FILE);
      const kind = await io.kindOf(path);
      if (kind === 'folder' || kind === 'other') return damaged('damage.no-file');
      const file = await readWhole(path, MAX_BYTES.case, 'case', io);
      if (!file.ok) return damaged(file.failure.code === 'bad-input' ? 'damage.too-large' : 'damage.refused');
      if (file.value === null) return damaged('damage.file-missing');
      const read = parseCase(file.value);
      return read.kind === 'case' && read.kept.id !== id ? damaged('damage.copy') : read;
    },

    /** Reads a part, which must be a plain file. Fails with `case-damaged` or `case-missing`. */
    readPart: async (name: string, maxBytes: number): Promise<Result<Uint8Array>> => {
      if ((await io.kindOf(place)) !== 'folder') return fail('case-missing', message('failure.case.gone'));
      const path = join(place, name);
      const isFile = OWN_PART.test(name) && (await io.kindOf(path)) === 'file';
      const file = isFile ? await readWhole(path, maxBytes, 'case', io) : succeed(null);
      return file.ok && file.value !== null
        ? succeed(file.value)
        : fail('case-damaged', message('failure.case.part'));
    },

    /** Writes files in order; the folder must exist. Fails as `writeAtomically` does; never rejects. */
    write: async (files: readonly CaseFile[]): Promise<Result<null>> => {
      for (const { name, bytes } of files) {
        const written = await writeAtomically(join(place, name), bytes, 'case', io);
        if (!written.ok) return written;
      }
      return succeed(null);
    },

    /** Removes parts that `kept` does not name, and unfinished files. Never rejects; the next change tries again. */
    tidy: async (kept: KeptCase): Promise<void> => {
      const named = new Set([
        ...kept.runs.map(({ id }) => runFile(id)),
        ...kept.pictures.map(({ id }) => pictureFile(id)),
      ]);
      await removeLeftovers(place, io);
      try {
        for (const name of await io.list(place))
          if (OWN_PART.test(name) && !named.has(name)) await io.remove(join(place, name));
      } catch {
        // Harmless but for their size.
      }
    },
  };
}

/**
 * Returns the files of a case in the order of writing: `case.json` last, since it names the others. Fails when they are
 * too large, or when the guard finds a secret.
 */
export async function caseFiles(
  kept: KeptCase,
  parts: CaseParts,
  guard: CaseGuard,
): Promise<Result<CaseFile[]>> {
  const wanted = [
    ...[...(parts.runs ?? [])].map(([id, run]) => [runFile(id), writeRun(run), MAX_BYTES.run] as const),
    [CASE_FILE, writeCase(kept), MAX_BYTES.case] as const,
  ];
  const files: CaseFile[] = [];
  for (const [name, bytes, maxBytes] of wanted) {
    if (bytes === null) return fail('our-fault', message('failure.case.our-fault'));
    if (bytes.length > maxBytes) return fail('nothing-to-do', message('failure.case.too-large'));
    files.push({ name, bytes });
  }
  return (await guard(files)) ? succeed(files) : fail('case-not-clean', message('failure.case.not-clean'));
}
