import type { Browser } from 'playwright';
import { beforeAll, describe } from 'vitest';

import { EVERY_STATE } from './every-screen.ts';
import type { NamedState } from './every-screen.ts';
import { openRenderer } from './open-renderer.ts';
import type { OpenedRenderer } from './open-renderer.ts';
import { watchArrivals } from './open-state.ts';
import { withChromium } from './with-chromium.ts';

/** In so many files the states are tested, so that every processor has work to the end. */
export const PARTS = 4;

/**
 * One group of tests for each state of each screen, with reduced motion; they run on it one after another. `part` takes
 * every fourth state. All of a part are shown in one page, which is loaded anew for each.
 */
export function describeEachState(
  part: number,
  tests: (opened: () => OpenedRenderer, state: NamedState) => void,
): void {
  let browser: Browser;
  withChromium.beforeAll(({ chromium }) => {
    browser = chromium;
  });
  describe.each(EVERY_STATE.filter((_state, index) => index % PARTS === part))('$name', (state) => {
    let opened: OpenedRenderer;
    beforeAll(async () => {
      opened = await openRenderer(browser, state.script, { reducedMotion: 'reduce', watch: watchArrivals });
      await state.walk(opened);
    });
    tests(() => opened, state);
  });
}
