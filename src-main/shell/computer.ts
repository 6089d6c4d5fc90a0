import { net, Notification, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Computer } from '../ipc/waiting-services.ts';
import { sayTold } from '../words/say.ts';
import type { Say } from '../words/say.ts';

/**
 * The computer as Electron gives it: clocks, timers, network, sleep, and quiet messages, in what `say` gives at the
 * moment, that bring the window forward.
 */
export function createComputer(window: BrowserWindow, say: () => Say): Computer {
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
      const notification = new Notification({
        title: say()(title.key, title.values),
        body: sayTold(say(), body.told, body.english),
        silent: true,
      });
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
