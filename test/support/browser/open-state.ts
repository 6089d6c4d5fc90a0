import { getuid } from 'node:process';

import { chromium } from 'playwright';
import type { Browser } from 'playwright';

import { findChromium } from './chromium.ts';
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

/**
 * Notes where the focus is put: on the heading of which screen, or in a field. And each text of the live region. Runs
 * inside the page.
 */
export function watchArrivals(): void {
  const arrivals: string[] = [];
  const spoken: string[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) arrivals.push(target.name);
    if (!(target instanceof HTMLHeadingElement)) return;
    arrivals.push(target.closest('[data-screen]')?.getAttribute('data-screen') ?? 'failure-page');
  });
  new MutationObserver(() => {
    const text = document.querySelector('[aria-live]')?.textContent ?? '';
    if (text !== '' && text !== spoken.at(-1)) spoken.push(text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { arrivals, spoken });
}
