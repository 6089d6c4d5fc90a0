import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { samplePng } from '../../../support/samples/pictures/sample-png.ts';
import { sampleInput } from '../../../support/samples/sample-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOLDEN = fileURLToPath(new URL('../../../golden', import.meta.url));
const fresh = join(folder, 'fresh.zip');
writeFileSync(
  fresh,
  (
    await prepareBundle(
      sampleInput({
        pictures: [{ bytes: samplePng(400, 300), width: 400, height: 300 }],
        note: 'Grüße aus Zürich – 你好',
        log: ['2026-03-01T09:30:00.000Z started'],
      }),
    )
  ).zip,
);
const bundles = [
  ...readdirSync(GOLDEN)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => join(GOLDEN, name)),
  fresh,
];

/** Other people's readers, each with the arguments that make it test a file and the words in which it says that all is well. */
const READERS: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['unzip', ['-t'], /No errors detected/u],
  ['7z', ['t'], /Everything is Ok/u],
  ['python3', ['-m', 'zipfile', '-t'], /Done testing/u],
];

describe.each(READERS)('%s', (program, args, words) => {
  const isThere = spawnSync(program, ['--help']).error === undefined;

  it.skipIf(!isThere)('reads every golden bundle and a fresh one', () => {
    expect(bundles.length).toBeGreaterThan(1);
    for (const bundle of bundles) {
      const { status, stdout, stderr } = spawnSync(program, [...args, bundle], { encoding: 'utf8' });
      expect(`${status} ${stdout}`, stderr).toMatch(words);
      expect(status).toBe(0);
    }
  });
});
