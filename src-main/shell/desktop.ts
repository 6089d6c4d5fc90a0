import { pathToFileURL } from 'node:url';

import { app, clipboard, ClipboardItem, dialog, shell, ShareMenu } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Desktop } from '../ipc/window-services.ts';
import { EXTERNAL_PAGES } from './external-pages.ts';
import type { ExternalPage } from './external-pages.ts';

/** Opens a page of the list in the person's browser; false when no browser took it. */
export async function openExternal(page: ExternalPage): Promise<boolean> {
  try {
    await shell.openExternal(EXTERNAL_PAGES[page]);
    return true;
  } catch {
    return false;
  }
}

/** The desktop as Electron gives it. */
export function createDesktop(window: BrowserWindow): Desktop {
  return {
    downloadsFolder: () => app.getPath('downloads'),
    chooseFolder: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Save the evidence file in…',
        buttonLabel: 'Save here',
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
    copyFile: async (path) => {
      try {
        await clipboard.write([new ClipboardItem(fileOnClipboard(path, process.platform))]);
        return true;
      } catch {
        return false;
      }
    },
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

/** A format of the system's own clipboard, as Electron names it (electronjs.org, "clipboard"). */
const osFormat = (format: string): string => `electron application/osclipboard;format="${format}"`;

/** A file as each system's file manager puts it on the clipboard. */
export function fileOnClipboard(path: string, platform: NodeJS.Platform): Record<string, Blob> {
  const address = pathToFileURL(path).href;
  if (platform === 'win32')
    return { [osFormat('FileNameW')]: new Blob([Buffer.from(`${path}\0`, 'utf16le')]) };
  if (platform === 'darwin') return { [osFormat('public.file-url')]: new Blob([address]) };
  return {
    [osFormat('x-special/gnome-copied-files')]: new Blob([`copy\n${address}`]),
    [osFormat('text/uri-list')]: new Blob([`${address}\r\n`]),
  };
}
