import type { EventEmitter } from 'node:events';

import type * as ElectronBuilder from 'electron-builder';

/** What electron-builder listens to (async-exit-hook). */
const ENDS = [
  'beforeExit',
  'exit',
  'message',
  'SIGBREAK',
  'SIGHUP',
  'SIGINT',
  'SIGTERM',
  'uncaughtException',
  'unhandledRejection',
];

/**
 * Works with electron-builder, which is loaded here alone: it hangs hooks into the end of the process that end it with 0
 * whatever the exit code was to be, so that a test or a release that failed would pass. They are taken down afterwards.
 */
export async function withElectronBuilder<T>(
  use: (builder: typeof ElectronBuilder) => Promise<T>,
): Promise<T> {
  const own: EventEmitter = process;
  const before = new Map(ENDS.map((name) => [name, new Set(own.listeners(name))]));
  try {
    return await use(await import('electron-builder'));
  } finally {
    for (const name of ENDS) {
      for (const listener of own.listeners(name)) {
        if (before.get(name)?.has(listener) !== true && isListener(listener))
          own.removeListener(name, listener);
      }
    }
  }
}

function isListener(value: unknown): value is (...given: unknown[]) => void {
  return typeof value === 'function';
}
