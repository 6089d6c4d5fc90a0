import { app, net, Notification, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Computer } from '../../session/session-ports.ts';
import { formatUntrusted } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';
import { createNotices } from './notifications.ts';
import { isPortable } from '../lifecycle/platform.ts';
import { bringForward } from '../window/app-window.ts';

/** Returns clocks, timers, network, sleep and notifications of Electron; `t` returns the translator of the moment. */
export function createComputer(window: BrowserWindow, t: () => Translate): Computer {
  const notices = createNotices({
    // A notification would leave a Start menu entry and a registry key (Electron 42 and newer, windows_toast_activator.cc).
    mayNotify: !isPortable(process.platform, process.env),
    isSupported: () => Notification.isSupported(),
    create: (text) => new Notification({ ...text, silent: true }),
    attract: () => attract(window),
    focusWindow: () => {
      if (!window.isDestroyed()) bringForward(window);
    },
  });
  return {
    monotonic: () => performance.now(),
    wall: () => new Date(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    isOnline: () => net.isOnline(),
    onPower: (listener) => {
      const sleep = (): void => listener('sleep');
      const wake = (): void => listener('wake');
      powerMonitor.on('suspend', sleep);
      powerMonitor.on('resume', wake);
      return () => {
        powerMonitor.off('suspend', sleep);
        powerMonitor.off('resume', wake);
      };
    },
    prepareNotices: notices.prepare,
    notify: ({ title, body }) =>
      notices.notify({
        title: t()(title.key, title.values),
        body: formatUntrusted(t(), body.told, body.english),
      }),
  };
}

/** Bounces the dock icon on macOS, else flashes the task bar until the window is focused. */
function attract(window: BrowserWindow): void {
  if (process.platform === 'darwin') {
    app.dock?.bounce();
    return;
  }
  if (window.isDestroyed()) return;
  window.once('focus', () => window.flashFrame(false));
  window.flashFrame(true);
}
