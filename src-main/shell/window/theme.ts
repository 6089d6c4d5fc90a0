import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';

import { BACKGROUND_COLORS } from './background-color.ts';

/** The background of a window in the present theme of the system. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND_COLORS.dark : BACKGROUND_COLORS.light;
}

/** Keeps the background of a window as the system's theme is, as long as the window lives. */
export function followTheme(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(backgroundColor());
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
}
