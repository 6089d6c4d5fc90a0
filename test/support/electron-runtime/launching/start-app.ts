import { ensureSystemPackages } from '../../process/system-packages.ts';
import { runInForeground } from './run-program.ts';
import { prepareRuntime } from '../runtime.ts';
import { lacksDisplay } from '../display/virtual-display.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Starts the app as a person would, in this terminal, with `env` on top of this process's environment; builds it before
 * if that is needed. Gives the app's exit code. Rejects with one clear sentence when it cannot be started.
 */
export async function startApp({ env }: { readonly env: Readonly<Record<string, string>> }): Promise<number> {
  const surroundings = { ...process.env, ...env };
  await ensureSystemPackages('app', say);
  const { runtime, about, warning } = await prepareRuntime({ build: 'when-stale', say });
  say(about);
  if (warning !== null) say(warning);
  if (lacksDisplay(process.platform, surroundings)) {
    say('There is no display: the app starts on a virtual one (Xvfb). Press Ctrl+C to end it.');
  }
  return runInForeground(runtime.executablePath, runtime.args, { env: { ...surroundings, ...runtime.env } });
}

if (import.meta.main) {
  try {
    process.exitCode = await startApp({ env: {} });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
