import type { App } from 'electron';

import type { Log } from './log.ts';

/**
 * Writes down that a helper of Chromium's has ended: the one that draws, or the one for Chromium's network. Chromium
 * starts it anew by itself, and draws without the graphics card if that fails again and again; nothing else is lost.
 */
export function watchHelperProcesses(app: Pick<App, 'on'>, log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log(`process gone: ${type}, ${reason} (${exitCode})`);
  });
}
