import { setTimeout as wait } from 'node:timers/promises';

import { desktopCapturer, screen, systemPreferences } from 'electron';
import type { BrowserWindow } from 'electron';

import { createScreenCapture } from './capture-source.ts';
import type { ScreenCapture } from './capture-source.ts';

/** A window that is hidden is gone from the screen after this long. */
const HIDE_MS = 350;

/** Captures with Electron, beside our own window; `systemChooses` where each call opens the system's dialog. */
export function captureBeside(own: BrowserWindow, systemChooses: boolean): ScreenCapture {
  return createScreenCapture({
    systemChooses,
    getSources: (types, thumbnailSize) => desktopCapturer.getSources({ types, thumbnailSize }),
    ownId: () => own.getMediaSourceId(),
    fullSize: () => {
      const screens = screen.getAllDisplays();
      return {
        width: Math.max(...screens.map(({ size, scaleFactor }) => Math.ceil(size.width * scaleFactor))),
        height: Math.max(...screens.map(({ size, scaleFactor }) => Math.ceil(size.height * scaleFactor))),
      };
    },
    withoutOwnWindow: async (take) => {
      own.hide();
      try {
        await wait(HIDE_MS);
        return await take();
      } finally {
        own.show();
        own.focus();
      }
    },
    mac:
      process.platform === 'darwin'
        ? {
            isGranted: () => systemPreferences.getMediaAccessStatus('screen') === 'granted',
            version: Number.parseInt(process.getSystemVersion(), 10),
          }
        : null,
  });
}
