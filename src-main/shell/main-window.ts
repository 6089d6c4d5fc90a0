import { BrowserWindow, nativeTheme } from 'electron';

import { isOwnPage } from '../ipc/trusted-frame.ts';
import { APP_PAGE, SECOND_PAGE } from './app-scheme.ts';

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
  // A page may always empty itself (about:blank is told to nobody before it is there); ours comes back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOwnPage(address)) void openPage(window, 'resumed').catch(() => undefined);
  });
  return window;
}

/**
 * Loads our page into the window: `anew` with its first screen, `resumed` with what the open case has to tell. The page
 * reads the word from its address (`opensResumed` in the renderer), so that its very first picture is the right one.
 */
export async function openPage(window: BrowserWindow, how: 'anew' | 'resumed'): Promise<void> {
  await load(window, how === 'anew' ? APP_PAGE : `${APP_PAGE}${RESUMED}`);
}

/**
 * Gives the page a new process, and with it a memory in which nothing that was typed before has ever been: neither
 * JavaScript nor Chromium clear what they free, so that a secret would stay readable there as long as the process lives.
 * Chromium keeps each site's pages in processes of their own, so the page moves to its other host. The zoom, which
 * Chromium keeps by host, moves along.
 */
export async function movePage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const { webContents } = window;
  const zoom = webContents.getZoomFactor();
  webContents.once('did-navigate', () => webContents.setZoomFactor(zoom));
  const isSecond = webContents.getURL().startsWith(SECOND_PAGE);
  await load(window, `${isSecond ? APP_PAGE : SECOND_PAGE}${RESUMED}`);
}

const RESUMED = '#resumed';

async function load(window: BrowserWindow, address: string): Promise<void> {
  try {
    await window.loadURL(address);
  } catch (error) {
    // A page that is replaced or closed before it has loaded is no fault.
    if (!window.isDestroyed() && !isAborted(error)) throw error;
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.message.includes('ERR_ABORTED');
}
