import type { Browser } from 'playwright';
import { describe, expect, it } from 'vitest';

import { watchArrivals } from '../support/browser/open-state.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { RESIDENCY } from '../support/browser/every-screen/samples.ts';
import { arrive, GOOD, ID, SECRET, toResult } from '../support/browser/every-screen/state.ts';
import { keyboardOf } from '../support/browser/page/keyboard.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

describe('from the keys to a mail', () => {
  it('goes by keyboard alone; each screen is told by its heading, each result once', async () => {
    const opened = await openRenderer(browser, GOOD, { watch: watchArrivals });
    const { page } = opened;
    const { tabTo, press, type } = keyboardOf(page);
    const focused = (selector: string) => page.locator(`${selector}:focus`).waitFor();
    // The cursor is where one begins.
    await focused('[name="clientId"]');
    await type(ID);
    await press('Tab');
    await focused('[name="clientSecret"]');
    await type(SECRET);
    await tabTo('[name="jiraSite"]');
    await type('not a site!');
    await press('Enter');
    // The first wrong field has the focus, with what is wrong.
    await focused('[name="jiraSite"][aria-invalid="true"]');
    await press('Control+A');
    await type('acme');
    await press('Enter');
    await page.locator('.run').waitFor();
    // News that come at once are told as one, the latest; here each has its time.
    const said = (text: string) =>
      expect.poll(() => page.locator('[aria-live]').textContent(), { interval: 10 }).toBe(text);
    await opened.progress({ step: 'reach', state: 'running', tookMs: null });
    await said('Reaching Xray: in progress');
    await opened.progress({ step: 'reach', state: 'done', tookMs: 900 });
    await said('Reaching Xray: done');
    await opened.finishRun();
    await arrive(page, 'result');
    await tabTo('.fold > summary');
    await press('Enter');
    await page.locator('.hosts').waitFor();
    await tabTo('[data-primary]');
    await press('Enter');
    await arrive(page, 'screenshot');
    await tabTo('[data-skip]');
    await press('Enter');
    await page.locator('.report-page').waitFor();
    await tabTo('[name="snapshotsError"]');
    await press('ArrowDown');
    await tabTo('[data-primary]');
    await press('Enter');
    await page.locator('[data-sent]').waitFor();

    const { arrivals, spoken } = await page.evaluate(() => ({
      arrivals: Reflect.get(window, 'arrivals'),
      spoken: Reflect.get(window, 'spoken'),
    }));
    const headings = arrivals.filter((each: string) =>
      ['connect', 'result', 'screenshot', 'send'].includes(each),
    );
    // The check as it goes on and the end have headings of their own.
    expect(headings).toEqual(['connect', 'result', 'screenshot', 'send', 'send']);
    expect(spoken).toEqual([
      'Please check one field.',
      'Reaching Xray: in progress',
      'Reaching Xray: done',
      `Check finished. ${RESIDENCY.verdict.regions}`,
    ]);
    const asked = (await opened.calls()).map(([channel]) => channel);
    expect(asked.indexOf('evidence:mail')).toBeGreaterThan(asked.indexOf('evidence:save'));
    expect(opened.complaints).toEqual([]);
  });

  it('goes back by keyboard as well, and loses nothing', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    const { tabTo, press } = keyboardOf(page);
    await toResult(opened);
    await tabTo('.bar .back');
    await press('Space');
    await arrive(page, 'connect');
    expect(await page.locator('[name="jiraSite"]').inputValue()).toBe('acme');
    await tabTo('.bar-actions button:not([data-primary])');
    await press('Enter');
    await arrive(page, 'result');
  });
});

describe('motion', () => {
  it('is there for those who do not mind, so that its absence means something', async () => {
    const { page } = await openRenderer(browser, GOOD, { reducedMotion: 'no-preference' });
    const duration = () =>
      page.locator('[data-primary]').evaluate((button) => getComputedStyle(button).transitionDuration);
    expect(await duration()).not.toBe('0s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await duration()).toBe('0s');
  });
});
