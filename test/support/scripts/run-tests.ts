/** `npm test`: sets up what the tests need and runs them all, or those that the arguments name, by vitest. */
import { join } from 'node:path';

import { findChromium } from '../browser/chromium.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';
import { runInForeground } from '../electron-runtime/launching/run-program.ts';
import { prepareRuntime } from '../electron-runtime/runtime.ts';
import { startVirtualDisplay } from '../electron-runtime/display/virtual-display.ts';
import { ensureSystemPackages } from '../process/system-packages.ts';
import { WORKERS } from '../workers.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sayBefore = (line: string): void => void process.stderr.write(`${line}\n`);

async function runTests(args: readonly string[]): Promise<number> {
  await ensureSystemPackages('tests', sayBefore);
  const { runtime, about, warning } = await prepareRuntime({ build: 'always', say: sayBefore });
  say(about);
  if (warning !== null) say(warning);
  const chromium = findChromium();
  if (chromium === null) say('There is no Chromium: the tests of the window in a browser will fail.');
  // Also where there is a display: no window takes the focus from the person who works on it, or from another test.
  const displays =
    process.platform === 'linux'
      ? await Promise.all(Array.from({ length: WORKERS }, () => startVirtualDisplay()))
      : [];
  const [first] = displays;
  const env = {
    ...process.env,
    ...(first === undefined ? {} : { DISPLAY: first.display }),
    XRAY_DOCTOR_DISPLAYS: displays.map(({ display }) => display).join(','),
    ...(chromium === null ? {} : { XRAY_DOCTOR_CHROMIUM: chromium }),
    XRAY_DOCTOR_RUNTIME: JSON.stringify(runtime),
  };
  try {
    const vitest = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');
    const config = join(REPOSITORY, 'test/vitest.config.ts');
    return await runInForeground(process.execPath, [vitest, 'run', '--config', config, ...args], {
      env,
      cwd: REPOSITORY,
    });
  } finally {
    for (const display of displays) display.stop();
  }
}

try {
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  sayBefore(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
