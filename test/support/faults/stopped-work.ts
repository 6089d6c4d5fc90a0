/**
 * Work on the disk that is stopped at one of its steps, as a power cut would. As a program (what, folder, step) it kills
 * its own process there; with step 0 it goes to its end and tells how many steps there were.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { runOf, withRun } from '../../../src-main/cases/case-edits.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { saveBundle, NODE_IO } from '../../../src-main/evidence/bundle/save-bundle.ts';
import { NODE_COMPILE_CACHE } from '../process/run-cli.ts';
import {
  caseId,
  keptDiagnosis,
  partId,
  sampleCase,
  sampleGuard,
  sampleParts,
} from '../samples/sample-case.ts';
import { SAMPLE_SECRETS, sampleInput } from '../samples/sample-run.ts';
import { watchedCases } from './case-faults.ts';

/** Is called before each step that changes the disk; with a promise that never settles, nothing comes after it. */
type Step = () => void | Promise<never>;

/** Held here, so that the files of stopped work stay open, as they are when a process is killed. */
const NEVER = new Promise<never>(() => undefined);

let bundle: ReturnType<typeof prepareBundle> | null = null;

/** Saves the sample bundle. */
async function save(folder: string, step: Step): Promise<boolean[]> {
  const stepped = async <T>(work: () => Promise<T>): Promise<T> => {
    await step();
    const value = await work();
    await step();
    return value;
  };
  const saved = await saveBundle(await (bundle ??= prepareBundle(sampleInput())), folder, SAMPLE_SECRETS, {
    ...NODE_IO,
    create: async (path) => {
      const file = await stepped(() => NODE_IO.create(path));
      return {
        write: async (bytes) => {
          // Half of the bytes are on the disk when the power goes.
          await file.write(bytes.subarray(0, bytes.length / 2));
          await stepped(() => file.write(bytes.subarray(bytes.length / 2)));
        },
        sync: () => stepped(() => file.sync()),
        close: () => stepped(() => file.close()),
      };
    },
    read: (path) => stepped(() => NODE_IO.read(path)),
    link: (from, to) => stepped(() => NODE_IO.link(from, to)),
    rename: (from, to) => stepped(() => NODE_IO.rename(from, to)),
    remove: (path) => stepped(() => NODE_IO.remove(path)),
  });
  return [saved.ok];
}

/** Changes a case, keeps another and deletes a third. */
async function keep(folder: string, step: Step): Promise<boolean[]> {
  const io = watchedCases((each) => {
    // Between two reads nothing happens to the disk.
    if (each !== 'kindOf' && each !== 'list' && each !== 'read') return step();
  });
  const store = openCaseStore({ folder, now: () => new Date('2026-03-02T08:00:00.000Z'), io });
  const runs = [2, 3].map((index) => runOf(partId(index), keptDiagnosis()));
  const changed = await store.change(
    caseId(1),
    (kept) => ({ ...runs.reduce((each, run) => withRun(each, run, 'FA4E…4E03'), kept), name: 'Changed' }),
    { runs: new Map(runs.map(({ id }) => [id, keptDiagnosis()])) },
    sampleGuard,
  );
  const created = await store.create(sampleCase(2), sampleParts, sampleGuard);
  const removed = await store.remove(caseId(3));
  return [changed.ok, created.ok, removed.ok];
}

const WORKS = { save, keep };
export type Work = keyof typeof WORKS;

/** Does the work to its end; how many steps it took, and whether each part of it went well. */
export async function doWhole(work: Work, folder: string): Promise<{ steps: number; ok: boolean[] }> {
  let steps = 0;
  const ok = await WORKS[work](folder, () => void (steps += 1));
  return { steps, ok };
}

/** Begins the work and resolves at step number `stopAt`, after which nothing of it goes on: no `finally`, no handler. */
export async function stopAtStep(work: Work, folder: string, stopAt: number): Promise<void> {
  let steps = 0;
  const stopped = Promise.withResolvers<void>();
  const whole = WORKS[work](folder, () => {
    steps += 1;
    if (steps < stopAt) return;
    stopped.resolve();
    return NEVER;
  });
  await Promise.race([
    stopped.promise,
    whole.then(() => Promise.reject(new Error(`There is no step ${stopAt}.`))),
  ]);
}

/** The same in a process of its own, which kills itself at the step; how it ended. */
export async function killAtStep(
  work: Work,
  folder: string,
  killAt: number,
): Promise<{ exitCode: number | null; signal: string | null }> {
  const child = spawn(process.execPath, [import.meta.filename, work, folder, String(killAt)], {
    env: { ...process.env, NODE_COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.all([text(child.stdout), once(child, 'close')]);
  return { exitCode: child.exitCode, signal: child.signalCode };
}

if (import.meta.main) {
  const [, , work, folder = '', killAt] = process.argv;
  let steps = 0;
  await WORKS[work === 'save' ? 'save' : 'keep'](folder, () => {
    steps += 1;
    if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
}
