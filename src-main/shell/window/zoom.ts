/** The factors that a browser steps through. */
const FACTORS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const;

export type ZoomStep = 'in' | 'out' | 'reset';

/** Chromium keeps levels instead of factors and returns 1.2500000000000002. */
const SLACK = 0.005;

/** Whether Chromium's factor is the one that was wanted. */
export function isSameZoom(current: number, wanted: number): boolean {
  return Math.abs(current - wanted) <= SLACK;
}

/** The factor one step further from any factor; the last one stays. */
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

/** The window that is not zoomed must not be smaller. */
const SMALLEST = { width: 400, height: 480 } as const;
/** A zoomed page stays this large in its own pixels (WCAG 2.2, 1.4.10 "Reflow": 320 by 256). */
const MIN_PAGE = { width: 320, height: 256 } as const;
/** More than the frame, the scroll bar and the menu of a window take away on any system. */
const FRAME = { width: 32, height: 72 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest window that is of use at this zoom, never larger than the screen's work area. */
export function smallestWindow(zoom: number, area: Size): Size {
  const least = (side: 'width' | 'height'): number =>
    Math.min(area[side], Math.max(SMALLEST[side], Math.ceil(MIN_PAGE[side] * zoom) + FRAME[side]));
  return { width: least('width'), height: least('height') };
}
