import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { IS_ROOT } from '../places.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes a packed folder one that somebody without rights can run: as root its files become readable for everybody, and
 * Chromium's helper gets the owner and the mode without which it refuses to set up the sandbox. Nothing to do for others.
 */
export async function openToUser(folder: string): Promise<void> {
  if (!IS_ROOT) return;
  const helper = join(folder, 'chrome-sandbox');
  const steps = [['chmod', '-R', 'a+rX', folder]];
  if (existsSync(helper)) steps.push(['chown', '0:0', helper], ['chmod', '4755', helper]);
  for (const [command = '', ...args] of steps) {
    const { exitCode, output } = await runProgram(command, args);
    if (exitCode !== 0) throw new Error(`${command} failed on the packed app:\n${output.trim()}`);
  }
}
