import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { runOf, withRun } from '../../../src-main/cases/case-edits.ts';
import { MAX_BYTES } from '../../../src-main/cases/case-file.ts';
import { createCaseGuard } from '../../../src-main/cases/case-guard.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import type { CaseStore } from '../../../src-main/cases/case-store.ts';
import { NODE_CASES } from '../../../src-main/cases/case-folder.ts';
import type { CaseIo } from '../../../src-main/cases/case-folder.ts';
import { MAX_CASES } from '../../../src-main/contract/case.ts';
import { NO_KEPT_INTAKE } from '../../../src-main/contract/report/intake.ts';
import type { KeptCase } from '../../../src-main/contract/case.ts';
import { faultyCases } from '../../support/faults/case-faults.ts';
import type { CaseStep } from '../../support/faults/case-faults.ts';
import { findInFolder } from '../../support/faults/marker-search.ts';
import { planted } from '../../support/faults/planted-secrets.ts';
import { CAN_LINK, expectMode, IS_POSIX } from '../../support/process/posix.ts';
import {
  caseId,
  keptDiagnosis,
  partId,
  sampleCase,
  sampleGuard,
  sampleParts,
} from '../../support/samples/sample-case.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import { SAMPLE_ID, SAMPLE_SECRET, SAMPLE_TOKEN, sampleDiagnosis } from '../../support/samples/sample-run.ts';

const root = mkdtempSync(join(tmpdir(), 'case-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let store: CaseStore;
let count = 0;
const NOW = new Date('2026-03-02T08:00:00.000Z');
const open = (io?: CaseIo): CaseStore =>
  openCaseStore({ folder, now: () => NOW, ...(io === undefined ? {} : { io }) });
beforeEach(() => {
  count += 1;
  folder = join(root, String(count), 'cases');
  store = open();
});

const create = (index = 1, over: Partial<KeptCase> = {}) =>
  store.create(sampleCase(index, over), sampleParts, sampleGuard);
const place = (index = 1, ...more: string[]): string => join(folder, caseId(index), ...more);
const rows = async (of = store) => {
  const found = await of.list();
  return found.ok ? found.value : [];
};
/** Every file below the folder with its content. */
const snapshot = (): Record<string, string> =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => statSync(join(folder, name)).isFile())
          .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
      )
    : {};

const renamed = (kept: KeptCase, name: string): KeptCase => ({ ...kept, name });
const SHORT_ID = sampleCase(1).clientId;

describe('the case store', () => {
  it('has no case and no folder before the first one is kept', async () => {
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps a case for its owner alone, and finds it again after a restart', async () => {
    expect(await create()).toEqual({ ok: true, value: sampleCase(1) });
    const again = open();
    expect(await again.read(caseId(1))).toEqual({ ok: true, value: sampleCase(1) });
    expect(await again.readRun(caseId(1), partId(1))).toEqual({ ok: true, value: keptDiagnosis() });
    expect(await rows(again)).toEqual([
      {
        kind: 'case',
        id: caseId(1),
        name: 'Case 1',
        site: 'acme.atlassian.net',
        createdAt: '2026-03-01T10:00:00.000Z',
        updatedAt: '2026-03-01T10:00:00.000Z',
        checkedAt: '2026-03-01T09:30:01.500Z',
        verdict: { kind: 'residency', rule: 'residency.region-text' },
        state: 'checked',
        runs: 1,
      },
    ]);
    expect(readdirSync(folder)).toEqual([caseId(1)]);
    expect(readdirSync(place()).sort()).toEqual(['case.json', `run-${partId(1)}.json`]);
    expectMode(folder, 0o700);
    expectMode(place(), 0o700);
    for (const name of readdirSync(place())) expectMode(place(1, name), 0o600);
    expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN, SAMPLE_ID])).toEqual([]);
  });

  it('lists the case that changed last first', async () => {
    await create(1);
    await create(2, { updatedAt: '2026-03-01T11:00:00.000Z' });
    await create(3, { updatedAt: '2026-03-01T09:00:00.000Z' });
    expect((await rows()).map(({ id }) => id)).toEqual([2, 1, 3].map(caseId));
    await store.change(caseId(3), (kept) => kept, {}, sampleGuard);
    expect((await rows())[0]).toMatchObject({ id: caseId(3), updatedAt: NOW.toISOString() });
  });

  it('changes what was asked for and nothing else, one change after another', async () => {
    await create();
    const changes = [
      (kept: KeptCase) => renamed(kept, 'The other one'),
      (kept: KeptCase) => ({ ...kept, state: 'waiting-for-xray' as const }),
      (kept: KeptCase) => withRun(kept, runOf(partId(2), keptDiagnosis()), SHORT_ID),
    ];
    const parts = { runs: new Map([[partId(2), keptDiagnosis()]]) };
    const results = await Promise.all(
      changes.map((edit, index) => store.change(caseId(1), edit, index === 2 ? parts : {}, sampleGuard)),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const [run] = sampleCase(1).runs;
    expect(await open().read(caseId(1))).toEqual({
      ok: true,
      value: {
        ...sampleCase(1),
        name: 'The other one',
        state: 'waiting-for-xray',
        runs: [run, { ...run, id: partId(2) }],
        updatedAt: NOW.toISOString(),
      },
    });
  });

  it('a name that cannot be seen is the Jira site, and one is on one line', async () => {
    await create(1, { name: ' \u200b\n ' });
    expect((await rows())[0]).toMatchObject({ name: 'acme.atlassian.net' });
    await create(2, { name: '  The\nother\u202e one ', updatedAt: '2026-03-01T11:00:00.000Z' });
    expect((await rows())[0]).toMatchObject({ name: 'The other one' });
  });

  it('finds the case that was written last, and reads no older one', async () => {
    expect(await store.newest()).toEqual({ ok: true, value: null });
    const at = (index: number, seconds: number) => utimesSync(place(index, 'case.json'), seconds, seconds);
    for (const index of [1, 2, 3]) await create(index);
    at(1, 1000);
    at(2, 3000);
    at(3, 2000);
    const readNames: string[] = [];
    const watched: CaseIo = {
      ...NODE_CASES,
      read: (path, maxBytes) => {
        readNames.push(path);
        return NODE_CASES.read(path, maxBytes);
      },
    };
    const reading = open(watched);
    expect(await reading.newest()).toMatchObject({ value: { id: caseId(2) } });
    expect(readNames).toEqual([place(2, 'case.json')]);
    // What cannot be read or is not wanted is passed by.
    writeFileSync(place(2, 'case.json'), 'x');
    at(2, 3000);
    expect(await reading.newest()).toMatchObject({ value: { id: caseId(3) } });
    expect(await reading.newest(({ id }) => id === caseId(1))).toMatchObject({ value: { id: caseId(1) } });
    expect(await reading.newest(() => false)).toEqual({ ok: true, value: null });
    rmSync(place(3, 'case.json'));
    expect(await reading.newest()).toMatchObject({ value: { id: caseId(1) } });
  });

  it('of two that were written in the same second it is the one that says so', async () => {
    await create(1, { updatedAt: '2026-03-01T11:00:00.100Z' });
    await create(2, { updatedAt: '2026-03-01T11:00:00.900Z' });
    await create(3, { updatedAt: '2026-03-01T11:00:00.500Z' });
    for (const index of [1, 2, 3]) utimesSync(place(index, 'case.json'), 1000, 1000);
    expect(await store.newest()).toMatchObject({ value: { id: caseId(2) } });
  });

  it('reads the pictures of a case of before, and removes those that it does not name any more', async () => {
    const png = samplePng(300, 200);
    await create(1, { pictures: [{ id: partId(5), caption: 'c' }] });
    for (const index of [5, 6]) writeFileSync(place(1, `picture-${partId(index)}.png`), png);
    const read = await store.readPicture(caseId(1), partId(5));
    expect(read.ok && Buffer.from(read.value).equals(png)).toBe(true);
    await store.change(caseId(1), (kept) => ({ ...kept, note: 'More' }), {}, sampleGuard);
    expect(readdirSync(place()).sort()).toEqual([
      'case.json',
      `picture-${partId(5)}.png`,
      `run-${partId(1)}.json`,
    ]);
    expect(await store.readPicture(caseId(1), partId(6))).toMatchObject({
      failure: { code: 'case-damaged' },
    });
  });

  it('deletes a case for good, with everything in its folder', async () => {
    await create(1);
    await create(2);
    writeFileSync(place(1, `.${'a'.repeat(32)}.part`), 'half');
    writeFileSync(place(1, 'foreign.txt'), 'x');
    mkdirSync(place(1, 'folder'));
    const outside = join(root, 'outside');
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, 'mine'), 'x');
    if (CAN_LINK) symlinkSync(outside, place(1, 'link'));
    expect(await store.remove(caseId(1))).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual([caseId(2)]);
    expect(readdirSync(outside)).toEqual(['mine']);
    expect(await store.remove(caseId(1))).toMatchObject({ failure: { code: 'case-missing' } });
    expect(await store.read(caseId(1))).toMatchObject({ failure: { code: 'case-missing' } });
  });

  it('keeps so many cases and no more', async () => {
    await create();
    for (let index = 2; index <= MAX_CASES; index += 1) mkdirSync(place(index));
    expect(await create(9999)).toMatchObject({
      failure: { code: 'nothing-to-do', message: expect.stringContaining('500 saved checks') },
    });
  });

  it('refuses what is too large, and what is no case by a fault of ours', async () => {
    await create();
    const before = snapshot();
    const notes = [`x${'x'.repeat(MAX_BYTES.run)}`];
    const large = new Map([[partId(7), { ...keptDiagnosis(), notes }]]);
    expect(await store.change(caseId(1), (kept) => kept, { runs: large }, sampleGuard)).toMatchObject({
      failure: { message: expect.stringContaining('too large') },
    });
    expect(await store.change(caseId(1), (kept) => ({ ...kept, runs: [] }), {}, sampleGuard)).toMatchObject({
      failure: { code: 'our-fault' },
    });
    expect(snapshot()).toEqual(before);
  });
});

describe('a damaged case', () => {
  type Damage = readonly [how: string, damage: () => void, reason: string];
  const LINK: Damage = [
    'is a link to another case',
    () => (rmSync(place(1, 'case.json')), symlinkSync(place(2, 'case.json'), place(1, 'case.json'))),
    'damage.no-file',
  ];
  const PIPE: Damage = [
    'is a pipe',
    () => (rmSync(place(1, 'case.json')), execFileSync('mkfifo', [place(1, 'case.json')])),
    'damage.no-file',
  ];
  const DAMAGES: readonly Damage[] = [
    ['was cut off', () => truncateSync(place(1, 'case.json'), 100), 'damage.unreadable'],
    ['is empty', () => writeFileSync(place(1, 'case.json'), ''), 'damage.unreadable'],
    ['is something else', () => writeFileSync(place(1, 'case.json'), '{"a":1}'), 'damage.no-case'],
    ['has a version that never was', () => edit((json) => ({ ...json, schemaVersion: 0 })), 'damage.no-case'],
    ['has a key too many', () => edit((json) => ({ ...json, more: 1 })), 'damage.no-case'],
    ['has no run', () => edit((json) => ({ ...json, runs: [] })), 'damage.no-case'],
    ['is gone', () => rmSync(place(1, 'case.json')), 'damage.file-missing'],
    [
      'is huge',
      () => writeFileSync(place(1, 'case.json'), Buffer.alloc(MAX_BYTES.case + 1, 32)),
      'damage.too-large',
    ],
    ['is a copy', () => edit((json) => ({ ...json, id: caseId(77) })), 'damage.copy'],
    [
      'is a folder',
      () => (rmSync(place(1, 'case.json')), mkdirSync(place(1, 'case.json'))),
      'damage.no-file',
    ],
    ...(CAN_LINK ? [LINK] : []),
    ...(IS_POSIX ? [PIPE] : []),
  ];
  function edit(change: (json: Record<string, unknown>) => unknown): void {
    const path = place(1, 'case.json');
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
  }

  it.each(DAMAGES)(
    '%s: it is listed as damaged, the others are not taken along, it is never overwritten',
    async (_how, damage, reason) => {
      await create(1);
      await create(2);
      damage();
      expect(await rows()).toEqual([
        expect.objectContaining({ kind: 'case', id: caseId(2) }),
        { kind: 'damaged', damaged: true, id: caseId(1), reason: { key: reason, values: {} } },
      ]);
      expect(await store.read(caseId(1))).toMatchObject({ failure: { code: 'case-damaged' } });
      const kind = statSync(place(1, 'case.json'), { throwIfNoEntry: false })?.isFile();
      const before = kind === true ? readFileSync(place(1, 'case.json')) : null;
      expect(await store.change(caseId(1), (kept) => kept, {}, sampleGuard)).toMatchObject({ ok: false });
      if (before !== null) expect(readFileSync(place(1, 'case.json'))).toEqual(before);
      expect(await store.remove(caseId(1))).toMatchObject({ ok: true });
      expect(readdirSync(folder)).toEqual([caseId(2)]);
    },
  );

  it('any bytes in case.json: the list stands, and the others are in it', async () => {
    await create(1);
    await create(2);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        writeFileSync(place(1, 'case.json'), bytes);
        expect((await rows()).map(({ kind, id }) => [kind, id])).toEqual([
          ['case', caseId(2)],
          ['damaged', caseId(1)],
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it.skipIf(!CAN_LINK)(
    'a part that is gone, cut, foreign or a link fails alone; the case stays',
    async () => {
      await create();
      const path = place(1, `run-${partId(1)}.json`);
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, 200));
      expect(await store.readRun(caseId(1), partId(1))).toMatchObject({ failure: { code: 'case-damaged' } });
      rmSync(path);
      expect(await store.readRun(caseId(1), partId(1))).toMatchObject({ failure: { code: 'case-damaged' } });
      writeFileSync(join(root, 'elsewhere.json'), whole);
      symlinkSync(join(root, 'elsewhere.json'), path);
      expect(await store.readRun(caseId(1), partId(1))).toMatchObject({ failure: { code: 'case-damaged' } });
      expect(await store.readRun(caseId(1), '../../x')).toMatchObject({ failure: { code: 'case-damaged' } });
      expect((await rows())[0]).toMatchObject({ kind: 'case' });
    },
  );
});

describe('a case of a newer version', () => {
  it('is shown as such, never overwritten, and can be deleted', async () => {
    await create(1);
    const newer = JSON.stringify({ schemaVersion: 2, id: caseId(1), name: ' Of\u202e tomorrow ', more: [] });
    writeFileSync(place(1, 'case.json'), newer);
    writeFileSync(place(1, 'run-of-tomorrow.bin'), 'x');
    expect(await rows()).toEqual([{ kind: 'newer', id: caseId(1), name: 'Of tomorrow' }]);
    const before = snapshot();
    expect(await store.read(caseId(1))).toMatchObject({ failure: { code: 'case-newer' } });
    for (const edit of [(kept: KeptCase) => renamed(kept, 'x'), (kept: KeptCase) => ({ ...kept, note: 'x' })])
      expect(await store.change(caseId(1), edit, sampleParts, sampleGuard)).toMatchObject({
        failure: { code: 'case-newer', message: expect.stringContaining('newer version') },
      });
    expect(snapshot()).toEqual(before);
    expect(await store.remove(caseId(1))).toMatchObject({ ok: true });
  });
});

describe('what does not belong into the folder', () => {
  it.skipIf(!CAN_LINK)(
    'says so when the folder of all cases is a link, and neither lists nor keeps anything behind it',
    async () => {
      await create(1);
      const moved = join(root, `moved-${count}`);
      renameSync(folder, moved);
      symlinkSync(moved, folder);
      const again = open();
      const told = {
        ok: false,
        failure: {
          code: 'file-in-the-way',
          phrase: { key: 'failure.case.folder-is-link', values: { folder } },
        },
      };
      expect(await again.list()).toMatchObject(told);
      expect(await again.create(sampleCase(2), sampleParts, sampleGuard)).toMatchObject(told);
      expect(readdirSync(moved)).toEqual([caseId(1)]);
    },
  );

  it.skipIf(!CAN_LINK)(
    'foreign files, foreign folders and links are neither listed nor touched',
    async () => {
      await create(1);
      const outside = join(root, `outside-${count}`);
      cpSync(place(1), join(outside, caseId(5)), { recursive: true });
      symlinkSync(join(outside, caseId(5)), place(5));
      writeFileSync(join(folder, 'notes.txt'), 'mine');
      writeFileSync(place(6), 'a file with the name of a case');
      mkdirSync(join(folder, 'a folder'));
      mkdirSync(join(folder, '.new-mine'));
      const before = snapshot();
      expect((await rows()).map(({ id }) => id)).toEqual([caseId(1)]);
      for (const index of [5, 6]) {
        expect(await store.read(caseId(index))).toMatchObject({ failure: { code: 'case-missing' } });
        expect(await store.remove(caseId(index))).toMatchObject({ failure: { code: 'case-missing' } });
      }
      expect(snapshot()).toEqual(before);
      expect(readdirSync(outside)).toEqual([caseId(5)]);
    },
  );

  it('cleans up once what earlier starts left half done', async () => {
    await create(1);
    mkdirSync(join(folder, `.new-${caseId(8)}`));
    writeFileSync(join(folder, `.new-${caseId(8)}`, 'case.json'), 'x');
    mkdirSync(join(folder, `.gone-${'b'.repeat(32)}`));
    await rows(open());
    expect(readdirSync(folder)).toEqual([caseId(1)]);
  });
});

describe('what the disk refuses', () => {
  const FAULTS: readonly [CaseStep, string, string, RegExp][] = [
    ['create', 'EACCES', 'folder-not-writable', /doesn't allow it/u],
    ['create', 'EROFS', 'folder-not-writable', /read-only/u],
    ['write', 'ENOSPC', 'disk-full', /disk is full/u],
    ['sync', 'EIO', 'folder-not-writable', /didn't respond/u],
    ['close', 'EDQUOT', 'disk-full', /disk is full/u],
    ['rename', 'ENOSPC', 'disk-full', /disk is full/u],
    ['syncFolder', 'EIO', 'folder-not-writable', /didn't respond/u],
    ['kindOf', 'EACCES', 'folder-not-writable', /doesn't allow it/u],
  ];

  const TURNS = [1, 2, 3, 4, 5, 6];
  const faults = FAULTS.flatMap((fault) => TURNS.map((turn) => [...fault, turn] as const));

  it.each(faults)(
    '%s fails with %s (%s, %s, turn %i): no half case',
    async (step, errno, code, words, turn) => {
      const result = await open(faultyCases(step, errno, turn)).create(
        sampleCase(1),
        sampleParts,
        sampleGuard,
      );
      if (!result.ok) expect(result.failure).toMatchObject({ code, message: expect.stringMatching(words) });
      const left = await rows(open());
      // Also when the disk's last word is missing, what has the name of a case is one.
      for (const row of left) expect(row).toMatchObject({ kind: 'case' });
      if (result.ok || step !== 'syncFolder') expect(left).toHaveLength(result.ok ? 1 : 0);
      expect(existsSync(folder) ? readdirSync(folder) : []).toHaveLength(left.length);
    },
  );

  it.each(faults)(
    '%s fails with %s (%s, %s, turn %i): nothing is lost',
    async (step, errno, code, words, turn) => {
      await create();
      const before = snapshot();
      const result = await open(faultyCases(step, errno, turn)).change(
        caseId(1),
        (kept) => renamed(withRun(kept, runOf(partId(2), keptDiagnosis()), SHORT_ID), 'Changed'),
        { runs: new Map([[partId(2), keptDiagnosis()]]) },
        sampleGuard,
      );
      if (!result.ok) expect(result.failure).toMatchObject({ code, message: expect.stringMatching(words) });
      const now = await open().read(caseId(1));
      const name = now.ok ? now.value.name : '';
      if (result.ok || step !== 'syncFolder') expect(name).toBe(result.ok ? 'Changed' : 'Case 1');
      if (name === 'Case 1') expect(snapshot()).toEqual(before);
      else expect(await open().readRun(caseId(1), partId(2))).toMatchObject({ ok: true });
    },
  );

  it('every step of them was one that fails', async () => {
    for (const [step, errno] of FAULTS)
      expect(
        await open(faultyCases(step, errno)).create(sampleCase(1), sampleParts, sampleGuard),
      ).toMatchObject({ ok: step === 'kindOf' });
  });

  it('deleting: says so, and the next start finishes it', async () => {
    await create(1);
    expect(await open(faultyCases('rename', 'EROFS')).remove(caseId(1))).toMatchObject({
      failure: {
        message: "The saved check couldn't be deleted: the disk is read-only.",
      },
    });
    expect(await rows()).toHaveLength(1);
    expect(await open(faultyCases('removeFolder', 'EIO')).remove(caseId(1))).toMatchObject({
      failure: { message: expect.stringContaining('tries again the next time it starts') },
    });
    expect(await rows(open())).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder without the right to read',
    async () => {
      await create();
      chmodSync(folder, 0o000);
      expect(await store.list()).toMatchObject({ failure: { code: 'folder-not-writable' } });
      chmodSync(folder, 0o700);
    },
  );

  it('a file in the place of the folder', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, 'a file');
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(await create()).toMatchObject({ failure: { code: 'file-in-the-way' } });
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });
});

describe('a secret is never written', () => {
  const refused = {
    ok: false,
    failure: { code: 'case-not-clean', message: expect.stringContaining('secret') },
  };

  it('not in a run, a name, a caption, a fact or an answer; nothing at all is written then', async () => {
    const leaking = { runs: new Map([[partId(1), sampleDiagnosis()]]) };
    expect(await store.create(sampleCase(1), leaking, sampleGuard)).toMatchObject(refused);
    expect(
      await store.create(sampleCase(1, { name: SAMPLE_SECRET }), sampleParts, sampleGuard),
    ).toMatchObject(refused);
    expect(existsSync(folder)).toBe(false);

    await create();
    const before = snapshot();
    const edits: ((kept: KeptCase) => KeptCase)[] = [
      (kept) => renamed(kept, `a ${SAMPLE_SECRET.toUpperCase()}`),
      (kept) => ({ ...kept, clientId: SAMPLE_ID }),
      (kept) => ({ ...kept, intake: { ...NO_KEPT_INTAKE, snapshotsError: SAMPLE_SECRET } }),
      (kept) => ({ ...kept, pictures: [{ id: partId(5), caption: SAMPLE_SECRET.slice(0, 14) }] }),
      (kept) => ({
        ...kept,
        residencyFacts: [{ product: 'Jira', location: SAMPLE_TOKEN.slice(20, 90), status: '' }],
      }),
    ];
    for (const edit of edits)
      expect(await store.change(caseId(1), edit, {}, sampleGuard)).toMatchObject(refused);
    expect(snapshot()).toEqual(before);
  });

  it('a credential of somebody else is found by its shape, also when no secret is held', async () => {
    await create();
    const guard = createCaseGuard(null);
    expect(
      await store.change(caseId(1), (kept) => renamed(kept, SAMPLE_TOKEN.slice(0, 79)), {}, guard),
    ).toMatchObject({ ok: true });
    const caption = 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl';
    const edit = (kept: KeptCase) => ({ ...kept, pictures: [{ id: partId(5), caption }] });
    expect(await store.change(caseId(1), edit, {}, guard)).toMatchObject(refused);
  });

  it('whatever the secret and its dress, a run that holds it is refused', async () => {
    const { verdict } = keptDiagnosis();
    await fc.assert(
      fc.asyncProperty(planted, async ({ secret, text, secrets }) => {
        // A fragment of a secret of Xray's own alphabet is always telling.
        fc.pre(/^[0-9a-f]+$/u.test(secret));
        const sentence = `Xray said "${text}".`;
        const guard = createCaseGuard(secrets);
        const leaking = { ...keptDiagnosis(), verdict: { ...verdict, sentence } };
        expect(
          await store.create(sampleCase(1), { runs: new Map([[partId(1), leaking]]) }, guard),
        ).toMatchObject(refused);
        expect(existsSync(folder)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
