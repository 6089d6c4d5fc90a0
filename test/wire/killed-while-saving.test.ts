import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { inspectBundle } from '../support/samples/arrivals/inspect-bundle.ts';
import { findInFolder } from '../support/faults/marker-search.ts';
import { doWhole, killAtStep, stopAtStep } from '../support/faults/stopped-work.ts';
import { KILLED_ITSELF } from '../support/process/posix.ts';
import { SAMPLE_SECRET, SAMPLE_TOKEN } from '../support/samples/sample-run.ts';

const root = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}

/** Expects no half file under a name and nothing unredacted, and that the next try works. */
async function expectNothingHalf(folder: string, step: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.zip'))
      expect((await inspectBundle(readFileSync(join(folder, name)))).state, step).toBe('sound');
    // What is not finished has a name that begins with a dot, and no secret in it either.
    else expect(name).toMatch(/^\.xray-evidence-[0-9a-f]{32}\.(?:zip|eml)\.part$|\.eml$/u);
  }
  expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN]), step).toEqual([]);
  expect((await doWhole('save', folder)).ok, step).toEqual([true]);
}

describe('a process that is killed while it saves', () => {
  it('leaves no half file under a name and nothing unredacted, wherever it stops; the next try works', async () => {
    const { steps } = await doWhole('save', newFolder('whole'));
    expect(steps).toBeGreaterThan(12);
    for (let stopAt = 1; stopAt <= steps; stopAt += 1) {
      const folder = newFolder(String(stopAt));
      await stopAtStep('save', folder, stopAt);
      await expectNothingHalf(folder, `step ${stopAt} of ${steps}`);
    }
  });

  it('leaves the same behind when the kernel itself ends it', async () => {
    // In the middle of writing, and between the two names.
    for (const killAt of [4, 18]) {
      const folder = newFolder(`killed-${killAt}`);
      expect(await killAtStep('save', folder, killAt)).toEqual(KILLED_ITSELF);
      await expectNothingHalf(folder, `killed at ${killAt}`);
    }
  });
});
