import { app, clipboard, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Desktop } from '../ipc/window-services.ts';

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
  };
}
