import { net, Notification, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Computer } from '../ipc/waiting-services.ts';

/** The computer as Electron gives it: clocks, timers, network, sleep, and quiet messages that bring the window forward. */
export function createComputer(window: BrowserWindow): Computer {
  const shown = new Set<Notification>();
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
    notify: ({ title, body }) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body, silent: true });
      // One that nobody holds is collected, and a click on it does nothing then.
      shown.add(notification);
      const forget = (): void => void shown.delete(notification);
      notification.on('close', forget);
      notification.on('failed', forget);
      notification.on('click', () => {
        forget();
        if (window.isDestroyed()) return;
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      });
      notification.show();
    },
  };
}
