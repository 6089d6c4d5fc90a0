import { compose } from '../../../src-main/compose.ts';
import type { AppServices, Environment } from '../../../src-main/compose.ts';

/** The core as the app joins it, with the connect override and without a proxy. */
export function composed(env: Environment['env'], over: Partial<Environment> = {}): AppServices {
  const made = compose({
    env,
    extraCa: null,
    folder: process.cwd(),
    log: () => undefined,
    connectOverride: true,
    resolveRoute: async () => [{ kind: 'direct' }],
    secondOpinion: null,
    ...over,
  });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

/** Hears of nothing that a run tells. */
export const NO_LISTENER = { onProgress: () => undefined, onFound: () => undefined };
