import type { BrowserWindow } from 'electron';

/** Loads a page; a window that is closed meanwhile, or loads something else, is no failure. */
export async function loadPage(window: BrowserWindow, address: string): Promise<void> {
  try {
    await window.loadURL(address);
  } catch (error) {
    const isReplaced = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
    if (!window.isDestroyed() && !isReplaced) throw error;
  }
}
