import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';

import { environmentForUser, handOverFolder, nobodyIn } from './hand-over.ts';
import { IS_ROOT, ownCache } from '../places.ts';
import { refuseFaults } from '../refuse-faults.ts';
import { untilAwake } from './until-awake.ts';

/** A packed program that runs, as a user without rights when we are root, with a home folder of its own. */
export interface PackedRun {
  readonly pid: number;
  readonly home: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /**
   * Its exit code, or null when a signal ended it. Its home folder is gone by then. Rejects when it has done what Electron
   * 45 would punish (electron-45-switches.cjs).
   */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** What macOS takes a person's folders from, whatever HOME says (CoreFoundation, `CFCopyHomeDirectoryURL`). */
const macHome = (home: string): Record<string, string> =>
  process.platform === 'darwin' ? { CFFIXED_USER_HOME: home } : {};

/**
 * Starts a packed program directly, without anything of ours around it. Of this process's environment it gets where
 * programs and displays are, and nothing else but `env`.
 */
export function startPacked(
  executable: string,
  options: {
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly stdin?: string;
    /** Called with the home folder before the program starts, to put something there. */
    readonly prepare?: (home: string) => void;
  },
): PackedRun {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  options.prepare?.(home);
  const { PATH, DISPLAY, LANG, SystemRoot, ELECTRON_45_SWITCHES } = process.env;
  const inherited = { PATH, DISPLAY, LANG, SystemRoot, ELECTRON_45_SWITCHES };
  const plain = { ...inherited, HOME: home, ...macHome(home), ...options.env };
  const user = IS_ROOT ? nobodyIn(readFileSync('/etc/passwd', 'utf8')) : null;
  const handOver =
    user === null
      ? null
      : { user, temporary: [...new Set([tmpdir(), '/tmp', '/var/tmp'])], cache: ownCache() };
  if (handOver !== null) handOverFolder(home, handOver);
  const child = spawn(executable, options.args, {
    env: handOver === null ? plain : environmentForUser(plain, handOver),
    cwd: home,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...user,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  })
    .then((exitCode) => {
      refuseFaults(stderr);
      return exitCode;
    })
    .finally(() => rmSync(home, { recursive: true, force: true }));
  return {
    pid: child.pid ?? -1,
    home,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** A packed program with its window, seen through Chromium's debugging port alone. */
export interface PackedWindow extends PackedRun {
  readonly page: Page;
  /** Where the app saves without asking. */
  readonly downloads: string;
  readonly close: () => Promise<void>;
}

const LIMIT_MS = 30_000;

/**
 * Starts a packed program and gives its window. Its main process cannot be driven, since the fuses keep debuggers out:
 * what it does shows in the window and on the disk. Rejects when no window opens.
 */
export async function openPacked(
  executable: string,
  env: Readonly<Record<string, string>>,
): Promise<PackedWindow> {
  let downloads = '';
  const run = startPacked(executable, {
    args: ['--remote-debugging-port=0'],
    env,
    prepare: (home) => {
      downloads = join(home, 'Downloads');
      mkdirSync(downloads);
      mkdirSync(join(home, '.config'));
      writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
    },
  });
  const close = async (): Promise<void> => {
    run.kill('SIGTERM');
    const inTime = await Promise.race([run.ended, setTimeout(LIMIT_MS, 'too long')]);
    if (inTime === 'too long') run.kill('SIGKILL');
    await run.ended;
  };
  try {
    const browser = await connect(await debuggingAddress(run));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The packed app has no browser context.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await untilAwake(page);
    return {
      ...run,
      page,
      downloads,
      close: async () => {
        await browser.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const CONNECT_LIMIT_MS = 10_000;
const CONNECT_TRIES = 3;

/** Playwright waits for ever for a page that goes away while it connects, which happens as an app starts; then once more. */
async function connect(address: string): Promise<Browser> {
  let last: unknown = null;
  for (let tries = 0; tries < CONNECT_TRIES; tries += 1) {
    try {
      return await chromium.connectOverCDP(address, { noDefaults: true, timeout: CONNECT_LIMIT_MS });
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function debuggingAddress(run: PackedRun): Promise<string> {
  const started = Date.now();
  for (;;) {
    const address = /DevTools listening on (ws:\S+)/u.exec(run.stderr())?.[1];
    if (address !== undefined) return address;
    const state = await Promise.race([run.ended, setTimeout(50, 'running')]);
    if (state !== 'running' || Date.now() - started > LIMIT_MS)
      throw new Error(`The packed app opened no debugging port: ${run.stderr().trim()}`);
  }
}
