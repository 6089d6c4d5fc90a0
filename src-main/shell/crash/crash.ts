import { join } from 'node:path';

import { app, clipboard, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { makeFolder, writeAtomically } from '../../storage/atomic-file.ts';
import { showBox } from '../desktop/dialogs.ts';
import { openPage } from '../window/app-window.ts';
import { askAboutFault } from './crash-dialog.ts';
import type { CrashAnswer, CrashDialogPorts } from './crash-dialog.ts';
import { describeFault } from './crash-report.ts';
import type { Fault } from './crash-report.ts';
import type { Log } from './log.ts';

interface CrashOptions extends Pick<CrashDialogPorts, 't' | 'makeReport'> {
  /** The window that the dialog belongs to. */
  readonly window: BrowserWindow;
  readonly log: Log;
}

/**
 * Asks about what nobody caught, and lets a page that has died come back. `hasRun` says whether there is a run that such a
 * page would have to tell of; `loaded` is the page's first loading.
 */
export function seeToFaults({
  loaded,
  hasRun,
  ...options
}: CrashOptions & { readonly loaded: Promise<void>; readonly hasRun: () => boolean }): void {
  const { window, log } = options;
  const ask = reportCrashes(options);
  // Such a page shows that itself; whoever is at work does not need a dialog on top of it.
  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  loaded.catch(tellLoad);
  const reload = (): Promise<void> => openPage(window, hasRun() ? 'resumed' : 'anew').catch(tellLoad);
  reviveCrashedPage(window, ask, log, reload);
  // It may have died before anybody watched it.
  if (window.webContents.isCrashed()) void reload();
}

/** Asks the person about a fault; null when it is over by itself, or while another dialog is open. */
type AskAbout = (fault: Fault, signal?: AbortSignal) => Promise<CrashAnswer | null>;

const REPORT_FILE = 'xray-doctor-report.txt';

/**
 * Logs uncaught errors and asks the person in plain words, in place of Electron's own dialog with a stack. One dialog at a
 * time: a fault that comes meanwhile is only logged. Returns the function that asks about other faults.
 */
function reportCrashes({ t, log, window, makeReport }: CrashOptions): AskAbout {
  let isAsking = false;
  const ports: CrashDialogPorts = {
    t,
    makeReport,
    showBox: (texts) => showBox(window, { ...texts, type: 'error' }),
    openReport: (report) => openReport(app.getPath('logs'), report),
    copy: (report) => clipboard.writeText(report),
  };
  const ask: AskAbout = async (fault, signal) => {
    log(describeFault(fault));
    if (isAsking || !app.isReady()) return null;
    isAsking = true;
    try {
      return await askAboutFault(fault, ports, signal);
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
    log(`${type} process gone: ${reason}, exit code ${exitCode}`),
  );
  return ask;
}

/** Saves a report over an earlier one and opens it; resolves with its path, or null if it cannot be saved. */
async function openReport(folder: string, report: string): Promise<string | null> {
  const path = join(folder, REPORT_FILE);
  const made = await makeFolder(folder, 'report');
  const saved = made.ok ? await writeAtomically(path, Buffer.from(report, 'utf8'), 'report') : made;
  if (!saved.ok) return null;
  await shell.openPath(path);
  return path;
}

const SOON_MS = 60_000;

/**
 * Reloads a page whose process is gone; the second time within a minute the person is asked. They are also asked about a
 * page that does not answer, until it does.
 */
function reviveCrashedPage(
  window: BrowserWindow,
  ask: AskAbout,
  log: Log,
  reload: () => Promise<void>,
): void {
  const contents = window.webContents;
  let lastCrash = Number.NEGATIVE_INFINITY;
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
    const isSecond = now - lastCrash < SOON_MS && !isEndedByUs;
    lastCrash = isEndedByUs ? lastCrash : now;
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
