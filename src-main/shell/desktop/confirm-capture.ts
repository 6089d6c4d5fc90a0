import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Translate } from '../../i18n/translator.ts';

/**
 * Asks the person whether a picture of a window or a screen may be taken; true for yes. For a press that came without an
 * event of its own, as a screen reader's does.
 */
export async function confirmCapture(window: BrowserWindow, t: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('shell.capture.title'),
    detail: t('shell.capture.detail'),
    buttons: [t('shell.capture.no'), t('shell.capture.yes')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
