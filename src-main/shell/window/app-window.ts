import { join } from 'node:path';

import { app, BrowserWindow, nativeTheme } from 'electron';

import { isOwnPage } from '../../ipc/trusted-frame.ts';
import { APP_PAGE, SECOND_PAGE } from '../security/app-scheme.ts';
import { DEFAULT_SIZE } from './window-place.ts';
import { backgroundOf, frameOf, frameOptions, keepMovable, overlayOf } from './window-frame.ts';
import type { System } from './window-frame.ts';

/**
 * Makes the one window, hidden, in the middle of the screen; `placeWindow` says where it belongs once that is known.
 * `dist` is the folder of the built parts. A `mark` stands behind each of the page's titles.
 */
export function createMainWindow(options: {
  readonly dist: string;
  readonly title: string;
  readonly mark: string | null;
  readonly icon: string;
}): BrowserWindow {
  const { dist, title, mark, icon } = options;
  const window = new BrowserWindow({
    title,
    ...DEFAULT_SIZE,
    show: false,
    ...frameOptions(currentSystem()),
    // Windows and macOS take the icon out of the program.
    ...(process.platform === 'linux' ? { icon } : {}),
    webPreferences: {
      preload: join(dist, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  followTheme(window);
  keepMovable(window.webContents, frameOf(process.platform));
  if (mark !== null) {
    window.on('page-title-updated', (event, own) => {
      event.preventDefault();
      window.setTitle(`${own} – ${mark}`);
    });
  }
  // A page may always empty itself (about:blank is told to nobody before it is there); ours comes back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOwnPage(address)) void openPage(window, 'resumed').catch(() => undefined);
  });
  return window;
}

/** Returns the system that this process runs on, in its theme of the moment. */
function currentSystem(): System {
  return {
    platform: process.platform,
    release: process.getSystemVersion(),
    isDark: nativeTheme.shouldUseDarkColors,
    isHighContrast: nativeTheme.shouldUseHighContrastColors,
  };
}

/** Keeps the background of a window, and the strip with its buttons, as the system's theme is, as long as the window lives. */
function followTheme(window: BrowserWindow): void {
  const repaint = (): void => {
    const system = currentSystem();
    window.setBackgroundColor(backgroundOf(system));
    if (frameOf(system.platform) === 'overlay') window.setTitleBarOverlay(overlayOf(system));
  };
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
}

/** Brings a window to the front, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const RESUMED = '#resumed';

/**
 * Loads our page into the window: `anew` with its first screen, `resumed` with what the open case has to tell. The page
 * reads the word from its address (`firstState` in the renderer), so that its very first picture is the right one.
 */
export async function openPage(window: BrowserWindow, how: 'anew' | 'resumed'): Promise<void> {
  await loadPage(window, how === 'anew' ? APP_PAGE : `${APP_PAGE}${RESUMED}`);
}

/**
 * Gives the page a new process, and with it a memory in which nothing that was typed before has ever been: neither
 * JavaScript nor Chromium clear what they free, so that a secret would stay readable there as long as the process lives.
 * Chromium keeps each site's pages in processes of their own, so the page moves to its other host.
 */
export async function movePage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const isSecond = window.webContents.getURL().startsWith(SECOND_PAGE);
  await loadPage(window, `${isSecond ? APP_PAGE : SECOND_PAGE}${RESUMED}`);
}

/** Loads a page; a window that is closed meanwhile, or loads something else, is no failure. */
async function loadPage(window: BrowserWindow, address: string): Promise<void> {
  try {
    await window.loadURL(address);
  } catch (error) {
    const isReplaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
    if (!window.isDestroyed() && !isReplaced) throw error;
  }
}
