import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { App } from 'electron';

import { isWayland } from './platform.ts';

const SWITCH = '--diagnose';

/** Returns the CLI's arguments, all behind `--diagnose`; null when the app is to open its window. */
export function unattendedArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(SWITCH);
  return at < 0 ? null : argv.slice(at + 1);
}

/**
 * Returns a sentence when an unattended run is impossible, else null. Electron on Linux ends silently without a display,
 * even when no window opens. A Wayland display needs `XDG_SESSION_TYPE=wayland`: without it Chromium may look for an X
 * server and end (ui/linux/display_server_utils.cc).
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

/** The CLI's exit code (`src-main/cli/exit-codes.ts`). */
const CANCELLED = 130;

/**
 * Prepares a run without a window: what Chromium writes goes into a temporary folder, so that an open window of the same
 * person is not disturbed. Call it before the app is ready. The returned `end` removes the folder and ends the process.
 */
export function runWithoutWindow(app: App): { readonly end: (exitCode: number) => Promise<void> } {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  const folder = mkdtempSync(join(tmpdir(), 'xray-residency-doctor-'));
  app.setPath('userData', folder);
  const end = async (exitCode: number): Promise<void> => {
    await Promise.all([process.stdout, process.stderr].map(flush));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    exitNow(app, exitCode);
  };
  // Before the run listens to signals, they would end the program with 0, as if all were well.
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
 * Ends this process as plain Node does: Chromium's own shutdown may hang so early, and writes into the removed folder.
 * `reallyExit` is undocumented, but Node's own `process.exit` calls it; without it `app.exit` gives the same code.
 */
function exitNow(app: App, exitCode: number): void {
  const reallyExit: unknown = Reflect.get(process, 'reallyExit');
  if (typeof reallyExit === 'function') Reflect.apply(reallyExit, process, [exitCode]);
  app.exit(exitCode);
}

/** Resolves once everything was written: a pipe may be slow. */
async function flush(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writable) await new Promise<void>((resolve) => void stream.write('', () => resolve()));
}
