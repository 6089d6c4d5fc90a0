import type { App, BrowserWindow, PowerMonitor } from 'electron';

/**
 * Delays the end of the app while `pending` returns a promise, at most `maxWaitMs`, so that a file that is being written
 * gets onto the disk whole. A promise that was waited for once is not waited for again.
 */
export function delayQuitUntil(
  app: Pick<App, 'on' | 'quit'>,
  pending: () => Promise<unknown> | null,
  maxWaitMs: number,
): void {
  let ended: Promise<unknown> | null = null;
  let isTooLate = false;
  app.on('will-quit', (event) => {
    const work = pending();
    if (work === null || work === ended || isTooLate) return;
    event.preventDefault();
    const quit = (): void => {
      clearTimeout(timer);
      ended = work;
      // `app.quit()` is ignored until this handler returns.
      setImmediate(() => app.quit());
    };
    const timer = setTimeout(() => {
      isTooLate = true;
      quit();
    }, maxWaitMs);
    void work.then(quit, quit);
  });
}

/**
 * Calls `ask` before `window` is closed while work is in progress; a second attempt meanwhile asks nothing. Returns a
 * function that lets the window close without a question, for a computer that is shut down.
 */
export function confirmClose(
  window: Pick<BrowserWindow, 'on' | 'close'>,
  { isAtWork, ask }: { readonly isAtWork: () => boolean; readonly ask: () => Promise<boolean> },
): () => void {
  let isAllowed = false;
  let isAsking = false;
  window.on('close', (event) => {
    if (isAllowed || !isAtWork()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask().then((yes) => {
      isAsking = false;
      if (!yes) return;
      isAllowed = true;
      window.close();
    });
  });
  return () => {
    isAllowed = true;
  };
}

/**
 * Quits without a question when the person signs out or shuts the computer down. On macOS and Linux `powerMonitor` emits
 * that, on Windows the window does (electronjs.org, "powerMonitor" and "BrowserWindow"). The system waits while a file is
 * being written.
 */
export function quitWithSession(ports: {
  readonly window: Pick<BrowserWindow, 'on'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly isWriting: () => boolean;
  readonly allowClose: () => void;
  readonly quit: () => void;
}): void {
  const { window, powerMonitor, isWriting, allowClose, quit } = ports;
  const end = (event?: { preventDefault(): void }): void => {
    allowClose();
    if (isWriting()) event?.preventDefault();
    quit();
  };
  powerMonitor.on('shutdown', end);
  // Another program may still keep the session open: without a file in hand there is no reason to quit yet.
  window.on('query-session-end', (event) => {
    if (isWriting()) end(event);
  });
  window.on('session-end', () => end());
}
