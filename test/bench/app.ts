import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { getPriority, setPriority, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { createPackage } from '@electron/asar';

import { isOwnElectron, pack } from '../../assets/packaging/pack.ts';
import { environmentForUser, nobodyIn } from '../support/electron-runtime/launching/hand-over.ts';
import { openToUser } from '../support/electron-runtime/launching/packed-app.ts';
import { IS_ROOT, ownCache, REPOSITORY } from '../support/electron-runtime/places.ts';
import { findElectron } from '../support/electron-runtime/runtime.ts';
import { memoryOf, startWatchedScreen, timeToScreen } from './screen-watch.ts';
import type { WatchedScreen } from './screen-watch.ts';
import { median, table } from './statistics.ts';
import type { Report } from './statistics.ts';

const ROUNDS = 11;
const LOADED_MS = 2000;
const MEGABYTE = 1024 * 1024;
const START_FILE_FOLDER = join(REPOSITORY, 'test/support/electron-runtime');
const START_FILES = ['start-file.cjs', 'electron-45-switches.cjs'];
/**
 * The pointer of the X server may stand over one of our buttons, whose hover fades in around the limit of the watched screen and
 * would be most of what is measured. The empty app is given the switch too.
 */
const SWITCHES = ['--force-prefers-reduced-motion'];
const AIM_START = 1.25;
const AIM_MEMORY_MB = 40;
const AIM_ASAR_MB = 3;

/** One app to be measured. */
interface Contestant {
  readonly folder: string;
  readonly executable: string;
  readonly asar: string;
}

interface Measured {
  readonly startMs: number;
  readonly privateMb: number;
  readonly pssMb: number;
}

/**
 * Our packed app beside an empty one on the same Electron: from process start to the first screen that stays as it is,
 * memory of all processes, sizes. Linux alone, since the screen is read out of Xvfb.
 */
export async function benchApp(): Promise<Report> {
  if (process.platform !== 'linux')
    throw new Error('This benchmark reads the screen of Xvfb; it runs on Linux.');
  const home = mkdtempSync(join(tmpdir(), 'bench-app-'));
  chmodSync(home, 0o755);
  // Others who work on this computer disturb less; only root may.
  const priority = getPriority();
  if (IS_ROOT) setPriority(-19);
  const screen = await startWatchedScreen();
  try {
    const found = await findElectron(ownCache(), (line) => process.stderr.write(`${line}\n`));
    const packed = await pack({
      repository: REPOSITORY,
      kind: 'test',
      electron: found,
      output: join(home, 'ours'),
    });
    const empty = await emptyApp(packed, join(home, 'empty'), !isOwnElectron(found.electron));
    for (const { folder } of [packed, empty]) await openToUser(folder);
    const apps = [empty, packed];
    const cold = await rounds(apps, screen, home, true);
    const warm = await rounds(apps, screen, home, false);
    return report(found.electron, apps, cold, warm);
  } finally {
    screen.stop();
    setPriority(priority);
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * The same Electron with an app that opens one window with one heading and one button. The start file of an old Electron
 * belongs to the runtime and is in both.
 */
async function emptyApp(packed: Contestant, folder: string, withStartFile: boolean): Promise<Contestant> {
  cpSync(packed.folder, folder, { recursive: true });
  const source = `${folder}-source`;
  const main = 'dist/main/main.cjs';
  mkdirSync(join(source, dirname(main)), { recursive: true });
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Empty</title><h1>Empty</h1><button type="button">Go</button>\n',
  );
  writeFileSync(
    join(source, main),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 960, height: 720 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`,
  );
  if (withStartFile)
    for (const name of START_FILES) cpSync(join(START_FILE_FOLDER, name), join(source, name));
  const manifest = { name: 'empty', version: '1.0.0', main: withStartFile ? 'start-file.cjs' : main };
  writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
  const resources = join(folder, 'resources');
  for (const name of readdirSync(resources)) rmSync(join(resources, name));
  const asar = join(resources, 'app.asar');
  await createPackage(source, asar);
  return { folder, executable: join(folder, basename(packed.executable)), asar };
}

/** Each app in turns, one round that does not count first. */
async function rounds(
  apps: readonly Contestant[],
  screen: WatchedScreen,
  home: string,
  isCold: boolean,
): Promise<Measured[][]> {
  const measured = apps.map((): Measured[] => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < apps.length; turn += 1) {
      const index = (turn + round + apps.length) % apps.length;
      const app = apps[index];
      if (app === undefined) continue;
      const one = await startOnce(app, screen, join(home, `user-${index}`), isCold);
      if (round >= 0) measured[index]?.push(one);
    }
  }
  return measured;
}

async function startOnce(
  app: Contestant,
  screen: WatchedScreen,
  home: string,
  isCold: boolean,
): Promise<Measured> {
  if (isCold) {
    rmSync(home, { recursive: true, force: true });
    if (IS_ROOT) writeFileSync('/proc/sys/vm/drop_caches', '3');
  }
  mkdirSync(home, { recursive: true });
  const user = IS_ROOT ? nobodyIn(readFileSync('/etc/passwd', 'utf8')) : null;
  const plain = { PATH: process.env['PATH'], HOME: home, DISPLAY: screen.display };
  const env =
    user === null ? plain : environmentForUser(plain, { user, temporary: [tmpdir()], cache: ownCache() });
  let child: ChildProcess | undefined;
  try {
    const startMs = await timeToScreen(screen, () => {
      child = spawn(app.executable, SWITCHES, { env, cwd: '/', stdio: 'ignore', ...user });
    });
    // By then it has loaded what the first screen does not need.
    await setTimeout(LOADED_MS);
    const { privateBytes, pss } = memoryOf(processesBelow(app.folder));
    return { startMs, privateMb: privateBytes / MEGABYTE, pssMb: pss / MEGABYTE };
  } finally {
    await ended(child);
  }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([over, setTimeout(5000)]);
  child.kill('SIGKILL');
  await over;
}

function processesBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        return dirname(readlinkSync(`/proc/${pid}/exe`)) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

function folderSize(folder: string): number {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function report(
  electron: string,
  apps: readonly Contestant[],
  cold: readonly (readonly Measured[])[],
  warm: readonly (readonly Measured[])[],
): Report {
  const row = (
    title: string,
    values: readonly (number | undefined)[],
    digits: number,
    compare: (ours: number, empty: number) => string,
    aim: string,
  ): string[] => {
    const [empty = Number.NaN, ours = Number.NaN] = values;
    return [title, empty.toFixed(digits), ours.toFixed(digits), compare(ours, empty), aim];
  };
  const medians = (all: readonly (readonly Measured[])[], field: keyof Measured): number[] =>
    all.map((runs) => median(runs.map((run) => run[field])));
  const ratio = (ours: number, empty: number): string => (ours / empty).toFixed(2);
  const more = (ours: number, empty: number): string => `+${(ours - empty).toFixed(1)}`;
  const megabytes = (sizes: readonly number[]): number[] => sizes.map((size) => size / MEGABYTE);
  const rows = [
    row('cold start, ms', medians(cold, 'startMs'), 0, ratio, `≤ ${AIM_START}`),
    row('warm start, ms', medians(warm, 'startMs'), 0, ratio, `≤ ${AIM_START}`),
    row('private memory, MB', medians(warm, 'privateMb'), 1, more, `≤ +${AIM_MEMORY_MB}`),
    row('memory by share (PSS), MB', medians(warm, 'pssMb'), 1, more, ''),
    row('app.asar, MB', megabytes(apps.map(({ asar }) => statSync(asar).size)), 2, more, `< ${AIM_ASAR_MB}`),
    row('packed folder, MB', megabytes(apps.map(({ folder }) => folderSize(folder))), 1, more, ''),
  ];
  const details = [
    `Electron ${electron}; medians of ${ROUNDS}, the apps take turns. A start begins with the process and ends when`,
    'nearly all of the screen (99.5 % of its points, read out of the X server) looks as it stays.',
    IS_ROOT
      ? 'Cold: caches of the system dropped, new user data. Warm: the same user data again.'
      : 'Cold: new user data only, since caches are root’s to drop. Warm: the same user data again.',
    '',
    table(['', 'empty app', 'ours', 'difference', 'aim'], rows),
  ].join('\n');
  return {
    details,
    outcomes: rows.map(([what = '', empty = '', ours = '', compared = '', aim = '']) => ({
      what,
      beside: 'an empty app',
      other: empty,
      ours,
      compared,
      aim,
    })),
  };
}
