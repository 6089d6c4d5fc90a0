import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';

import { EVERY_STATE } from './every-screen.ts';
import type { NamedState } from './every-screen.ts';
import type { OpenedRenderer } from './open-renderer.ts';
import { launchChromium, openState, watchArrivals } from './open-state.ts';

/**
 * One group of tests for each state of each screen: its page is opened once, with reduced motion, and they run on it one
 * after another. `part` takes every second state.
 */
export function describeEachState(
  part: 0 | 1,
  tests: (opened: () => OpenedRenderer, state: NamedState) => void,
): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  describe.each(EVERY_STATE.filter((_state, index) => index % 2 === part))('$name', (state) => {
    let opened: OpenedRenderer;
    beforeAll(async () => {
      opened = await openState(browser, state, { reducedMotion: 'reduce', watch: watchArrivals });
    });
    afterAll(() => opened?.page.close());
    tests(() => opened, state);
  });
}
