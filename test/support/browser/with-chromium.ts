import { it } from 'vitest';

import { launchChromium } from './open-state.ts';

/** For tests of the window: one Chromium for all files of a worker, closed as the worker ends. */
// vitest reads from this pattern which fixtures are needed: none.
// oxlint-disable-next-line no-empty-pattern
export const withChromium = it.extend('chromium', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const browser = await launchChromium();
  onCleanup(() => browser.close());
  return browser;
});
