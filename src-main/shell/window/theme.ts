import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';

import { backgroundOf, frameOf, overlayOf } from './window-frame.ts';
import type { System } from './window-frame.ts';

/** Returns the system that this process runs on, in its theme of the moment. */
export function currentSystem(): System {
  return {
    platform: process.platform,
    release: process.getSystemVersion(),
    isDark: nativeTheme.shouldUseDarkColors,
    isHighContrast: nativeTheme.shouldUseHighContrastColors,
  };
}

/** Keeps the background of a window, and the strip with its buttons, as the system's theme is, as long as the window lives. */
export function followTheme(window: BrowserWindow): void {
  const repaint = (): void => {
    const system = currentSystem();
    window.setBackgroundColor(backgroundOf(system));
    if (frameOf(system.platform) === 'overlay') window.setTitleBarOverlay(overlayOf(system));
  };
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
}
