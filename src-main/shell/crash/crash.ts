import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import { askAboutFault } from './crash-dialog.ts';
import type { BoxTexts, CrashAnswer, CrashDialogPorts } from './crash-dialog.ts';
import { describeFault } from './crash-report.ts';
import type { Fault } from './crash-report.ts';
import type { Log } from './log.ts';

export interface CrashOptions extends Omit<CrashDialogPorts, 'showBox'> {
  readonly log: Log;
  /** The window to stand before, once there is one. */
  readonly window: () => BrowserWindow | null;
}

/** Asks the person about a fault until they have answered; null when it is over by itself or another one is asked about. */
type AskAbout = (fault: Fault, signal?: AbortSignal) => Promise<CrashAnswer | null>;

/**
 * Errors that nobody caught end in the log and in a dialog of plain words that offers a report, not in Electron's own
 * dialog with a stack. One dialog at a time: a fault that comes meanwhile is only logged. Returns the function that asks
 * about other faults.
 */
export function reportCrashes(options: CrashOptions): AskAbout {
  let isAsking = false;
  const ask: AskAbout = async (fault, signal) => {
    options.log(describeFault(fault));
    if (isAsking || !app.isReady()) return null;
    isAsking = true;
    try {
      const showBox = (texts: BoxTexts): Promise<number> => showMessageBox(options.window(), texts);
      return await askAboutFault(fault, { ...options, showBox }, signal);
    } finally {
      isAsking = false;
    }
  };
  const onFault = async (fault: Fault): Promise<void> => {
    try {
      if ((await ask(fault)) === 'quit') app.quit();
    } catch {
      // A fault in here must not come back to here.
    }
  };
  process.on('uncaughtException', (error: unknown) => void onFault({ kind: 'uncaught', error }));
  process.on('unhandledRejection', (error: unknown) => void onFault({ kind: 'rejected', error }));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    options.log(`${type} process gone: ${reason}, exit code ${exitCode}`),
  );
  return ask;
}

async function showMessageBox(window: BrowserWindow | null, texts: BoxTexts): Promise<number> {
  const box = { ...texts, type: 'error', defaultId: 0, cancelId: 0, noLink: true } as const;
  const isThere = window !== null && !window.isDestroyed();
  const { response } = await (isThere ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
  return response;
}

/** Two deaths of a page within this time are one too many. */
const SOON_MS = 60_000;

/**
 * A page that has died is loaded again; the second time within a minute the person is asked. A page that does not answer
 * is asked about as long as it does not.
 */
export function reviveCrashedPage(
  window: BrowserWindow,
  ask: AskAbout,
  log: Log,
  reload: () => Promise<void>,
): void {
  const contents = window.webContents;
  let lastDeath = Number.NEGATIVE_INFINITY;
  let isEndedByUs = false;

  const act = async (fault: Fault, signal?: AbortSignal): Promise<void> => {
    const answer = await ask(fault, signal);
    if (answer === 'quit') app.quit();
    if (answer !== 'reopen' || window.isDestroyed()) return;
    if (fault.kind === 'page-silent') {
      isEndedByUs = true;
      contents.forcefullyCrashRenderer();
    } else await reload();
  };

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const fault: Fault = { kind: 'page-gone', reason, exitCode };
    const now = performance.now();
    const isSecond = now - lastDeath < SOON_MS && !isEndedByUs;
    lastDeath = isEndedByUs ? lastDeath : now;
    isEndedByUs = false;
    if (isSecond) void act(fault);
    else {
      log(describeFault(fault));
      void reload();
    }
  });

  let silence: AbortController | null = null;
  window.on('unresponsive', () => {
    silence ??= new AbortController();
    void act({ kind: 'page-silent' }, silence.signal);
  });
  window.on('responsive', () => {
    silence?.abort();
    silence = null;
  });
}
