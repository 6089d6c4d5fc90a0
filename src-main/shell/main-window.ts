import { BrowserWindow } from 'electron';
import type { NativeImage, Rectangle } from 'electron';

import { APP_PAGE } from './app-scheme.ts';
import { loadPage } from './load-page.ts';
import { followTheme, paper } from './theme.ts';

/** Makes the one window, hidden until its page has been drawn. `preload` is the file of the bridge. */
export function createMainWindow(options: {
  readonly title: string;
  readonly preload: string;
  readonly devTools: boolean;
  readonly icon: NativeImage;
  readonly bounds: Rectangle;
  readonly smallest: { readonly width: number; readonly height: number };
  readonly maximized: boolean;
  readonly zoom: number;
}): BrowserWindow {
  const window = new BrowserWindow({
    title: options.title,
    ...options.bounds,
    minWidth: options.smallest.width,
    minHeight: options.smallest.height,
    show: false,
    backgroundColor: paper(),
    // Windows and macOS take the icon out of the program.
    ...(process.platform === 'linux' ? { icon: options.icon } : {}),
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
      zoomFactor: options.zoom,
    },
  });
  followTheme(window);
  window.once('ready-to-show', () => {
    // Maximizing shows a window, so it must not come earlier either.
    if (options.maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Loads our page into the window. */
export async function openPage(window: BrowserWindow): Promise<void> {
  await loadPage(window, APP_PAGE);
}
