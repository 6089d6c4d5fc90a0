import { mkdirSync } from 'node:fs';

import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { chooseFile } from '../desktop/choose-file.ts';
import { openExternal } from '../desktop/desktop.ts';
import { EXTERNAL_PAGES } from '../security/external-pages.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Opens the folder of the log in the file manager; says where it is when none opened. */
export async function openLogFolder(window: BrowserWindow, folder: string, t: Translate): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((await shell.openPath(folder)) === '') return;
  } catch {
    // What follows says it.
  }
  await showAddress(window, t('shell.noLogFolder'), t('shell.logFolderAt', { folder }));
}

/** Opens a page in the person's browser; tells its address when none opened. */
export async function openPageOrShowAddress(
  window: BrowserWindow,
  page: ExternalPage,
  t: Translate,
): Promise<void> {
  if (await openExternal(page)) return;
  await showAddress(window, t('shell.noBrowser'), t('shell.pageAt', { address: EXTERNAL_PAGES[page] }));
}

/** Lets the person choose an evidence file; null if they closed the dialog. */
export async function chooseEvidence(window: BrowserWindow, t: Translate): Promise<string | null> {
  return chooseFile(window, {
    title: t('shell.openFile'),
    filter: { name: t('shell.evidenceFiles'), extensions: ['zip'] },
  });
}

async function showAddress(window: BrowserWindow, message: string, detail: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'info', message, detail, noLink: true });
}
