import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import { message } from '../../src-main/i18n/message.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { GOOD_ANSWERS, launchChromium, primaryOf, screenOf } from '../support/browser/window-walk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('the welcome', () => {
  it('has three doors of one size, each reached by keyboard, the check first', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD_ANSWERS);
    const doors = page.locator('.door');
    await doors.first().waitFor();
    expect(await page.locator('.door .door-title').allTextContents()).toEqual([
      'Check my connection',
      'Continue a case',
      'Open an evidence file',
    ]);
    const sizes = await doors.evaluateAll((all) =>
      all.map((door) => [door.getBoundingClientRect().width, door.getBoundingClientRect().height]),
    );
    expect(new Set(sizes.map((size) => size.map(Math.round).join(' '))).size).toBe(1);
    expect(await doors.first().getAttribute('data-primary')).not.toBeNull();
    // Chromium is told to hand the dialog over before the key that opens it is on its way.
    const chosen = page.waitForEvent('filechooser');
    await doors.first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const chooser = await chosen;
    expect(chooser.isMultiple()).toBe(false);
    await doors.first().press('Enter');
    await screenOf(page, 'connection').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what is sent, which version it is, and folds the symptoms away', async () => {
    const { page } = await openRenderer(browser, GOOD_ANSWERS);
    await page.getByText('Version 1.2.3').waitFor();
    expect(await page.locator('.bar').innerText()).toContain('Nothing is sent to RadBee by itself.');
    const symptom = page.getByText('“Xray token is invalid or expired”');
    expect(await symptom.isVisible()).toBe(false);
    await page.getByText('Is this your problem?').click();
    await symptom.waitFor();
    expect(await page.locator('.fold .plain li').count()).toBe(4);
  });

  it('opens a page by its name, and tells the address when no browser opened', async () => {
    const address = 'https://snapshots-docs.radbee.com/';
    const { page, calls } = await openRenderer(browser, {
      ...GOOD_ANSWERS,
      'app:openPage': [fail('cannot-open', message('failure.page-not-opened', { address })), succeed(null)],
    });
    await page.getByText('Is this your problem?').click();
    const link = page.getByRole('button', { name: 'Xray connection error: data is in another region' });
    await link.click();
    await page.getByRole('alert').getByText(address).waitFor();
    expect((await calls()).at(-1)).toEqual(['app:openPage', { page: 'region-error' }]);
    await link.click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('the screens behind the welcome', () => {
  it('come when they are asked for before they are there; the welcome stays until then', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD_ANSWERS);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/later-*.js', async (route) => {
      await released;
      await route.fallback();
    });
    await page.reload();
    await primaryOf(page).click();
    await page.keyboard.press('F1');
    expect(await screenOf(page, 'welcome').count()).toBe(1);
    expect(await primaryOf(page).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.matches('.door-first'))).toBe(true);
    release();
    await screenOf(page, 'help').waitFor();
    await page.keyboard.press('Escape');
    await screenOf(page, 'connection').waitFor();
    expect(await primaryOf(page).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(complaints).toEqual([]);
  });

  it('are there without being asked for', async () => {
    const { page } = await openRenderer(browser, GOOD_ANSWERS);
    const read = await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/later-[^/]*\.js$/u.test(name)),
    );
    expect(await read.jsonValue()).toBe(true);
    expect(await screenOf(page, 'welcome').count()).toBe(1);
  });

  it('that cannot be read leave a window that says so', async () => {
    const { page } = await openRenderer(browser, GOOD_ANSWERS);
    await page.route('**/assets/later-*.js', (route) => route.abort());
    await page.reload();
    await page.locator('.failure-page').waitFor();
    expect(await page.locator('.failure-page p').textContent()).toContain('window');
  });
});
