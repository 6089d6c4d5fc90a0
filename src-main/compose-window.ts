import { join } from 'node:path';

import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';

import { compose, PRODUCT } from './compose.ts';
import type { Composed } from './compose.ts';
import { appFactsSchema } from './contract/channels.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import { openCase } from './ipc/window-services.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { createDesktop } from './shell/desktop.ts';
import { lockDownEveryPage, lockDownSession } from './shell/lock-down.ts';
import { createLog } from './shell/log.ts';
import { createMainWindow, openPage } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/**
 * Joins Electron to the services and opens the window. To be called once the app is ready. Ends the app with a dialog
 * when the surroundings cannot be used.
 */
export async function composeWindow(): Promise<void> {
  lockDownEveryPage(app);
  lockDownSession(session.defaultSession);
  serveAppScheme(protocol, join(DIST, 'renderer'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));

  const composed = compose({
    env: process.env,
    testDoor: !app.isPackaged,
    resolveRoute: async (url) => parsePacAnswer(await session.defaultSession.resolveProxy(url)),
  });
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return;
  }
  const window = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
  });
  connectWindow(window, composed.value);
  await openPage(window);
}

function connectWindow(window: BrowserWindow, composed: Composed): void {
  const contents = window.webContents;
  const { services, redactLine } = openCase({
    diagnose: composed.diagnose,
    desktop: createDesktop(window),
    onProgress: (progress) => sendEvent(contents, 'progress', progress),
    appFacts: appFactsSchema.parse({
      version: PRODUCT.version,
      electron: process.versions.electron,
      platform: process.platform,
      packaged: app.isPackaged,
    }),
  });
  const log = createLog(app.getPath('logs'), redactLine, () => new Date());
  for (const problem of composed.problems) log(problem);
  reportCrashes(log);
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log });
  reviveCrashedPage(window, log, () => openPage(window));
  window.on('closed', () => void services.leaveCase(null));
}
