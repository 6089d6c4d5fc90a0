import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';

import { PAPER } from './background-color.ts';

/** The background of a window in the present theme of the system. */
export function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** Keeps the background of a window as the system's theme is, as long as the window lives. */
export function followTheme(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(paper());
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
}
