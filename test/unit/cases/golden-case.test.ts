import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it, onTestFinished } from 'vitest';

import { importPicture } from '../../../src-main/capture/import-picture.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';

const ID = '5eed'.repeat(8);
/** Written by the first version that kept cases; whatever comes after it must read it. */
const GOLDEN = fileURLToPath(new URL('../../golden/cases-v1', import.meta.url));

it('what an earlier version ticked is read, and written by nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-case-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(GOLDEN, folder, { recursive: true });
  const file = join(folder, ID, 'case.json');
  expect(readFileSync(file, 'utf8')).toContain('"ticked"');
  const store = openCaseStore({ folder, now: () => new Date(0) });
  const changed = await store.change(
    ID,
    (kept) => ({ ...kept, note: 'More' }),
    {},
    async () => true,
  );
  expect(changed).toMatchObject({ ok: true, value: { note: 'More', pictures: [{}] } });
  expect(readFileSync(file, 'utf8')).not.toContain('ticked');
  expect(readdirSync(join(folder, ID)).filter((name) => name.startsWith('picture-'))).toHaveLength(1);
});

it('the golden case of version 1 stays readable, with its runs and its picture', async () => {
  const store = openCaseStore({ folder: GOLDEN, now: () => new Date(0) });
  const id = ID;
  expect(await store.list()).toMatchObject({
    ok: true,
    value: [{ kind: 'case', id, name: 'Before the move – Grüße', state: 'mail-ready', runs: 2 }],
  });
  const read = await store.read(id);
  if (!read.ok) throw new Error(read.failure.message);
  const { runs, pictures, bundles } = read.value;
  expect([runs.length, pictures.length, bundles.length]).toEqual([2, 1, 1]);
  for (const run of runs)
    expect(await store.readRun(id, run.id)).toMatchObject({
      ok: true,
      value: { verdict: { kind: 'residency' } },
    });
  const picture = await store.readPicture(id, pictures[0]?.id ?? '');
  expect(picture.ok && (await importPicture(picture.value))).toMatchObject({ ok: true });
});
