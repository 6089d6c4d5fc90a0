import type { InputEvent } from 'electron';

/** Between a press and the request that it causes. */
const FRESH_MS = 5000;
/** Moving and scrolling press nothing. */
const PRESSES: ReadonlySet<InputEvent['type']> = new Set([
  'mouseDown',
  'keyDown',
  'rawKeyDown',
  'gestureTap',
  'touchEnd',
]);

/** Input events come from the system, not from the page. */
interface InputSource {
  on(event: 'input-event', listener: (event: unknown, input: InputEvent) => void): unknown;
}

/** Watches real input in a window, which a page's script cannot forge. `take` returns true once for each press. */
export function watchPresses(
  contents: InputSource,
  now: () => number = () => performance.now(),
): { readonly take: () => boolean } {
  let last = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, { type }) => {
    if (PRESSES.has(type)) last = now();
  });
  return {
    take: () => {
      const isFresh = now() - last <= FRESH_MS;
      last = Number.NEGATIVE_INFINITY;
      return isFresh;
    },
  };
}
