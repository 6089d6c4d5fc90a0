import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Say } from '../../i18n/translator.ts';

/**
 * Asks the person whether a picture of a window or a screen may be taken; true for yes. For a press that came without an
 * event of its own, as a screen reader's does.
 */
export async function askWhetherToCapture(window: BrowserWindow, say: Say): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('shell.capture.title'),
    detail: say('shell.capture.detail'),
    buttons: [say('shell.capture.no'), say('shell.capture.yes')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
