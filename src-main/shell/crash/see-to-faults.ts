import { app } from 'electron';
import type { BrowserWindow } from 'electron';

import type { RedactedText } from '../../evidence/redaction/redacted.ts';
import type { Fault } from './crash-report.ts';
import { reportCrashes, reviveCrashedPage } from './crash.ts';
import type { Log } from './log.ts';
import { openPage } from '../window/app-window.ts';
import type { Translate } from '../../i18n/translator.ts';

/**
 * Asks about what nobody caught, and lets a page that has died come back. `hasRun` says whether there is a run that such a
 * page would have to tell of; `loaded` is the page's first loading.
 */
export function seeToFaults(options: {
  readonly window: BrowserWindow;
  readonly loaded: Promise<void>;
  readonly t: Translate;
  readonly log: Log;
  readonly makeReport: (fault: Fault) => Promise<RedactedText | null>;
  readonly hasRun: () => boolean;
}): void {
  const { window, loaded, t, log, makeReport, hasRun } = options;
  const ask = reportCrashes({
    t,
    log,
    window: () => window,
    makeReport,
    reportFolder: () => app.getPath('logs'),
  });
  // Such a page shows that itself; whoever is at work does not need a dialog on top of it.
  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  loaded.catch(tellLoad);
  const reload = async (): Promise<void> => {
    await openPage(window, hasRun() ? 'resumed' : 'anew').catch(tellLoad);
  };
  reviveCrashedPage(window, ask, log, reload);
  // It may have died before anybody watched it.
  if (window.webContents.isCrashed()) void reload();
}
