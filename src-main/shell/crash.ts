import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Log } from './log.ts';

/** Errors that nobody caught end in the log and in a sentence, not in Electron's dialog with a stack. */
export function reportCrashes(log: Log): void {
  const report = (error: unknown): void => {
    log(`uncaught: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
    if (app.isReady()) {
      dialog.showErrorBox(
        'Something went wrong inside this app',
        'Close it and start it again. Nothing was sent.',
      );
    }
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** A page that has died is loaded again, once a minute at most; the second time the person is told. */
export function reviveCrashedPage(window: BrowserWindow, log: Log, reload: () => Promise<void>): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`page gone: ${details.reason}`);
    const now = Date.now();
    const isSecond = now - lastCrash < 60_000;
    lastCrash = now;
    if (details.reason === 'clean-exit') return;
    if (isSecond) {
      dialog.showErrorBox(
        'The window stopped working twice',
        'Close this app and start it again. Nothing was sent.',
      );
      return;
    }
    void reload();
  });
}
