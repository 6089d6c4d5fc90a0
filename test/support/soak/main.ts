/**
 * `npm run soak`: 200 diagnoses in a row in the real window, and 200 in one process of the CLI, with the memory
 * of every process sampled. Prints what it was after the first ten and at the end. Linux only; takes some minutes.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { launchApp } from '../electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';
import { startVirtualDisplay } from '../electron-runtime/display/virtual-display.ts';
import { startFakeXray } from '../fake-xray/server.ts';
import type { FakeXray } from '../fake-xray/server.ts';
import { privateMegabytes, processesBelow } from '../process/process-memory.ts';
import { submitForm, typeKeys, verdictOf } from '../browser/walk.ts';

const RUNS = Number(process.argv[2] ?? 200);
const WARM_UP = 10;
/** So often the secret is typed anew, which gives the page a new process. */
const RETYPE_EVERY = 20;
const TYPED = { clientId: 'region-text', secret: 'fake-secret-of-nobody' };

/** Private megabytes by kind of process. */
type Sample = Readonly<Record<string, number>>;

/** What belongs to each kind of the app's processes alone (proc(5), smaps_rollup). */
function sampleBelow(root: number): Sample {
  const sample: Record<string, number> = {};
  for (const { pid, kind, commandLine } of processesBelow(root)) {
    // The program that starts Electron is ours, and no part of the app.
    if (commandLine.includes('run-electron')) continue;
    sample[kind] = (sample[kind] ?? 0) + privateMegabytes(pid);
  }
  return sample;
}

async function soakWindow(fake: FakeXray): Promise<Sample[]> {
  const running = await launchApp({
    env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
  });
  const { page } = running;
  const samples: Sample[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      if (run === 0) await submitForm(page, TYPED);
      else if (run % RETYPE_EVERY === 0) {
        await page.locator('[data-screen="result"] footer button').first().click();
        await typeKeys(page, TYPED);
        await page.locator('[data-screen="connect"] [data-primary]').click();
      } else {
        // The next verdict stands on another element than this one.
        await page
          .locator('[data-screen="result"]')
          .evaluate((screen) => screen.setAttribute('data-seen', ''));
        await page.locator('[data-screen="result"] .bar-actions button:not([data-primary])').click();
        await page.locator('[data-screen="result"]:not([data-seen])').waitFor();
      }
      const verdict = await verdictOf(page);
      if (verdict !== 'residency') throw new Error(`Run ${run} gave ${verdict ?? 'nothing'}.`);
      samples.push({
        ...sampleBelow(running.app.process().pid ?? 0),
        'browser heap': await heapMegabytes(running),
      });
      process.stderr.write(`\r${run + 1} of ${RUNS} in the window`);
    }
  } finally {
    await running.close();
  }
  process.stderr.write('\n');
  return samples;
}

/** What the main process can reach, once what it cannot has been collected. */
function heapMegabytes({ app }: LaunchedApp): Promise<number> {
  return app.evaluate(() => {
    const [v8, vm] = ['node:v8', 'node:vm'].map((name): unknown => process.mainModule?.require(name));
    const call = (owner: unknown, name: string, ...given: unknown[]): unknown => {
      const found: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : null;
      return typeof found === 'function' ? Reflect.apply(found, owner, given) : null;
    };
    call(v8, 'setFlagsFromString', '--expose-gc');
    const collect: unknown = call(vm, 'runInNewContext', 'gc');
    if (typeof collect === 'function') collect();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  });
}

async function soakTerminal(fake: FakeXray): Promise<Sample[]> {
  const program = fileURLToPath(new URL('terminal-runs.ts', import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', program, String(RUNS)], {
    env: { ...process.env, XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const samples: Sample[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [terminal = 0, heap = 0] = line.split(' ').map(Number);
    samples.push({ terminal, 'terminal heap': heap });
  }
  if (samples.length !== RUNS) throw new Error(`The CLI made ${samples.length} runs of ${RUNS}.`);
  return samples;
}

/** One line a kind of process: after the warm-up, at the end, and the most there ever was. */
function table(samples: readonly Sample[]): string[] {
  const kinds = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return kinds.map((kind) => {
    const all = samples.slice(WARM_UP).map((sample) => sample[kind] ?? 0);
    const [first, last] = [median(all.slice(0, WARM_UP)), median(all.slice(-WARM_UP))];
    const cells = [first, last, last - first, Math.max(...all)].map((value) => value.toFixed(1).padStart(8));
    return `${kind.padEnd(14)} ${cells.join(' ')}`;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const display = await startVirtualDisplay();
process.env['DISPLAY'] = display.display;
const fake = await startFakeXray();
try {
  const lines = [...table(await soakWindow(fake)), ...table(await soakTerminal(fake))];
  process.stdout.write(
    [
      `${RUNS} diagnoses in a row. Private memory in MB, medians of ten after run ${WARM_UP} and at the end:`,
      `${'process'.padEnd(14)} ${['first', 'last', 'growth', 'most'].map((name) => name.padStart(8)).join(' ')}`,
      ...lines,
      '',
    ].join('\n'),
  );
} finally {
  await fake.close();
  display.stop();
}
