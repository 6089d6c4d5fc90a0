import { BrowserWindow, nativeTheme } from 'electron';

import { APP_PAGE } from './app-scheme.ts';

/** The paper colours of styles/tokens.css, so that the window never flashes white before its page is there. */
const PAPER = { light: '#ffffff', dark: '#15191c' } as const;

/**
 * Makes the one window and shows it at once, in the colour of the page that comes: waiting for the page would take longer
 * and look like nothing happens. `preload` is the file of the bridge.
 */
export function createMainWindow(options: {
  readonly title: string;
  readonly preload: string;
  readonly devTools: boolean;
}): BrowserWindow {
  return new BrowserWindow({
    title: options.title,
    width: 1040,
    height: 720,
    minWidth: 400,
    minHeight: 480,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: options.devTools,
    },
  });
}

/** Loads our page into the window. */
export async function openPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_PAGE);
}
