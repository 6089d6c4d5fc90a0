import type { Browser } from 'playwright';
import { describe, expect, it } from 'vitest';

import { succeed } from '../../src-main/contract/failure.ts';
import { openAtDesk } from '../support/browser/every-screen/desk-states.ts';
import { toHistory } from '../support/browser/every-screen/history-states.ts';
import {
  arrive,
  GOOD,
  primary,
  SCREENS_OF_THE_WAY,
  toChecking,
  walkTo,
} from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { OpenedRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { SAMPLE_ROWS } from '../support/samples/sample-cases.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

describe('the help', () => {
  it.each(SCREENS_OF_THE_WAY)(
    'opens at %s and goes back to it, one primary button at a time',
    async (name) => {
      const opened = await openRenderer(browser, GOOD);
      const { page } = opened;
      await walkTo(opened, name);
      const title = await page.title();
      const steps = await page.locator('.rail li').allInnerTexts();
      await page.getByRole('button', { name: 'Help' }).click();
      await arrive(page, 'help');
      expect(await page.locator('[data-screen]').count()).toBe(1);
      expect(await primary(page).count()).toBe(1);
      expect(await page.title()).toContain('Help');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Help');
      expect(await page.locator('[data-screen="help"] .rail li').allInnerTexts()).toEqual(steps);
      await primary(page).click();
      await arrive(page, name);
      expect(await primary(page).count()).toBe(1);
      expect(await page.title()).toBe(title);
      expect(opened.complaints).toEqual([]);
    },
  );

  it.each([
    ['evidence-file', (opened: OpenedRenderer) => openAtDesk(opened)],
    ['history', (opened: OpenedRenderer) => toHistory(opened)],
  ] as const)('over %s shows no step of the way', async (name, walk) => {
    const opened = await openRenderer(browser, {
      ...GOOD,
      'cases:count': [succeed(1)],
      'cases:newest': [succeed(SAMPLE_ROWS[3])],
      'cases:list': [succeed(SAMPLE_ROWS)],
      'evidence:verify': ['never'],
    });
    const { page } = opened;
    await walk(opened);
    expect(await page.locator('.rail li').count()).toBe(0);
    await page.keyboard.press('F1');
    await arrive(page, 'help');
    expect(await page.locator('.rail li').count()).toBe(0);
    await page.keyboard.press('Escape');
    await arrive(page, name);
  });

  it('loses nothing: text half typed, the place in the page, what was unfolded, and the focus', async () => {
    const opened = await openRenderer(browser, GOOD, { viewport: { width: 720, height: 480 } });
    const { page } = opened;
    await walkTo(opened, 'connect');
    await page.getByText('Where do I find these keys?').click();
    await page.getByLabel('Client Secret', { exact: true }).fill('half a secret');
    await page.getByLabel('Jira site', { exact: true }).pressSequentially('acm');
    const scrolled = () =>
      page
        .locator('.column')
        .first()
        .evaluate((column) => column.scrollTop);
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('F1');
    await arrive(page, 'help');
    await page.keyboard.type('lost');
    await page.keyboard.press('Escape');
    await arrive(page, 'connect');
    expect(await scrolled()).toBe(before);
    expect(await page.getByText('Create API Key').isVisible()).toBe(true);
    await page.keyboard.type('e');
    expect(await page.getByLabel('Jira site', { exact: true }).inputValue()).toBe('acme');
    expect(await page.getByLabel('Client Secret', { exact: true }).inputValue()).toBe('half a secret');
  });

  it('lets the run go on below, tells its end, and comes back to the result', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await toChecking(opened);
    await page.keyboard.press('F1');
    await arrive(page, 'help');
    await opened.finishRun();
    await page.locator('[aria-live]').getByText('Check finished.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-screen]') !== null)).toBe(true);
    expect(await page.title()).toContain('Help');
    await page.keyboard.press('Escape');
    await arrive(page, 'result');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).not.toContain('Help');
  });

  it('explains the words, the way, the readings and the keys, and has the three pages of Snapshots', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page, calls } = opened;
    await walkTo(opened, 'connect');
    await page.keyboard.press('F1');
    const help = page.locator('[data-screen="help"]');
    await help.waitFor();
    expect(await help.locator('h2').allTextContents()).toEqual([
      'What this app does',
      'What gets sent',
      'Four steps',
      'Terms explained',
      'How to read the answers',
      'Keyboard',
      'Learn more',
    ]);
    expect(await help.locator('.steps li').count()).toBe(4);
    expect(await help.locator('.readings tbody tr').count()).toBe(4);
    for (const link of await help.locator('.links button').all()) await link.click();
    expect((await calls()).slice(-3)).toEqual([
      ['app:openPage', { page: 'region-error' }],
      ['app:openPage', { page: 'connection-setup' }],
      ['app:openPage', { page: 'integration' }],
    ]);
  });
});
