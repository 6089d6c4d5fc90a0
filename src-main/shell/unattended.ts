import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { App } from 'electron';

const SWITCH = '--diagnose';

/**
 * The arguments of the terminal twin: all that stand behind `--diagnose`. Null when the app is to open its window.
 * What stands before is Chromium's.
 */
export function unattendedArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf(SWITCH);
  return at < 0 ? null : argv.slice(at + 1);
}

/**
 * What is in the way of an unattended run, as a sentence; null if nothing is. Electron on Linux ends without a word when
 * there is no display, even when no window is to open.
 */
export function missingDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const has = (name: string): boolean => (env[name] ?? '') !== '';
  return platform !== 'linux' || has('DISPLAY') || has('WAYLAND_DISPLAY')
    ? null
    : 'Electron needs a display here, even though no window opens. Put "xvfb-run -a" in front of the command (package xvfb).';
}

/**
 * Makes Electron a program of the terminal: no window opens, and what Chromium writes goes into a temporary folder, so
 * that an open window of the same person is not disturbed. To be called before the app is ready. Gives the way out,
 * which leaves nothing behind.
 */
export function leaveOutTheWindow(
  app: Pick<App, 'disableHardwareAcceleration' | 'dock' | 'exit' | 'setPath'>,
): { readonly end: (exitCode: number) => Promise<void> } {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  const folder = mkdtempSync(join(tmpdir(), 'xray-residency-doctor-'));
  app.setPath('userData', folder);
  return {
    end: async (exitCode) => {
      await Promise.all([process.stdout, process.stderr].map(written));
      rmSync(folder, { recursive: true, force: true });
      app.exit(exitCode);
    },
  };
}

/** Waits until all that was written has left this process: a pipe may be slower than we are. */
async function written(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writable) await new Promise<void>((resolve) => void stream.write('', () => resolve()));
}
