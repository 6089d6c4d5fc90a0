import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { BACKGROUND_COLORS } from '../../../../src-main/shell/window/window-frame.ts';
import {
  placeOnScreens,
  sizeAlone,
  withFormerPlace,
} from '../../../../src-main/shell/window/window-place.ts';
import type { Area } from '../../../../src-main/shell/window/window-place.ts';
import { isSameZoom, nextZoom, smallestWindow } from '../../../../src-main/shell/window/zoom.ts';

const MAIN: Area = { x: 0, y: 25, width: 1440, height: 875 };
const RIGHT: Area = { x: 1440, y: 0, width: 2560, height: 1400 };
const LEFT: Area = { x: -1920, y: 0, width: 1920, height: 1040 };
const SMALLEST = { width: 720, height: 560 };
const at = (x: number, y: number, width = 900, height = 700) => ({ x, y, width, height, maximized: false });
const place = (saved: ReturnType<typeof at> | null, ...screens: [Area, ...Area[]]): Area =>
  placeOnScreens(saved, screens, SMALLEST);

describe('placeOnScreens', () => {
  it('opens in the middle of the main screen the first time', () => {
    expect(place(null, MAIN, RIGHT)).toEqual({ x: 240, y: 103, width: 960, height: 720 });
    expect(place(null, { x: 0, y: 0, width: 800, height: 600 })).toEqual({
      x: 0,
      y: 0,
      width: 800,
      height: 600,
    });
  });

  it.each([
    ['the main screen', at(300, 100)],
    ['the screen on the right', at(2000, 300)],
    ['the screen on the left, with negative numbers', at(-1800, 10)],
    ['the edges of a screen', at(0, 25, 1440, 875)],
  ])('comes back exactly where it was on %s', (_where, saved) => {
    const { maximized: _maximized, ...bounds } = saved;
    expect(place(saved, MAIN, RIGHT, LEFT)).toEqual(bounds);
  });

  it('comes to the main screen when its own is gone', () => {
    expect(place(at(2000, 300), MAIN)).toEqual({ x: 270, y: 113, width: 900, height: 700 });
    expect(place(at(-1800, 10), MAIN, RIGHT)).toEqual({ x: 270, y: 113, width: 900, height: 700 });
  });

  it('moves in from beyond the edge, towards the screen that shows most of it', () => {
    expect(place(at(1200, 100), MAIN)).toEqual({ x: 540, y: 100, width: 900, height: 700 });
    expect(place(at(1200, 100), MAIN, RIGHT)).toEqual({ x: 1440, y: 100, width: 900, height: 700 });
    expect(place(at(300, -400), MAIN)).toEqual({ x: 300, y: 25, width: 900, height: 700 });
  });

  it('keeps its size and no place where windows have none', () => {
    const sized = placeOnScreens(sizeAlone(at(2000, 300)), [MAIN, RIGHT], SMALLEST);
    expect(sized).toEqual({ x: 270, y: 113, width: 900, height: 700 });
    expect(sizeAlone(null)).toBeNull();
    // What Wayland tells, after nothing and after an X11 session.
    expect(withFormerPlace(at(0, 0), null)).toEqual({ ...at(0, 0), x: null, y: null });
    expect(withFormerPlace(at(0, 0, 800, 650), at(300, 100))).toEqual(at(300, 100, 800, 650));
  });

  it('becomes smaller when its screen has', () => {
    expect(place(at(100, 100, 1400, 860), { x: 0, y: 0, width: 1024, height: 740 })).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 740,
    });
  });

  it('is never smaller than what is of use', () => {
    expect(place(at(10, 50, 20, 20), MAIN)).toEqual({ x: 10, y: 50, width: 720, height: 560 });
  });
});

describe('the zoom', () => {
  it('steps through the factors of a browser and back, and stops at the ends', () => {
    expect(nextZoom(1, 'in')).toBe(1.1);
    expect(nextZoom(1.1, 'out')).toBe(1);
    expect(nextZoom(1.2500000000000002, 'in')).toBe(1.5);
    expect(nextZoom(5, 'in')).toBe(5);
    expect(nextZoom(0.5, 'out')).toBe(0.5);
    expect(nextZoom(3, 'reset')).toBe(1);
    expect(nextZoom(0.25, 'in')).toBe(0.5);
  });

  it('knows the factor that Chromium returns', () => {
    expect(isSameZoom(1.2500000000000002, 1.25)).toBe(true);
    expect(isSameZoom(1, 1.1)).toBe(false);
  });

  it('leaves the page 320 of its own pixels, as far as the screen allows it', () => {
    const large = { width: 2560, height: 1400 };
    expect(smallestWindow(1, large)).toEqual({ width: 720, height: 560 });
    for (const zoom of [1.5, 2, 3, 4]) {
      expect((smallestWindow(zoom, large).width - 32) / zoom).toBeGreaterThanOrEqual(320);
      expect((smallestWindow(zoom, large).height - 72) / zoom).toBeGreaterThanOrEqual(256);
    }
    expect(smallestWindow(5, { width: 1280, height: 800 })).toEqual({ width: 1280, height: 800 });
  });
});

describe('the background of the window', () => {
  it('is the paper of the page, light and dark', () => {
    const css = readFileSync(new URL('../../../../src-renderer/styles/tokens.css', import.meta.url), 'utf8');
    expect([...css.matchAll(/--paper: (#[0-9a-f]{6})/gu)].map((match) => match[1])).toEqual([
      BACKGROUND_COLORS.light,
      BACKGROUND_COLORS.dark,
    ]);
  });
});
