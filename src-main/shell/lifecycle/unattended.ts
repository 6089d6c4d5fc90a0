import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { App } from 'electron';

import { isWayland } from './platform.ts';

const SWITCH = '--diagnose';

/**
 * The arguments of the CLI: all that stand behind `--diagnose`. Null when the app is to open its window.
 * What stands before is Chromium's.
 */
export function unattendedArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(SWITCH);
  return at < 0 ? null : argv.slice(at + 1);
}

/**
 * What is in the way of an unattended run, as a sentence; null if nothing is. Electron on Linux ends without a word when
 * there is no display, even when no window is to open. A Wayland display counts only with `XDG_SESSION_TYPE=wayland`: without
 * it Chromium may look for an X server and end (ui/linux/display_server_utils.cc).
 */
export function missingDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const has = (name: string): boolean => (env[name] ?? '') !== '';
  const hasDisplay = has('DISPLAY') || isWayland({ platform, env, ozonePlatform: '' });
  return platform !== 'linux' || hasDisplay
    ? null
    : 'Electron needs a display here, even though no window opens. Put "xvfb-run -a" in front of the command (package xvfb).';
}

/** What stands for a run that was interrupted, in the CLI's list. */
const CANCELLED = 130;

/**
 * Makes Electron a program of the terminal: no window opens, and what Chromium writes goes into a temporary folder, so
 * that an open window of the same person is not disturbed. To be called before the app is ready. Returns the way out,
 * which leaves nothing behind.
 */
export function leaveOutTheWindow(
  app: Pick<App, 'disableHardwareAcceleration' | 'dock' | 'exit' | 'on' | 'setPath'>,
): { readonly end: (exitCode: number) => Promise<void> } {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  const folder = mkdtempSync(join(tmpdir(), 'xray-residency-doctor-'));
  app.setPath('userData', folder);
  const end = async (exitCode: number): Promise<void> => {
    await Promise.all([process.stdout, process.stderr].map(written));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    leaveAtOnce(app, exitCode);
  };
  // A signal before the run listens to it, and one that Electron takes itself, would end the program in the middle, and
  // with 0 as if all were well.
  const interrupt = (): void => {
    if (process.listenerCount('SIGINT') === 1) void end(CANCELLED);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  app.on('will-quit', (event) => {
    event.preventDefault();
    process.emit('SIGINT');
  });
  return { end };
}

/**
 * Ends this process as a plain Node would. Chromium's own way out may hang when it has hardly begun, and writes into the
 * folder that has just been removed; no page and nothing unsaved is lost here. `reallyExit` is undocumented, but Node's own
 * `process.exit` calls it by that name and other programs replace it there; without it `app.exit` gives the same code.
 */
function leaveAtOnce(app: Pick<App, 'exit'>, exitCode: number): void {
  const reallyExit: unknown = Reflect.get(process, 'reallyExit');
  if (typeof reallyExit === 'function') Reflect.apply(reallyExit, process, [exitCode]);
  app.exit(exitCode);
}

/** Waits until all that was written has left this process: a pipe may be slower than we are. */
async function written(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writable) await new Promise<void>((resolve) => void stream.write('', () => resolve()));
}
