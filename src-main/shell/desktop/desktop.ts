import { app, clipboard, dialog, shell, ShareMenu } from 'electron';
import type { BrowserWindow } from 'electron';

import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Desktop } from '../../session/session-ports.ts';
import type { Translate } from '../../i18n/translator.ts';
import { chooseFile } from './choose-file.ts';
import { EXTERNAL_PAGES } from '../security/external-pages.ts';
import { copyFileToClipboard } from './file-clipboard.ts';

/** Opens a page of the list in the person's browser; false when no browser took it. */
export async function openExternal(page: ExternalPage): Promise<boolean> {
  try {
    await shell.openExternal(EXTERNAL_PAGES[page]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a page of support's in the person's browser; false when none took it. The address was checked as the profile was
 * read; what is opened is put together anew.
 */
export async function openSupportPage(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:') return false;
  try {
    await shell.openExternal(url.href);
    return true;
  } catch {
    return false;
  }
}

/** Asks for a support profile; null when the person closed the dialog. */
export async function chooseProfileFile(window: BrowserWindow, t: Translate): Promise<string | null> {
  return chooseFile(window, {
    title: t('shell.openProfile'),
    filter: { name: 'JSON', extensions: ['json'] },
  });
}

/** The desktop as Electron gives it; its dialogs speak what `say` gives at the moment. */
export function createDesktop(window: BrowserWindow, t: () => Translate): Desktop {
  return {
    downloadsFolder: () => app.getPath('downloads'),
    chooseFolder: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: t()('shell.saveIn'),
        buttonLabel: t()('shell.saveHere'),
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    openFile: async (path) => (await shell.openPath(path)) === '',
    copyText: async (text) => {
      await clipboard.writeText(text);
    },
    copyFile: copyFileToClipboard,
    openMail: async (address) => {
      if (!/^mailto:[\w.+-]+@[\w.-]+\?subject=/u.test(address)) return false;
      try {
        await shell.openExternal(address);
        return true;
      } catch {
        return false;
      }
    },
    drag: async (path) => {
      window.webContents.startDrag({ file: path, icon: await app.getFileIcon(path) });
    },
    share: (path) => {
      if (process.platform !== 'darwin') return false;
      new ShareMenu({ filePaths: [path] }).popup({ window });
      return true;
    },
  };
}
