import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import { verifyBundle } from '../../src-main/evidence/bundle/verify.ts';
import { findInFolder } from '../support/faults/marker-search.ts';
import { KILLED_ITSELF } from '../support/process/posix.ts';
import { NODE_COMPILE_CACHE } from '../support/process/run-cli.ts';
import { SAMPLE_SECRET, SAMPLE_TOKEN } from '../support/samples/sample-run.ts';

const PROGRAM = fileURLToPath(new URL('../support/faults/kill-while-saving.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function save(
  folder: string,
  killAt: number,
): Promise<{ exitCode: number | null; signal: string | null; output: string }> {
  const child = spawn(process.execPath, [PROGRAM, folder, String(killAt)], {
    env: { ...process.env, NODE_COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { exitCode: child.exitCode, signal: child.signalCode, output };
}

describe('a process that is killed while it saves', () => {
  it('leaves no half file under a name and nothing unredacted, wherever it stops; the next try works', async () => {
    const whole = join(root, 'whole');
    mkdirSync(whole);
    const { steps } = JSON.parse((await save(whole, 0)).output);
    expect(steps).toBeGreaterThan(12);
    const kill = async (killAt: number): Promise<void> => {
      const folder = join(root, String(killAt));
      mkdirSync(folder);
      expect(await save(folder, killAt)).toMatchObject(KILLED_ITSELF);
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.zip'))
          expect((await verifyBundle(readFileSync(join(folder, name)))).state, `step ${killAt}`).toBe(
            'sound',
          );
        // What is not finished has a name that begins with a dot, and no secret in it either.
        else expect(name).toMatch(/^\.xray-evidence-[0-9a-f]{32}\.(?:zip|eml)\.part$|\.eml$/u);
      }
      expect(await findInFolder(folder, [SAMPLE_SECRET, SAMPLE_TOKEN])).toEqual([]);
      expect(JSON.parse((await save(folder, 0)).output)).toMatchObject({ saved: true });
    };
    const all = Array.from({ length: steps }, (_, index) => index + 1);
    for (let start = 0; start < all.length; start += 4)
      await Promise.all(all.slice(start, start + 4).map(kill));
  }, 120_000);
});
