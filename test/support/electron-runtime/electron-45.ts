import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import * as z from 'zod';

import { IS_ROOT, placeOnce } from './places.ts';
import { runProgram } from './launching/run-program.ts';

const require = createRequire(import.meta.url);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The ways to the binary that `findElectron45` is given. */
export interface Electron45Ways {
  /** The executable, when the binary lies beside the npm package already. */
  readonly installed: () => string | null;
  /** Fetches the binary with the npm package's own installer; says whether it came. */
  readonly download: () => Promise<boolean>;
  /** When the last try failed, in milliseconds of the epoch. */
  readonly lastFailure: () => number | null;
  readonly rememberFailure: (now: number) => void;
  readonly now: () => number;
}

/**
 * Gives the executable of the Electron that the product is made for, or null when its binary cannot be had. A failed try
 * counts for a day, so that not every command waits for a network that is closed.
 */
export async function findElectron45(ways: Electron45Ways): Promise<string | null> {
  const installed = ways.installed();
  if (installed !== null) return installed;
  const failed = ways.lastFailure();
  if (failed !== null && failed <= ways.now() && ways.now() - failed < DAY) return null;
  if (await ways.download()) {
    const downloaded = ways.installed();
    if (downloaded !== null) return downloaded;
  }
  ways.rememberFailure(ways.now());
  return null;
}

const manifestSchema = z.object({ version: z.string() });

/** The variable whose value `pinned` makes any other Electron than the one of package.json an error. */
const RUNTIME_VARIABLE = 'ELECTRON_RUNTIME';

/** Whether no other Electron may be taken. Throws when the variable holds a word that nobody knows. */
export function mustBePinned(env: Readonly<Record<string, string | undefined>>): boolean {
  const told = env[RUNTIME_VARIABLE] ?? '';
  if (told !== '' && told !== 'pinned')
    throw new Error(`${RUNTIME_VARIABLE} is "${told}"; the one word that it may hold is "pinned".`);
  return told === 'pinned';
}

/** Gives `electron` back. Throws when it has to be the pinned version and is another one, or none. */
export function refuseOtherElectron<T extends { readonly electron: string } | null>(
  found: T,
  env: Readonly<Record<string, string | undefined>>,
  pinned: string = electron45Version(),
): T {
  if (!mustBePinned(env) || found?.electron === pinned) return found;
  throw new Error(
    `${RUNTIME_VARIABLE} is "pinned": Electron ${pinned} has to be here, and ${found === null ? 'it could not be fetched' : `this is ${found.electron}`}. Fetch it with: node node_modules/electron/install.js`,
  );
}

/** The version of the npm package `electron`, which names the binary that belongs to it. */
export function electron45Version(): string {
  return manifestSchema.parse(JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')))
    .version;
}

/** The binary where the npm package's installer puts it (its install.js: `dist`, and its name in `path.txt`). */
export function installedBinary(): string | null {
  const folder = dirname(require.resolve('electron/package.json'));
  try {
    const unpacked = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .replace(/^v/u, '')
      .trim();
    if (unpacked !== electron45Version()) return null;
    return join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs the npm package's installer. It has eight seconds, or ten minutes once the place it downloads from has answered:
 * a closed network is told at once, a slow one is not cut off.
 */
export async function downloadBinary(say: (line: string) => void): Promise<boolean> {
  const version = electron45Version();
  const installer = join(dirname(require.resolve('electron/package.json')), 'install.js');
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 8_000);
  const place = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  const mirrored = Object.keys(process.env).some((name) => /^(npm_config_)?electron_mirror$/iu.test(name));
  const answered = mirrored ? Promise.resolve(true) : answers(place, stop.signal);
  void answered.then((yes) => {
    if (!yes) return;
    say(`Fetching Electron ${version} …`);
    clearTimeout(timer);
  });
  const { exitCode } = await runProgram(process.execPath, [installer], {
    signal: stop.signal,
    limitMs: 10 * MINUTE,
  });
  clearTimeout(timer);
  stop.abort();
  return exitCode === 0;
}

async function answers(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(address, { signal })).ok;
  } catch {
    return false;
  }
}

/**
 * Root's Electron has to lie where somebody without rights can read it, and its sandbox helper has to be root's: gives
 * the executable of a copy in `cache`. For other people it is the file itself.
 */
export async function readableElectron45(executable: string, cache: string): Promise<string> {
  if (!IS_ROOT) return executable;
  const folder = join(cache, `electron-${electron45Version()}-${process.platform}-${process.arch}`);
  await placeOnce(folder, async (sibling) => {
    await cp(dirname(executable), sibling, { recursive: true });
    const helper = join(sibling, 'chrome-sandbox');
    for (const [command, ...args] of [
      ['chmod', '-R', 'a+rX', sibling],
      ['chown', '-R', '0:0', sibling],
      ['chmod', '4755', helper],
    ] as const) {
      const { exitCode, output } = await runProgram(command, args);
      if (exitCode !== 0) throw new Error(`${command} failed while copying Electron:\n${output.trim()}`);
    }
  });
  return join(folder, 'electron');
}
