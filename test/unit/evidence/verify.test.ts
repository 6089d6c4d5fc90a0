import { readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle.ts';
import { problemsInEnglish } from '../../../src-main/terminal/verification.ts';
import { verifyBundle } from '../../../src-main/evidence/verify.ts';
import { HOSTILE_ZIPS, rawZip } from '../../support/hostile-zips.ts';
import { readZip } from '../../support/marker-search.ts';
import { samplePng } from '../../support/sample-png.ts';
import { sampleInput } from '../../support/sample-run.ts';

const picture = { bytes: samplePng(300, 200), width: 300, height: 200, caption: 'Where Xray is' };
const { zip } = await prepareBundle(sampleInput({ pictures: [picture] }));
const entries = await readZip(zip);
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sample bundle with some of its files changed, left out or added. */
const changed = (changes: Readonly<Record<string, Buffer | null>>): Buffer => {
  const all = new Map<string, Buffer>([...entries].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === null) all.delete(name);
    else all.set(name, bytes);
  }
  return rawZip([...all].map(([name, data]) => ({ name, data })));
};
const textOf = (name: string): string => Buffer.from(entries.get(name) ?? []).toString();

describe('a bundle', () => {
  it('of ours is sound, and everything in it can be read', async () => {
    const verified = await verifyBundle(zip);
    expect(verified).toMatchObject({ state: 'sound', problems: [] });
    expect(verified.document?.verdict.kind).toBe('residency');
    expect(verified.files.map(({ path }) => path)).toEqual([...entries.keys()]);
    expect(await verifyBundle(changed({}))).toMatchObject({ state: 'sound' });
  });

  it.each([
    ['a changed summary', { 'summary.txt': Buffer.from('all is well') }, 'summary.txt was changed'],
    [
      'a file more',
      { 'calls/eu-1-authenticate.txt': Buffer.from('x') },
      'calls/eu-1-authenticate.txt is not listed',
    ],
    ['a file less', { 'calls/global-2-data-call.txt': null }, 'is listed and missing'],
    ['no manifest', { 'manifest.json': null }, 'manifest.json is missing'],
    ['no diagnosis', { 'diagnosis.json': null }, 'diagnosis.json is missing'],
    ['a manifest that is none', { 'manifest.json': Buffer.from('{') }, 'does not keep to its schema'],
    ['another picture', { 'pictures/residency-1.png': Buffer.from(samplePng(300, 201)) }, 'was changed'],
    [
      'something behind a picture',
      { 'pictures/residency-1.png': Buffer.concat([picture.bytes, Buffer.from('x')]) },
      'something follows the picture',
    ],
    [
      'a newer version',
      {
        'diagnosis.json': Buffer.from(
          textOf('diagnosis.json').replace('"schemaVersion": 1', '"schemaVersion": 2'),
        ),
      },
      'newer version',
    ],
  ])('with %s is not', async (_name, changes, problem) => {
    const verified = await verifyBundle(changed(changes));
    expect(verified.state).toBe('tampered');
    expect(problemsInEnglish(verified.problems).join(' ')).toContain(problem);
  });

  it('that was cut off anywhere is never sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: zip.length - 1 }), async (length) => {
        expect((await verifyBundle(zip.subarray(0, length))).state).not.toBe('sound');
      }),
      { numRuns: 60 },
    );
  });

  it('with one byte of a file changed is never sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...entries.keys()), fc.nat(), async (name, at) => {
        const bytes = Buffer.from(entries.get(name) ?? []);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x01;
        const { state } = await verifyBundle(changed({ [name]: bytes }));
        // The manifest cannot vouch for its own layout, only for the files.
        if (name !== 'manifest.json') expect(state).toBe('tampered');
      }),
      { numRuns: 80 },
    );
  });
});

describe('a file that is no bundle', () => {
  it.each(HOSTILE_ZIPS)('%s', async (_name, make, reason) => {
    const verified = await verifyBundle(make());
    expect(verified.state).toBe('not-a-bundle');
    expect(problemsInEnglish(verified.problems).join(' ')).toMatch(reason);
    expect(verified.files).toEqual([]);
  });

  it('is answered, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect((await verifyBundle(bytes)).state).toBe('not-a-bundle');
      }),
    );
  });
});

describe('in the terminal', () => {
  const CLI = fileURLToPath(new URL('../../../src-main/verify-cli.ts', import.meta.url));
  const run = (bytes: Uint8Array, ...args: string[]) => {
    const file = join(folder, 'bundle.zip');
    writeFileSync(file, bytes);
    return spawnSync(process.execPath, [CLI, file, ...args], { encoding: 'utf8' });
  };

  it('tells a sound one, a tampered one and one that is none apart', () => {
    const sound = run(zip);
    expect(sound.status, sound.stderr).toBe(0);
    expect(sound.stdout).toContain('Sound: every file is there');
    expect(sound.stdout).toContain('FOR XRAY SUPPORT');
    const tampered = run(changed({ 'summary.txt': Buffer.from('\u001b[2Jwiped') }), '--json');
    expect(tampered.status).toBe(4);
    expect(JSON.parse(tampered.stdout)).toMatchObject({ state: 'tampered' });
    expect(run(changed({ 'summary.txt': Buffer.from('\u001b[2Jwiped') })).stdout).not.toContain('\u001b');
    expect(run(Buffer.from('no')).status).toBe(2);
    expect(spawnSync(process.execPath, [CLI]).status).toBe(2);
    expect(spawnSync(process.execPath, [CLI, join(folder, 'not-there.zip')]).status).toBe(2);
  });

  it('refuses what is hostile within a hundred megabytes', () => {
    const code = `process.on('exit', () => console.error(process.resourceUsage().maxRSS)); await import(${JSON.stringify(CLI)});`;
    const peak = (bytes: Uint8Array): number => {
      const file = join(folder, 'hostile.zip');
      writeFileSync(file, bytes);
      const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code, 'verify', file], {
        encoding: 'utf8',
      });
      return Number(stderr.trim().split('\n').at(-1)) / 1024;
    };
    const least = peak(Buffer.from('no'));
    expect(least).toBeGreaterThan(20);
    for (const [name, make] of HOSTILE_ZIPS) expect(peak(make()) - least, name).toBeLessThan(100);
  }, 120_000);
});

it('the golden bundle of version 1 stays readable', async () => {
  const golden = readFileSync(new URL('../../golden/xray-evidence-v1.zip', import.meta.url));
  expect(await verifyBundle(golden)).toMatchObject({ state: 'sound', document: { schemaVersion: 1 } });
});
