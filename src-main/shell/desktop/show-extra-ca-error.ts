import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Failure } from '../../contract/failure.ts';
import { formatUntrusted } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Says that a file with an extra certificate authority is not used, and why; the app goes on without it. */
export function tellExtraCa(window: BrowserWindow, { phrase, message }: Failure, t: Translate): void {
  if (window.isDestroyed()) return;
  void dialog.showMessageBox(window, {
    type: 'info',
    message: formatUntrusted(t, phrase, message),
    detail: t('shell.extraCa.goesOn'),
    noLink: true,
  });
}
