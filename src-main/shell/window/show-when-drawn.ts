import { setTimeout } from 'node:timers/promises';

/** The window is shown by then, whatever its page does. */
export const SHOW_LATEST_MS = 3000;

/**
 * Calls `show` once, on the first of: Electron's `ready-to-show`, the page's own word that it is drawn, and the limit. On
 * Wayland `ready-to-show` of a hidden window may never come (electron/electron#48859). A signal that fails is no signal.
 */
export async function showWhenDrawn(options: {
  readonly ready: Promise<unknown>;
  readonly drawn: Promise<unknown>;
  readonly show: () => void;
  readonly limitMs?: number;
}): Promise<void> {
  const limit = new AbortController();
  const latest = setTimeout(options.limitMs ?? SHOW_LATEST_MS, null, { signal: limit.signal });
  // `Promise.any` passes over a rejection; the limit always resolves.
  await Promise.any([options.ready, options.drawn, latest]);
  limit.abort();
  latest.catch(() => undefined);
  options.show();
}
