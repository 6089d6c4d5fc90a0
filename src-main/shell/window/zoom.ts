/** The steps of a browser. */
const FACTORS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const;

export type ZoomStep = 'in' | 'out' | 'reset';

/** Chromium keeps levels instead of factors and returns 1.2500000000000002. */
const SLACK = 0.005;

export function isSameZoom(current: number, wanted: number): boolean {
  return Math.abs(current - wanted) <= SLACK;
}

/** Returns the factor one step from `current`, up to the last one. */
export function nextZoom(current: number, step: ZoomStep): number {
  switch (step) {
    case 'reset':
      return 1;
    case 'in':
      return FACTORS.find((factor) => factor > current + SLACK) ?? Math.max(...FACTORS);
    case 'out':
      return FACTORS.findLast((factor) => factor < current - SLACK) ?? Math.min(...FACTORS);
  }
}

/** Without any zoom. */
const MIN_WINDOW = { width: 720, height: 560 } as const;
/** A zoomed page stays this large in its own pixels (WCAG 2.2, 1.4.10 "Reflow": 320 by 256). */
const MIN_PAGE = { width: 320, height: 256 } as const;
/** At least the frame, the scroll bar and the menu of any system. */
const FRAME = { width: 32, height: 72 } as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the smallest usable window at this zoom, never larger than the screen's work area. */
export function smallestWindow(zoom: number, area: Size): Size {
  const least = (side: 'width' | 'height'): number =>
    Math.min(area[side], Math.max(MIN_WINDOW[side], Math.ceil(MIN_PAGE[side] * zoom) + FRAME[side]));
  return { width: least('width'), height: least('height') };
}
