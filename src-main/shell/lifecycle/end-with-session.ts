import type { BrowserWindow, PowerMonitor } from 'electron';

/** What is needed to end together with the person's session. */
export interface SessionPorts {
  readonly window: Pick<BrowserWindow, 'on'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  /** Whether a file is being written just now. */
  readonly isWriting: () => boolean;
  /** Lets the window close without a question. */
  readonly allowClose: () => void;
  /** Begins the end of the app, which stops a run and waits for what is being written (`endWhenWritten`). */
  readonly quit: () => void;
}

/**
 * Ends the app when the person signs out or switches the computer off: without a question, and with what is being written
 * whole. On macOS and Linux Electron tells it by `powerMonitor`, which has no such event on Windows; there the window is
 * told (electronjs.org, "powerMonitor" and "BrowserWindow").
 */
export function endWithSession({ window, powerMonitor, isWriting, allowClose, quit }: SessionPorts): void {
  const end = (event?: { preventDefault(): void }): void => {
    allowClose();
    // The system waits for a program that asks for it until that has ended.
    if (isWriting()) event?.preventDefault();
    quit();
  };
  powerMonitor.on('shutdown', end);
  // Another program may still keep the session open: without a file in hand there is no reason to end yet.
  window.on('query-session-end', (event) => {
    if (isWriting()) end(event);
  });
  window.on('session-end', () => end());
}
