import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Log } from './log.ts';

const WAIT = 0;
const LOAD_AGAIN = 1;

/**
 * Asks what to do when the window's page does not answer any more, once at a time; the question goes away by itself
 * when the page answers again. A page that is loaded again gets a new process, see `reviveCrashedPage`.
 */
export function askWhenHung(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let open: AbortController | null = null;

  const ask = async (own: AbortController): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'This window does not answer.',
      detail:
        'It may only need a moment. If it does not come back, load it again: your check, your pictures and everything that was saved are kept.',
      buttons: ['Wait', 'Load it again'],
      defaultId: WAIT,
      cancelId: WAIT,
      noLink: true,
      signal: own.signal,
    });
    if (open !== own) return;
    open = null;
    if (response === LOAD_AGAIN && !webContents.isDestroyed()) webContents.forcefullyCrashRenderer();
  };

  window.on('unresponsive', () => {
    if (open !== null) return;
    log('page does not answer');
    open = new AbortController();
    void ask(open);
  });
  const close = (): void => {
    const question = open;
    open = null;
    question?.abort();
  };
  window.on('responsive', close);
  webContents.on('render-process-gone', close);
  window.on('closed', close);
}
