import { pathToFileURL } from 'node:url';

import { app, clipboard, ClipboardItem, dialog, shell, ShareMenu } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Desktop } from '../ipc/window-services.ts';
import type { Say } from '../words/say.ts';

/** The only pages that are ever opened in the person's own browser. */
const EXTERNAL_PAGES: ReadonlySet<string> = new Set(['https://admin.atlassian.com/']);

/** Opens a page of the list in the person's browser; false for any other page, or when no browser took it. */
export async function openExternal(address: string): Promise<boolean> {
  if (!EXTERNAL_PAGES.has(address)) return false;
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}

/** The desktop as Electron gives it; its dialogs speak what `say` gives at the moment. */
export function createDesktop(window: BrowserWindow, say: () => Say): Desktop {
  return {
    downloadsFolder: () => app.getPath('downloads'),
    chooseFolder: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: say()('shell.saveIn'),
        buttonLabel: say()('shell.saveHere'),
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
