import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { caseIdSchema, MAX_CASES } from '../contract/case.ts';
import type { CaseId, CaseRow, KeptCase } from '../contract/case.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { failFor } from '../storage/file-failure.ts';
import { makeFolder, renameWhileLocked } from '../storage/atomic-file.ts';
import type { MessageKey } from '../i18n/catalog.ts';
import { message } from '../i18n/message.ts';
import { MAX_BYTES, parseRun, rowOf } from './case-file.ts';
import type { CaseReading } from './case-file.ts';
import { caseFiles, caseFolder, NODE_CASES, pictureFile, runFile } from './case-folder.ts';
import type { CaseIo, CaseParts } from './case-folder.ts';
import type { CaseGuard } from './case-guard.ts';

/** The kept cases, one folder each. No function rejects; after a failure the former state is still there. */
export type CaseStore = ReturnType<typeof openCaseStore>;

/** A case that was not finished, or is being deleted. */
const PARTIAL_FOLDER = /^\.(?:new|gone)-[0-9a-f]{32}$/u;
const MAX_FOLDERS = 4 * MAX_CASES;

/** Opens the store in `folder`, which the first case creates. */
export function openCaseStore(options: {
  readonly folder: string;
  readonly now: () => Date;
  readonly io?: CaseIo;
}) {
  const { folder, now, io = NODE_CASES } = options;
  const placeOf = (id: CaseId): string => join(folder, id);
  const folderOf = (id: CaseId) => caseFolder(placeOf(id), io);
  let last: Promise<unknown> = Promise.resolve();
  let isSwept = false;

  /** Serialised, so that each sees the result of the one before. */
  const inTurn = <T>(failing: MessageKey, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const own = last
      .then(sweep)
      .then(work)
      .catch((error: unknown) => failFor(error, failing));
    last = own;
    return own;
  };
  const toRead = 'failure.case.read';
  const toKeep = 'failure.case.keep';

  /** Never rejects: the next start tries again. */
  const removeQuietly = (path: string): Promise<unknown> => io.removeFolder(path).catch(() => null);

  /** Removes once what an interrupted run of the app left. */
  const sweep = async (): Promise<void> => {
    if (isSwept) return;
    isSwept = true;
    try {
      if ((await io.kindOf(folder)) !== 'folder') return;
      for (const name of await io.list(folder))
        if (PARTIAL_FOLDER.test(name)) await removeQuietly(join(folder, name));
    } catch {
      // The work behind it fails with the same error.
    }
  };

  /** Works with the ids of all cases. Fails for a link: it is not followed, and the cases behind it must not seem to be gone. */
  const withIds = <T>(failing: MessageKey, work: (ids: CaseId[]) => Promise<Result<T>>): Promise<Result<T>> =>
    inTurn(failing, async () => {
      const kind = await io.kindOf(folder);
      if (kind === 'other')
        return fail('file-in-the-way', message('failure.case.folder-is-link', { folder }));
      const names = kind === 'folder' ? await io.list(folder) : [];
      return work(names.filter((name) => caseIdSchema.safeParse(name).success).slice(0, MAX_FOLDERS));
    });

  const read = async (id: CaseId): Promise<Result<KeptCase>> => {
    const found = await folderOf(id).read(id);
    if (found === null) return fail('case-missing', message('failure.case.gone'));
    if (found.kind === 'case') return succeed(found.kept);
    return found.kind === 'newer'
      ? fail('case-newer', message('failure.case.newer'))
      : fail('case-damaged', message('failure.case.damaged'));
  };

  return {
    /** The case that changed last comes first; those that cannot be read come last. */
    list: () =>
      withIds(toRead, async (ids) => {
        const rows: CaseRow[] = [];
        for (const id of ids) rows.push(...rowsFor(id, await folderOf(id).read(id)));
        return succeed(rows.sort(byChange));
      }),

    /** How many there are, by their names alone. */
    count: () => withIds(toRead, async (ids) => succeed(ids.length)),

    /** The readable case that was written last of those that `isWanted` takes, without reading older ones; null if none. */
    newest: (isWanted: (kept: KeptCase) => boolean = () => true) =>
      withIds(toRead, async (ids) => {
        const times = new Map<CaseId, number>();
        for (const id of ids) times.set(id, await folderOf(id).writtenAt());
        const newestFirst = ids.sort((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
        let found: KeptCase | null = null;
        for (const id of newestFirst) {
          // Some file systems tell whole seconds only, so what was written in the same one is looked at as well.
          if (found !== null && times.get(id) !== times.get(found.id)) break;
          const reading = await folderOf(id).read(id);
          if (reading?.kind !== 'case' || !isWanted(reading.kept)) continue;
          if (found === null || reading.kept.updatedAt > found.updatedAt) found = reading.kept;
        }
        return succeed(found);
      }),

    /** Fails with `case-missing`, `case-damaged` or `case-newer`. */
    read: (id: CaseId) => inTurn(toRead, () => read(id)),

    /** The redacted diagnosis of one run. Fails as `read` does. */
    readRun: (id: CaseId, runId: string) =>
      inTurn(toRead, async () => {
        const file = await folderOf(id).readPart(runFile(runId), MAX_BYTES.run);
        if (!file.ok) return file;
        const diagnosis = await parseRun(file.value);
        return diagnosis === null ? fail('case-damaged', message('failure.case.part')) : succeed(diagnosis);
      }),

    /** The PNG of one picture, unchecked. Fails as `read` does. */
    readPicture: (id: CaseId, pictureId: string) =>
      inTurn(toRead, () => folderOf(id).readPart(pictureFile(pictureId), MAX_BYTES.picture)),

    /** Fails with `case-not-clean`, before anything is written, when the guard finds a secret. */
    create: (kept: KeptCase, parts: CaseParts, guard: CaseGuard) =>
      withIds(toKeep, async (ids) => {
        if (ids.length >= MAX_CASES)
          return fail('nothing-to-do', message('failure.case.too-many', { count: MAX_CASES }));
        const files = await caseFiles(kept, parts, guard);
        if (!files.ok) return files;
        const partial = join(folder, `.new-${kept.id}`);
        try {
          const made = await makeFolder(partial, 'case', io);
          if (!made.ok) return made;
          const written = await caseFolder(partial, io).write(files.value);
          if (!written.ok) return written;
          await renameWhileLocked(partial, placeOf(kept.id), io);
          await io.syncFolder(folder);
          return succeed(kept);
        } finally {
          await removeQuietly(partial);
        }
      }),

    /** Changes a case unless `edit` returns null; parts that it no longer names are removed. Fails as `read` and `create` do. */
    change: (
      id: CaseId,
      edit: (kept: KeptCase) => KeptCase | null,
      parts: CaseParts,
      guard: CaseGuard,
    ): Promise<Result<KeptCase>> =>
      inTurn(toKeep, async () => {
        const before = await read(id);
        if (!before.ok) return before;
        const edited = edit(before.value);
        if (edited === null) return before;
        const kept = { ...edited, id, updatedAt: now().toISOString() };
        const files = await caseFiles(kept, parts, guard);
        if (!files.ok) return files;
        const written = await folderOf(id).write(files.value);
        // After a failed sync the new file may be there all the same, and the parts that it names are needed.
        const there = written.ok ? succeed(kept) : await read(id);
        if (there.ok) await folderOf(id).tidy(there.value);
        return written.ok ? there : written;
      }),

    /** Deletes a case, readable or not, with everything in its folder. */
    remove: (id: CaseId) =>
      inTurn('failure.case.delete', async () => {
        if ((await io.kindOf(placeOf(id))) !== 'folder')
          return fail('case-missing', message('failure.case.gone'));
        const gone = join(folder, `.gone-${randomBytes(16).toString('hex')}`);
        await renameWhileLocked(placeOf(id), gone, io);
        await io.syncFolder(folder);
        try {
          await io.removeFolder(gone);
        } catch (error) {
          return failFor(error, 'failure.case.delete-rest');
        }
        return succeed(null);
      }),
  };
}

function rowsFor(id: CaseId, found: CaseReading | null): CaseRow[] {
  if (found === null) return [];
  if (found.kind === 'case') {
    const row = rowOf(found.kept);
    return row === null ? [] : [row];
  }
  return found.kind === 'newer'
    ? [{ kind: 'newer', id, name: found.name }]
    : [{ kind: 'damaged', damaged: true, id, reason: found.reason }];
}

function byChange(one: CaseRow, other: CaseRow): number {
  const timeOf = (row: CaseRow): string => (row.kind === 'case' ? row.updatedAt : '');
  return timeOf(other).localeCompare(timeOf(one)) || one.id.localeCompare(other.id);
}
