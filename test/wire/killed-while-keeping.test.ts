import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { openCaseStore } from '../../src-main/cases/case-store.ts';
import type { CaseStore } from '../../src-main/cases/case-store.ts';
import type { KeptCase } from '../../src-main/contract/case.ts';
import { findInFolder } from '../support/faults/marker-search.ts';
import { KILLED_ITSELF } from '../support/process/posix.ts';
import { doWhole, killAtStep, stopAtStep } from '../support/faults/stopped-work.ts';
import {
  caseId,
  keptDiagnosis,
  sampleCase,
  sampleGuard,
  sampleParts,
} from '../support/samples/sample-case.ts';
import { SAMPLE_SECRET, SAMPLE_TOKEN } from '../support/samples/sample-run.ts';

const root = mkdtempSync(join(tmpdir(), 'killed-keeping-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const storeIn = (folder: string): CaseStore =>
  openCaseStore({ folder, now: () => new Date('2026-03-03T08:00:00.000Z') });

async function prepare(name: string): Promise<string> {
  const folder = join(root, name);
  const store = storeIn(folder);
  for (const index of [1, 3])
    expect(await store.create(sampleCase(index), sampleParts, sampleGuard)).toMatchObject({ ok: true });
  return folder;
}

/** Whether a case that can be read is whole: everything that it names is there and can be read, too. */
async function expectWhole(store: CaseStore, kept: KeptCase, step: string): Promise<void> {
  for (const { id } of kept.runs)
    expect(await store.readRun(kept.id, id), step).toEqual({ ok: true, value: keptDiagnosis() });
}

/** Expects that nothing is lost or half done, that the next start cleans up, and that everything can still be done. */
async function expectNothingLost(folder: string, step: string): Promise<string> {
  expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN]), step).toEqual([]);
  const store = storeIn(folder);
  const rows = await store.list();
  const ids = rows.ok ? rows.value.map(({ id, kind }) => (expect(kind, step).toBe('case'), id)) : [];
  expect(ids, step).toContain(caseId(1));
  for (const id of ids) {
    const kept = await store.read(id);
    if (!kept.ok) throw new Error(`${step}: ${kept.failure.message}`);
    await expectWhole(store, kept.value, step);
  }
  const first = await store.read(caseId(1));
  if (!first.ok) throw new Error(step);
  // Before or after, nothing in between.
  const { name, runs } = first.value;
  expect([
    ['Case 1', 1],
    ['Changed', 3],
  ]).toContainEqual([name, runs.length]);

  // What is half done is gone after the start, and everything can still be done.
  expect(readdirSync(folder).sort(), step).toEqual(ids.toSorted());
  const change = await store.change(caseId(1), (kept) => kept, {}, sampleGuard);
  expect(change.ok, step).toBe(true);
  expect(readdirSync(join(folder, caseId(1))).sort(), step).toEqual(
    ['case.json', ...runs.map(({ id }) => `run-${id}.json`)].sort(),
  );
  for (const id of ids) expect((await store.remove(id)).ok, step).toBe(true);
  expect(readdirSync(folder), step).toEqual([]);
  return [name, ids.includes(caseId(2)), ids.includes(caseId(3))].join();
}

describe('a process that is killed while it keeps, changes and deletes cases', () => {
  it('loses nothing that was kept before, wherever it stops; the next start cleans up and goes on', async () => {
    const { steps, ok } = await doWhole('keep', await prepare('whole'));
    expect(ok).toEqual([true, true, true]);
    expect(steps).toBeGreaterThan(30);
    const seen = new Set<string>();
    for (let stopAt = 1; stopAt <= steps; stopAt += 1) {
      const folder = await prepare(String(stopAt));
      await stopAtStep('keep', folder, stopAt);
      seen.add(await expectNothingLost(folder, `step ${stopAt} of ${steps}`));
    }
    // Each of the three was caught before and after.
    expect([...seen].sort()).toEqual([
      'Case 1,false,true',
      'Changed,false,true',
      'Changed,true,false',
      'Changed,true,true',
    ]);
  });

  it('loses no more when the kernel itself ends it', async () => {
    for (const killAt of [9, 22]) {
      const folder = await prepare(`killed-${killAt}`);
      expect(await killAtStep('keep', folder, killAt)).toEqual(KILLED_ITSELF);
      await expectNothingLost(folder, `killed at ${killAt}`);
    }
  });
});
