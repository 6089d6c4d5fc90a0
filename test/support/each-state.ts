import { getuid } from 'node:process';

import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';

import { findChromium } from './chromium.ts';
import { EVERY_STATE } from './every-screen.ts';
import type { NamedState } from './every-screen.ts';
import type { ScreenState } from './every-screen/state.ts';
import { openRenderer } from './open-renderer.ts';
import type { OpenedRenderer } from './open-renderer.ts';

/** A Chromium for the tests of the window. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is needed for these tests; run npm test.');
  // Chromium does not start as root with its sandbox; the product's own sandbox is tested in Electron.
  return chromium.launch({ executablePath, chromiumSandbox: getuid?.() !== 0 });
}

/** Opens a state of a screen by its own way. */
export async function openState(
  browser: Browser,
  { script, walk }: ScreenState,
  options: Parameters<typeof openRenderer>[2] = {},
): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, script, options);
  await walk(opened);
  return opened;
}

/** Notes each heading that takes the focus, by its screen, and each text of the live region. Runs inside the page. */
export function watchArrivals(): void {
  const arrivals: string[] = [];
  const spoken: string[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLHeadingElement)) return;
    arrivals.push(target.closest('[data-screen]')?.getAttribute('data-screen') ?? 'failure-page');
  });
  new MutationObserver(() => {
    const text = document.querySelector('[aria-live]')?.textContent ?? '';
    if (text !== '' && text !== spoken.at(-1)) spoken.push(text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { arrivals, spoken });
}

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
