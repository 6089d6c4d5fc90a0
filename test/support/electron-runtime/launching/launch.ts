import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';

import { refuseFaults } from '../refuse-faults.ts';
import { prepareRuntime, runtimeSchema } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { untilAwake } from './until-awake.ts';

/** The built app in a real Electron window. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The app's first window. */
  readonly page: Page;
  /** The folder of the app's user data. */
  readonly userData: string;
  /** Errors of the window, refusals of its content policy among them. */
  readonly complaints: () => readonly string[];
  /** All that the app has written to standard output and standard error since its window is there. */
  readonly output: () => string;
  /**
   * Ends the app and removes its user data, unless the caller named the folder. Rejects when the app has done what
   * Electron 45 would punish (electron-45-switches.cjs).
   */
  readonly close: () => Promise<void>;
}

/**
 * Launches the built app with fresh user data. Of this process's environment it gets where programs and displays are, and
 * no proxy, connect override or certificates but those in `env`. Rejects when no window opens.
 */
export async function launchApp(options: {
  readonly env: Readonly<Record<string, string>>;
  readonly userData?: string;
  /** Further arguments for the app itself. */
  readonly args?: readonly string[];
  /** Another program than the runtime's, see `releaseLike`. */
  readonly executablePath?: string;
}): Promise<LaunchedApp> {
  const runtime = await currentRuntime();
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'user-data-'));
  const removeUserData = (): void => {
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
  };
  const { PATH, HOME, TMPDIR, LANG, ELECTRON_45_SWITCHES } = process.env;
  const inherited = Object.entries({ PATH, HOME, TMPDIR, LANG, ELECTRON_45_SWITCHES }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  try {
    const app = await launchWithin(userData, {
      executablePath: options.executablePath ?? runtime.executablePath,
      args: [...runtime.args, `--user-data-dir=${userData}`, ...(options.args ?? [])],
      env: { ...Object.fromEntries(inherited), ...runtime.env, ...options.env },
      chromiumSandbox: true,
    });
    let output = '';
    for (const stream of [app.process().stdout, app.process().stderr]) {
      stream?.on('data', (bytes: Buffer | string) => {
        output += bytes.toString();
      });
    }
    const close = async (): Promise<void> => {
      await endWithin(app.close(), userData, () => output);
      removeUserData();
      refuseFaults(output);
    };
    try {
      const complaints: string[] = [];
      const watch = (page: Page): void => {
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
      };
      // The first window is there by now, as a rule.
      app.windows().forEach(watch);
      app.on('window', watch);
      const page = await app.firstWindow();
      await untilAwake(page);
      return { app, page, userData, output: () => output, complaints: () => complaints, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    removeUserData();
    throw error;
  }
}

const LAUNCH_LIMIT_MS = 25_000;
const LAUNCH_TRIES = 3;

/**
 * Playwright waits for ever, whatever its own limit, for a page that goes away while it connects, which happens as an app
 * starts on a busy computer; then once more, and that is told.
 */
async function launchWithin(
  userData: string,
  options: Parameters<typeof _electron.launch>[0],
): Promise<ElectronApplication> {
  for (let tries = 1; ; tries += 1) {
    const limit = new AbortController();
    const tooLong = setTimeout(LAUNCH_LIMIT_MS, null, { signal: limit.signal }).catch(() => null);
    const launching = _electron.launch(options);
    const app = await Promise.race([launching, tooLong]).finally(() => limit.abort());
    if (app !== null) {
      killOnceDone(app, userData);
      return app;
    }
    // Whatever comes of it, nobody waits for it any more.
    launching.catch(() => undefined);
    killByFolder(userData);
    if (tries === LAUNCH_TRIES) throw new Error(`The app could not be connected to, ${tries} times.`);
    console.error('Playwright could not connect to an app that started; it is started once more.');
  }
}

/**
 * What Node writes once everything of the app has ended: while Playwright's inspector is still connected, and once it is not.
 * None of the app's code runs any more.
 */
const DONE = /Waiting for the debugger to disconnect|Debugger ending on/u;
const MAX_DONE_LENGTH = 40;
const DISCONNECT_LIMIT_MS = 2000;

/**
 * Kills an app that is done: Playwright disconnects its inspector then, but about one time in forty on a busy computer
 * Electron does not notice and turns round for ever, or does not end after it has. An app that nobody debugs never gets there.
 */
function killOnceDone(app: ElectronApplication, userData: string): void {
  const started = app.process();
  let written = '';
  started.stderr?.on('data', (bytes: Buffer | string) => {
    // The words may come in two pieces.
    written = written.slice(-MAX_DONE_LENGTH) + bytes.toString();
    if (!DONE.test(written)) return;
    const limit = new AbortController();
    started.once('exit', () => limit.abort());
    setTimeout(DISCONNECT_LIMIT_MS, null, { signal: limit.signal, ref: false }).then(
      () => killByFolder(userData),
      () => undefined,
    );
  });
}

/** Kills all processes that have this folder of user data in their command line. */
function killByFolder(userData: string): void {
  spawnSync('pkill', ['-KILL', '-f', userData]);
}

const CLOSE_LIMIT_MS = 20_000;

/** Waits until the app has ended; one that does not is killed, by the name of its folder, and that is told. */
async function endWithin(closing: Promise<void>, userData: string, output: () => string): Promise<void> {
  const limit = new AbortController();
  const tooLong = setTimeout(CLOSE_LIMIT_MS, 'too long', { signal: limit.signal }).catch(() => 'ended');
  if ((await Promise.race([closing, tooLong])) === 'too long') {
    console.error(
      `The app had not ended ${CLOSE_LIMIT_MS / 1000} seconds after its window was closed; it was killed. It wrote last: ${output().slice(-500)}`,
    );
    killByFolder(userData);
    await closing.catch(() => undefined);
  }
  limit.abort();
}

let prepared: Promise<Runtime> | null = null;

/** The runtime that `npm test` prepared, or one of our own when a test file is run alone. */
export async function currentRuntime(): Promise<Runtime> {
  const given = process.env['XRAY_DOCTOR_RUNTIME'];
  if (given !== undefined) {
    const runtime = runtimeSchema.parse(JSON.parse(given));
    // The display of this worker (own-display.ts).
    const { DISPLAY } = process.env;
    return DISPLAY === undefined ? runtime : { ...runtime, env: { ...runtime.env, DISPLAY } };
  }
  prepared ??= prepareRuntime({ build: 'when-stale', say: console.error }).then(({ runtime }) => runtime);
  return prepared;
}
