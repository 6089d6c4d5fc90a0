import type { InputEvent } from 'electron';

/** Between pressing a button and what it asks for. */
const FRESH_MS = 5000;
/** What a person does to press something; moving and scrolling is not among it. */
const PRESSES: ReadonlySet<InputEvent['type']> = new Set([
  'mouseDown',
  'keyDown',
  'rawKeyDown',
  'gestureTap',
  'touchEnd',
]);

/** The part of a page's events that tells of a person; it comes from the system, not from the page. */
interface InputSource {
  on(event: 'input-event', listener: (event: unknown, input: InputEvent) => void): unknown;
}

/** Watches what a person does in a window, since a page's script cannot do that. `take` is true once for each press. */
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
