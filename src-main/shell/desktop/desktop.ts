import { pathToFileURL } from 'node:url';

import { app, clipboard, ClipboardItem, shell, ShareMenu } from 'electron';
import type { BrowserWindow } from 'electron';

import type { SiteName } from '../../contract/input/connection-schema.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Desktop } from '../../session/session-ports.ts';
import type { Translate } from '../../i18n/translator.ts';
import { addressOf } from '../security/external-pages.ts';
import { fileOnClipboard } from './clipboard-formats.ts';
import { chooseFolder } from './dialogs.ts';
import { sendWayOf } from './send-way.ts';

/** Whether `work` succeeded. */
async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

/** Opens a listed page in the person's browser. Resolves with null once a browser took it, else with the page's address. */
export async function openExternal(page: ExternalPage, site: SiteName | null): Promise<string | null> {
  const address = addressOf(page, site);
  return (await succeeds(() => shell.openExternal(address))) ? null : address;
}

/** Opens a page of the support profile in the person's browser; false when none took it, or when it is not https. */
export async function openSupportPage(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' && succeeds(() => shell.openExternal(url.href));
}

/** The program that takes `mailto:`: its path, on Linux the name of its entry; null if there is none. */
async function mailProgram(): Promise<string | null> {
  const address = 'mailto://';
  try {
    // Electron knows paths on Windows and macOS only; a name alone does not tell the two Outlooks of Windows apart.
    const program =
      process.platform === 'linux'
        ? app.getApplicationNameForProtocol(address)
        : (await app.getApplicationInfoForProtocol(address)).path;
    return program === '' ? null : program;
  } catch {
    return null;
  }
}

/** The desktop's services; `t` returns the translator of the moment. */
export function createDesktop(window: BrowserWindow, t: () => Translate): Desktop {
  return {
    downloadsFolder: () => app.getPath('downloads'),
    chooseFolder: () => chooseFolder(window, t()),
    showInFolder: (path) => shell.showItemInFolder(path),
    openFile: async (path) => (await shell.openPath(path)) === '',
    copyText: (text) => clipboard.writeText(text),
    copyFile: (path) =>
      succeeds(async () => {
        const formats = fileOnClipboard(pathToFileURL(path).href, process.platform);
        await clipboard.write([new ClipboardItem(formats)]);
      }),
    openMail: async (address) =>
      /^mailto:[\w.+-]+@[\w.-]+\?subject=/u.test(address) && succeeds(() => shell.openExternal(address)),
    drag: async (path) => {
      window.webContents.startDrag({ file: path, icon: await app.getFileIcon(path) });
    },
    share: (path) => {
      if (process.platform !== 'darwin') return false;
      new ShareMenu({ filePaths: [path] }).popup({ window });
      return true;
    },
    sendWay: async () => sendWayOf(await mailProgram(), process.platform),
  };
}
