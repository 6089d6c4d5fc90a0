import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { importPicture } from '../../../src-main/capture/import-picture.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';

/** Written by the first version that kept cases; whatever comes after it must read it. */
const GOLDEN = fileURLToPath(new URL('../../golden/cases-v1', import.meta.url));

it('the golden case of version 1 stays readable, with its runs and its picture', async () => {
  const store = openCaseStore({ folder: GOLDEN, now: () => new Date(0) });
  const id = '5eed'.repeat(8);
  expect(await store.list()).toMatchObject({
    ok: true,
    value: [{ kind: 'case', id, name: 'Before the move – Grüße', state: 'mail-ready', runs: 2 }],
  });
  const read = await store.read(id);
  if (!read.ok) throw new Error(read.failure.message);
  const { runs, pictures, bundles, ticked } = read.value;
  expect([runs.length, pictures.length, bundles.length, ticked]).toEqual([2, 1, 1, ['submit']]);
  for (const run of runs)
    expect(await store.readRun(id, run.id)).toMatchObject({
      ok: true,
      value: { verdict: { kind: 'residency' } },
    });
  const picture = await store.readPicture(id, pictures[0]?.id ?? '');
  expect(picture.ok && (await importPicture(picture.value))).toMatchObject({ ok: true });
});
