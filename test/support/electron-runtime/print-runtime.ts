/** Prints what any Playwright script needs to launch the built app: one line of JSON, everything else on standard error. */
import { ensureSystemPackages } from '../process/system-packages.ts';
import { prepareRuntime } from './runtime.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  await ensureSystemPackages('app', say);
  const { runtime, about, warning } = await prepareRuntime({ build: 'when-stale', say });
  say(about);
  if (warning !== null) say(warning);
  process.stdout.write(`${JSON.stringify(runtime)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
