import type { EventEmitter } from 'node:events';

import type * as ElectronBuilder from 'electron-builder';

/**
 * Calls `use` with electron-builder, and then removes the hooks that it installs on `process` (async-exit-hook): they
 * would end the process with 0 whatever the exit code, so that a failed test or release would pass.
 */
export async function withElectronBuilder<T>(
  use: (builder: typeof ElectronBuilder) => Promise<T>,
): Promise<T> {
  const own: EventEmitter = process;
  const before = new Set(own.eventNames().flatMap((name) => own.listeners(name)));
  try {
    return await use(await import('electron-builder'));
  } finally {
    for (const name of own.eventNames()) {
      for (const listener of own.listeners(name)) {
        if (!before.has(listener) && isListener(listener)) own.removeListener(name, listener);
      }
    }
  }
}

function isListener(value: unknown): value is (...given: unknown[]) => void {
  return typeof value === 'function';
}
