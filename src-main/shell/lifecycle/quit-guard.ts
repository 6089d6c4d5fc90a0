import type { App } from 'electron';

/** A disk that takes longer than this has gone away. */
const MAX_WAIT_MS = 20_000;

/**
 * Keeps the app from ending while something is being written, so that a window that is closed meanwhile leaves a whole
 * file. `writing` returns the work in hand, or null when there is none.
 */
export function quitWhenWritten(
  app: Pick<App, 'on' | 'quit' | 'exit'>,
  writing: () => Promise<unknown> | null,
): void {
  app.on('will-quit', (event) => {
    const work = writing();
    if (work === null) return;
    event.preventDefault();
    const limit = setTimeout(() => app.exit(), MAX_WAIT_MS);
    void work.finally(() => {
      clearTimeout(limit);
      // Electron takes no notice of a `quit` before this event is over.
      setImmediate(() => app.quit());
    });
  });
}
