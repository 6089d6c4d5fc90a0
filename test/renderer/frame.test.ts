import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { arrive, GOOD, SCREENS_OF_THE_WAY, walkTo } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { succeed } from '../../src-main/contract/failure.ts';
import { withChromium } from '../support/browser/with-chromium.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

/** Where the bar and the heading's first line stand. */
const places = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    const text = document.querySelector('h1 > span:last-child');
    const line = text === null ? 0 : Number.parseFloat(getComputedStyle(text).lineHeight);
    return {
      bar: bar === undefined ? [] : [bar.top, bar.height, bar.bottom],
      heading: Math.round((text?.getBoundingClientRect().top ?? 0) + line / 2),
    };
  });

describe('the frame', () => {
  it.each([
    ['at its own size', 960, 720],
    ['at its smallest', 720, 560],
  ] as const)('keeps bar and heading in their places on every screen %s', async (_name, width, height) => {
    const seen: Awaited<ReturnType<typeof places>>[] = [];
    for (const name of SCREENS_OF_THE_WAY) {
      // Each from the beginning: a screen on its way to the next one has nowhere to stand.
      const own = await openRenderer(browser, GOOD, { viewport: { width, height } });
      await walkTo(own, name);
      seen.push(await places(own.page));
    }
    expect(new Set(seen.map(({ bar }) => bar.join(' '))).size).toBe(1);
    const headings = seen.map(({ heading }) => heading);
    // The verdict's line is four pixels higher than the others'.
    expect(Math.max(...headings) - Math.min(...headings)).toBeLessThanOrEqual(2);
  });

  it('folds its steps to one line that names the step one is at, where there is no room', async () => {
    const opened = await openRenderer(browser, GOOD, { viewport: { width: 320, height: 560 } });
    const { page } = opened;
    await walkTo(opened, 'result');
    const rail = await page.locator('.rail').boundingBox();
    expect(rail?.height ?? 999).toBeLessThan(60);
    const visible = await page
      .locator('.rail-step')
      .evaluateAll((steps) =>
        steps.filter((step) => step.getBoundingClientRect().width > 1).map((step) => step.textContent),
      );
    expect(visible).toEqual(['Result (you are here)']);
    expect(await page.locator('.rail-mark').count()).toBe(4);
    expect(await page.getByRole('button', { name: 'Help' }).isVisible()).toBe(true);
  });

  it('keeps the way on within reach on a zoomed page', async () => {
    const opened = await openRenderer(browser, GOOD, { viewport: { width: 520, height: 360 } });
    const { page } = opened;
    await walkTo(opened, 'send');
    const bar = await page.locator('.bar').boundingBox();
    expect((bar?.y ?? 999) + (bar?.height ?? 999)).toBeLessThanOrEqual(361);
    expect(bar?.height ?? 999).toBeLessThan(72);
  });

  it('tells done, current and open steps apart without colors', async () => {
    const opened = await openRenderer(browser, GOOD, { forcedColors: 'active' });
    const { page } = opened;
    await walkTo(opened, 'result');
    expect(await page.locator('.rail-done .icon-good').count()).toBe(1);
    const borders = await page
      .locator('.rail-mark')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, '::before').borderTopWidth));
    expect(borders).toEqual(['2px', '5px', '2px', '2px']);
  });

  it.each(SCREENS_OF_THE_WAY)('needs no sideways scrolling at 320 pixels: %s and its help', async (name) => {
    const opened = await openRenderer(browser, GOOD, { viewport: { width: 320, height: 560 } });
    const { page } = opened;
    const sideways = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.column, .bar, .rail, .cover')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className),
      );
    await walkTo(opened, name);
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    expect(await sideways()).toEqual([]);
    await page.keyboard.press('F1');
    await arrive(page, 'help');
    expect(await sideways()).toEqual([]);
  });

  it('has a button for the menu where the window shows no menu bar, and none elsewhere', async () => {
    const facts = { version: '1.2.3', electron: '45', platform: 'win32', packaged: true, frame: 'overlay' };
    const { page, calls } = await openRenderer(browser, { ...GOOD, 'app:facts': [succeed(facts)] });
    await page.getByRole('button', { name: 'Menu' }).click();
    expect((await calls()).at(-1)?.[0]).toBe('app:openMenu');
    const other = await openRenderer(browser, GOOD);
    await arrive(other.page, 'connect');
    expect(await other.page.getByRole('button', { name: 'Menu' }).count()).toBe(0);
  });
});
