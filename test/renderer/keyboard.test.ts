import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchChromium, watchArrivals } from '../support/browser/open-state.ts';
import { RESIDENCY } from '../support/browser/every-screen/samples.ts';
import { GOOD, ID, SECRET } from '../support/browser/every-screen/state.ts';
import { keyboardOf } from '../support/browser/page/keyboard.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('from the welcome to the saved evidence', () => {
  it('goes by keyboard alone; each screen is told by its heading, each result once', async () => {
    const opened = await openRenderer(browser, GOOD, { watch: watchArrivals });
    const { page } = opened;
    const { tabTo, press, type } = keyboardOf(page);
    const arrive = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor();
    await arrive('welcome');
    await tabTo('[data-primary]');
    await press('Enter');
    await arrive('connection');
    await tabTo('[name="clientId"]');
    await type(ID);
    await tabTo('[name="clientSecret"]');
    await type(SECRET);
    await tabTo('[name="jiraSite"]');
    await type('not a site!');
    await press('Enter');
    // The first wrong field has the focus, with what is wrong.
    await page.locator('[name="jiraSite"][aria-invalid="true"]:focus').waitFor();
    await press('Control+A');
    await type('acme');
    await press('Enter');
    await arrive('checking');
    // News that come at once are told as one, the latest; here each has its time.
    const said = (text: string) =>
      expect.poll(() => page.locator('[aria-live]').textContent(), { interval: 10 }).toBe(text);
    await opened.progress({ step: 'reach', state: 'running', tookMs: null });
    await said('Reaching Xray: in progress');
    await opened.progress({ step: 'reach', state: 'done', tookMs: 900 });
    await said('Reaching Xray: done');
    await opened.progress({ step: 'sign-in', state: 'running', tookMs: null });
    await said('Signing in with your keys: in progress');
    await opened.progress({ step: 'sign-in', state: 'done', tookMs: 500 });
    await said('Signing in with your keys: done');
    await opened.finishRun();
    await arrive('verdict');
    await tabTo('[name="residency"]');
    await press('ArrowDown');
    expect(await page.locator('[name="residency"]:checked').count()).toBe(1);
    await tabTo('[data-primary]');
    await press('Enter');
    await arrive('picture');
    await tabTo('[data-primary]');
    await press('Enter');
    await arrive('review');
    await page.locator('button.file').first().waitFor();
    await tabTo('button.file:not([aria-pressed="true"])');
    await press('Enter');
    await tabTo('.bar [data-primary]');
    await press('Enter');
    await arrive('hand-over');

    const { arrivals, spoken } = await page.evaluate(() => ({
      arrivals: Reflect.get(window, 'arrivals'),
      spoken: Reflect.get(window, 'spoken'),
    }));
    expect(arrivals).toEqual([
      'welcome',
      'connection',
      'checking',
      'verdict',
      'picture',
      'review',
      'hand-over',
    ]);
    expect(spoken).toEqual([
      '2 fields are not right yet.',
      'One field is not right yet.',
      'Reaching Xray: in progress',
      'Reaching Xray: done',
      'Signing in with your keys: in progress',
      'Signing in with your keys: done',
      `The check is done. ${RESIDENCY.verdict.regions}`,
      'Preparing the files\u00a0…',
      'The evidence is ready for you to read.',
      'The evidence is saved in Downloads.',
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('goes back by keyboard as well, and loses nothing', async () => {
    const { page } = await openRenderer(browser, GOOD);
    const { tabTo, press, type } = keyboardOf(page);
    await tabTo('[data-primary]');
    await press('Enter');
    await tabTo('[name="jiraSite"]');
    await type('acme');
    await tabTo('.bar button.quiet');
    await press('Space');
    await page.locator('[data-screen="welcome"]').waitFor();
    await tabTo('[data-primary]');
    await press('Enter');
    expect(await page.locator('[name="jiraSite"]').inputValue()).toBe('acme');
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
