import { setTimeout as wait } from 'node:timers/promises';

import { desktopCapturer, screen, systemPreferences } from 'electron';
import type { BrowserWindow } from 'electron';

import { createScreenCapture } from './capture-source.ts';

/** Until a hidden window is gone from the screen. */
const HIDE_MS = 350;

/** Returns the screen capture of Electron, which leaves out `own`; `systemChooses` as on Wayland. */
export function captureBeside(own: BrowserWindow, systemChooses: boolean) {
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
