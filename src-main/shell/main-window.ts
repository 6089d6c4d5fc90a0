import { BrowserWindow, nativeTheme } from 'electron';

import { APP_PAGE } from './app-scheme.ts';

/** The paper colours of styles/tokens.css, so that the window never flashes white before its page is there. */
const PAPER = { light: '#ffffff', dark: '#15191c' } as const;

/** Makes the one window, hidden until its page has been drawn. `preload` is the file of the bridge. */
export function createMainWindow(options: {
  readonly title: string;
  readonly preload: string;
  readonly devTools: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    width: 1040,
    height: 720,
    minWidth: 400,
    minHeight: 480,
    show: false,
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
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads our page into the window. */
export async function openPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_PAGE);
}
