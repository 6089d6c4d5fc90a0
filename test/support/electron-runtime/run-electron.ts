/**
 * The program behind `executablePath`: runs the Electron named by the first argument with the others. Without a display
 * it gives it a virtual one for its lifetime. Started as root it runs it as the user `nobody`, because Chromium's sandbox
 * does not work as root; what the caller prepared for the app as root is handed over to that user first.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { environmentForUser, handOverFolder, nobodyIn, userDataFolder } from './launching/hand-over.ts';
import { IS_ROOT, ownCache } from './places.ts';
import { runInForeground } from './launching/run-program.ts';
import { lacksDisplay, startVirtualDisplay } from './display/virtual-display.ts';

async function runElectron(executable: string, args: readonly string[]): Promise<number> {
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Meant for the Node that runs this file; Electron would refuse to start or start as a plain Node.
  delete env['NODE_OPTIONS'];
  delete env['ELECTRON_RUN_AS_NODE'];
  delete env['NODE_COMPILE_CACHE'];
  const display = lacksDisplay(process.platform, env) ? await startVirtualDisplay() : null;
  if (display !== null) env['DISPLAY'] = display.display;
  try {
    if (!IS_ROOT) return await runInForeground(executable, args, { env });
    const user = nobodyIn(readFileSync('/etc/passwd', 'utf8'));
    const handOver = { user, temporary: [...new Set([tmpdir(), '/tmp', '/var/tmp'])], cache: ownCache() };
    const userData = userDataFolder(args);
    if (userData !== null) handOverFolder(userData, handOver);
    return await runInForeground(executable, args, { env: environmentForUser(env, handOver), ...user });
  } finally {
    display?.stop();
  }
}

const [executable, ...args] = process.argv.slice(2);
if (executable === undefined) {
  process.stderr.write('run-electron needs the executable of an Electron as its first argument.\n');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await runElectron(executable, args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
