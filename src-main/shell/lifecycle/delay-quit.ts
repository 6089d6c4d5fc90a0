import type { App } from 'electron';

const LIMIT_MS = 2000;

/** Holds the end of the app back until `settled`, two seconds at most, so that what was changed last gets onto the disk. */
export function delayQuitUntil(app: Pick<App, 'on' | 'quit'>, settled: () => Promise<void>): void {
  let isSettled = false;
  app.on('will-quit', (event) => {
    if (isSettled) return;
    event.preventDefault();
    isSettled = true;
    const limit = new Promise<void>((resolve) => {
      setTimeout(resolve, LIMIT_MS);
    });
    void Promise.race([settled().catch(() => undefined), limit]).then(() => {
      // Electron takes no notice of a `quit` before this event is over, and then the app would go on without a window.
      setImmediate(() => app.quit());
    });
  });
}
