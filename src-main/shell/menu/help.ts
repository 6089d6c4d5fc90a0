import { mkdirSync } from 'node:fs';

import { shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { openExternal } from '../desktop/desktop.ts';
import { showBox } from '../desktop/dialogs.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Opens the folder of the log in the file manager; shows its path when none opened. */
export async function openLogFolder(window: BrowserWindow, folder: string, t: Translate): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((await shell.openPath(folder)) === '') return;
  } catch {
    // The box below shows the path.
  }
  const detail = t('shell.logFolderAt', { folder });
  await showBox(window, { type: 'info', message: t('shell.noLogFolder'), detail });
}

/** Opens a page in the person's browser; shows its address when none opened. */
export async function openPageOrShowAddress(
  window: BrowserWindow,
  page: ExternalPage,
  t: Translate,
): Promise<void> {
  const address = await openExternal(page, null);
  if (address === null) return;
  const detail = t('shell.pageAt', { address });
  await showBox(window, { type: 'info', message: t('shell.noBrowser'), detail });
}
