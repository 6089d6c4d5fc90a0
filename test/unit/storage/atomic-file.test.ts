import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import {
  makeFolder,
  NODE_STORAGE,
  readWhole,
  removeLeftovers,
  setAside,
  writeAtomically,
} from '../../../src-main/storage/atomic-file.ts';
import { CAN_LINK, expectMode, IS_POSIX } from '../../support/process/posix.ts';
import {
  errno,
  faultyStorage,
  storageUntilPowerCut,
  watchedStorage,
} from '../../support/faults/storage-faults.ts';
import type { StorageStep } from '../../support/faults/storage-faults.ts';

const root = mkdtempSync(join(tmpdir(), 'atomic-file-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let path = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  path = join(folder, 'note.json');
  mkdirSync(folder);
});

const OLD = Buffer.from('old '.repeat(50));
const NEW = Buffer.from('new, and longer '.repeat(500));
const content = (): string => readFileSync(path, 'utf8');

describe('writeAtomically', () => {
  it('writes a new file for the owner alone, and nothing else', async () => {
    expect(await writeAtomically(path, NEW, 'case')).toEqual({ ok: true, value: null });
    expect(content()).toBe(NEW.toString());
    expectMode(path, 0o600);
    expect(readdirSync(folder)).toEqual(['note.json']);
  });

  it.skipIf(!CAN_LINK)('replaces a file, and a link instead of what it leads to', async () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, OLD);
    symlinkSync(elsewhere, path);
    expect(await writeAtomically(path, NEW, 'case')).toMatchObject({ ok: true });
    expect(readFileSync(elsewhere)).toEqual(OLD);
    expect(content()).toBe(NEW.toString());
    expectMode(path, 0o600);
  });

  it('has the bytes on the disk before they get their name, and the name afterwards', async () => {
    const steps: StorageStep[] = [];
    await writeAtomically(
      path,
      NEW,
      'case',
      watchedStorage((step) => void steps.push(step)),
    );
    expect(steps).toEqual(['create', 'write', 'sync', 'close', 'rename', 'syncFolder']);
  });

  it.each([
    [
      'create',
      'EACCES',
      'folder-not-writable',
      "The check couldn't be saved: this computer doesn't allow it.",
    ],
    ['create', 'ENOENT', 'folder-missing', "The check couldn't be saved: it doesn't exist."],
    ['write', 'ENOSPC', 'disk-full', "The check couldn't be saved: the disk is full."],
    [
      'sync',
      'EIO',
      'folder-not-writable',
      "The check couldn't be saved: the disk didn't respond as expected.",
    ],
    ['close', 'EDQUOT', 'disk-full', "The check couldn't be saved: the disk is full."],
    ['rename', 'EROFS', 'folder-not-writable', "The check couldn't be saved: the disk is read-only."],
  ] as const)('%s with %s keeps the old content and leaves nothing', async (step, code, failure, message) => {
    writeFileSync(path, OLD);
    expect(await writeAtomically(path, NEW, 'case', faultyStorage(step, code))).toMatchObject({
      ok: false,
      failure: { code: failure, message, field: null },
    });
    expect(content()).toBe(OLD.toString());
    expect(readdirSync(folder)).toEqual(['note.json']);
  });

  it('says so when the disk did not confirm the name', async () => {
    expect(await writeAtomically(path, NEW, 'case', faultyStorage('syncFolder', 'EIO'))).toMatchObject({
      ok: false,
    });
    expect(content()).toBe(NEW.toString());
  });

  it('waits for a scanner that holds the file, and gives up in the end', async () => {
    let refusals = 0;
    const busy = (times: number) =>
      watchedStorage((step) => {
        if (step !== 'rename' || refusals >= times) return;
        refusals += 1;
        throw errno('EPERM');
      });
    expect(await writeAtomically(path, NEW, 'case', busy(3))).toMatchObject({ ok: true });
    expect(refusals).toBe(3);
    refusals = 0;
    expect(await writeAtomically(path, NEW, 'case', busy(100))).toMatchObject({ ok: false });
    expect(refusals).toBe(8);
    expect(readdirSync(folder)).toEqual(['note.json']);
  });

  it('leaves the old file or the new one, whole, wherever the power goes', async () => {
    for (let last = 0; last < 6; last += 1) {
      writeFileSync(path, OLD);
      await writeAtomically(path, NEW, 'case', storageUntilPowerCut(last));
      expect(content(), `after step ${last}`).toBe(last < 5 ? OLD.toString() : NEW.toString());
    }
    const leftovers = readdirSync(folder).filter((name) => name !== 'note.json');
    expect(leftovers.length).toBeGreaterThan(2);
    expect(await removeLeftovers(folder)).toBe(leftovers.length);
    expect(readdirSync(folder)).toEqual(['note.json']);
  });

  it('does not replace a folder', async () => {
    mkdirSync(path);
    expect(await writeAtomically(path, NEW, 'case')).toMatchObject({
      // Windows says no more than that access is denied.
      failure: { code: IS_POSIX ? 'file-in-the-way' : 'folder-not-writable' },
    });
    expect(readdirSync(folder)).toEqual(['note.json']);
  });
});

describe('readWhole', () => {
  it('reads a file up to its limit, and knows a missing one', async () => {
    expect(await readWhole(path, 10, 'case')).toEqual({ ok: true, value: null });
    writeFileSync(path, '0123456789');
    expect(await readWhole(path, 10, 'case')).toEqual({ ok: true, value: Buffer.from('0123456789') });
    expect(await readWhole(path, 9, 'case')).toMatchObject({
      failure: { code: 'bad-input', message: "The saved check couldn't be read: the file is too large." },
    });
  });

  it('refuses a folder, and a pipe without waiting for it', async () => {
    expect(await readWhole(folder, 10, 'case')).toMatchObject({ failure: { code: 'file-in-the-way' } });
    if (!IS_POSIX) return;
    execFileSync('mkfifo', [path]);
    expect(await readWhole(path, 10, 'case')).toMatchObject({ failure: { code: 'file-in-the-way' } });
  });

  it('says what is wrong with a file that cannot be read', async () => {
    expect(await readWhole(path, 10, 'case', faultyStorage('read', 'EACCES'))).toMatchObject({
      failure: { message: "The saved check couldn't be read: this computer doesn't allow it." },
    });
  });
});

describe('folders and leftovers', () => {
  it('makes a folder for the owner alone, and is content when it is there', async () => {
    const deep = join(folder, 'a', 'b');
    expect(await makeFolder(deep, 'case')).toEqual({ ok: true, value: null });
    expect(await makeFolder(deep, 'case')).toEqual({ ok: true, value: null });
    expectMode(deep, 0o700);
    writeFileSync(path, '');
    expect(await makeFolder(join(path, 'c'), 'case')).toMatchObject({
      failure: { code: 'file-in-the-way' },
    });
  });

  it('removes only what is unfinished, and never stumbles', async () => {
    writeFileSync(join(folder, `.${'0a'.repeat(16)}.part`), '');
    writeFileSync(join(folder, '.mine.part'), '');
    writeFileSync(path, '');
    expect(await removeLeftovers(folder)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['.mine.part', 'note.json']);
    expect(await removeLeftovers(join(folder, 'none'))).toBe(0);
    expect(await removeLeftovers(folder, faultyStorage('list', 'EACCES'))).toBe(0);
  });

  it('sets a file aside over an earlier one, or says that it could not', async () => {
    const aside = join(folder, 'note.damaged.json');
    writeFileSync(aside, OLD);
    writeFileSync(path, NEW);
    expect(await setAside(path, aside, faultyStorage('rename', 'EACCES', 'always'))).toBe(false);
    expect(await setAside(path, aside)).toBe(true);
    expect(readFileSync(aside)).toEqual(NEW);
    expect(readdirSync(folder)).toEqual(['note.damaged.json']);
  });

  it('is content where a folder cannot be synced', async () => {
    await expect(NODE_STORAGE.syncFolder(folder)).resolves.toBeUndefined();
    await expect(NODE_STORAGE.syncFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
