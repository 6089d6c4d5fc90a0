import type { WindowPlace } from '../../contract/settings.ts';
import type { Size } from './zoom.ts';

/** A rectangle in the system's own pixels, across all screens. */
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** How large a window is that was never open before. */
export const DEFAULT_SIZE: Size = { width: 960, height: 720 };

/**
 * Where a window opens: where it was, if all of it lies on one of the screens; else it is moved onto the screen that
 * shows most of it, or onto the first one, and made smaller if that screen is. Without a former place it opens in the
 * middle of the first screen, with its former size if there is one. `screens` are the work areas, the main screen first; there is always one.
 */
export function placeOnScreens(
  saved: WindowPlace | null,
  screens: readonly [Area, ...Area[]],
  smallest: Size,
): Area {
  if (saved === null) return inTheMiddle(screens[0], atLeast(DEFAULT_SIZE, smallest));
  const size = atLeast(saved, smallest);
  const { x, y, width, height } = saved;
  if (x === null || y === null) return inTheMiddle(screens[0], size);
  const area: Area = { x, y, width, height };
  const screen = screens.reduce((best, each) => (shared(each, area) > shared(best, area) ? each : best));
  return shared(screen, area) === 0 ? inTheMiddle(screen, size) : within(screen, { x, y, ...size });
}

/** The same window, moved and made smaller until all of it lies in `screen`. */
export function within(screen: Area, window: Area): Area {
  const width = Math.min(window.width, screen.width);
  const height = Math.min(window.height, screen.height);
  return {
    x: between(window.x, screen.x, screen.x + screen.width - width),
    y: between(window.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

const MIN_PAGE: Size = { width: 640, height: 600 };
const MAX_PAGE_WIDTH = 1000;

/** A place for a page beside our window: of its height, right of it or left of it, whichever has more room in `screen`. */
export function placeBeside(own: Area, screen: Area): Area {
  const right = screen.x + screen.width - (own.x + own.width);
  const left = own.x - screen.x;
  const width = Math.min(MAX_PAGE_WIDTH, Math.max(MIN_PAGE.width, right, left));
  const x =
    right >= left
      ? Math.min(own.x + own.width, screen.x + screen.width - width)
      : Math.max(screen.x, own.x - width);
  return { x, y: own.y, width, height: Math.max(MIN_PAGE.height, own.height) };
}

/** The saved window without its place, where windows have none. */
export function sizeAlone(saved: WindowPlace | null): WindowPlace | null {
  return saved === null ? null : { ...saved, x: null, y: null };
}

/** What is saved of a window of this size, where windows have no place: another session's place is kept. */
export function withFormerPlace(now: WindowPlace, saved: WindowPlace | null): WindowPlace {
  return { ...now, x: saved?.x ?? null, y: saved?.y ?? null };
}

function inTheMiddle(screen: Area, { width, height }: Size): Area {
  const x = Math.round(screen.x + (screen.width - width) / 2);
  const y = Math.round(screen.y + (screen.height - height) / 2);
  return within(screen, { x, y, width, height });
}

/** How many pixels two rectangles share. */
function shared(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function atLeast(size: Size, smallest: Size): Size {
  return { width: Math.max(size.width, smallest.width), height: Math.max(size.height, smallest.height) };
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
