import { writeSync } from 'node:fs';

import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { succeed } from '../../src-main/contract/failure.ts';
import { LANGUAGE_CODES } from '../../src-main/i18n/language.ts';
import { heldPicture, PAGE_BYTES } from '../support/browser/every-screen/samples.ts';
import { arrive, field, GOOD, ID, primary, SECRET } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const VIEWPORT = { width: 960, height: 720 };

/** Visible words of the main column, of a list the chosen one alone; what lies in a fold is not seen. */
const wordsOf = (page: Page): Promise<number> =>
  page.locator('main').evaluate((element) => {
    const main = element instanceof HTMLElement ? element : document.body;
    const count = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;
    const unseen = [...main.querySelectorAll('option')].filter(({ selected }) => !selected);
    const isShown = (option: HTMLElement): boolean => option.closest('select')?.checkVisibility() === true;
    const hidden = unseen.filter(isShown).reduce((sum, { text }) => sum + count(text), 0);
    return count(main.innerText) - hidden;
  });

/** Pixels of the column that one would have to scroll to. */
const hiddenOf = (page: Page): Promise<number> =>
  page.locator('.column').evaluate((column) => column.scrollHeight - column.clientHeight);

async function pastePicture(page: Page): Promise<void> {
  await page.evaluate((bytes) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], 'page.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, PAGE_BYTES);
}

describe('the shortest way from the start to a finished mail', () => {
  it.each(LANGUAGE_CODES)(
    'has four screens, few clicks and few words, none of them to scroll to: %s',
    async (locale) => {
      const opened = await openRenderer(
        browser,
        { ...GOOD, 'pictures:add': [succeed({ kind: 'added', picture: heldPicture(1) })] },
        { viewport: VIEWPORT, locale },
      );
      const { page } = opened;
      const seen: { readonly name: string; readonly words: number; readonly hidden: number }[] = [];
      let clicks = 0;
      const look = async (name: string): Promise<void> => {
        expect(
          await page.locator('[data-primary]:not([disabled], [aria-disabled="true"])').count(),
          name,
        ).toBe(1);
        seen.push({ name, words: await wordsOf(page), hidden: await hiddenOf(page) });
      };
      const goOn = async (): Promise<void> => {
        clicks += 1;
        await primary(page).click();
      };

      await arrive(page, 'connect');
      await look('connect');
      await field(page, 'clientId').fill(ID);
      await field(page, 'clientSecret').fill(SECRET);
      await field(page, 'jiraSite').fill('acme');
      await goOn();
      await opened.finishRun();
      await arrive(page, 'result');
      await look('result');
      await goOn();
      await arrive(page, 'screenshot');
      await look('screenshot');
      await pastePicture(page);
      await page.locator('.editor').waitFor();
      await look('screenshot');
      await goOn();
      await arrive(page, 'send');
      await page.locator('.report-page').waitFor();
      await look('send');
      await goOn();
      await page.locator('[data-sent]').waitFor();
      await look('send');

      const words = seen.reduce((sum, each) => sum + each.words, 0);
      const screens = new Set(seen.map(({ name }) => name)).size;
      const each = seen.map((view) => `${view.name} ${view.words}`).join(', ');
      writeSync(1, `${locale}: ${screens} screens, ${clicks} clicks, ${words} words (${each})\n`);
      expect(screens).toBeLessThanOrEqual(4);
      expect(clicks).toBeLessThanOrEqual(7);
      expect(words).toBeLessThanOrEqual(locale === 'en' ? 500 : 600);
      expect(seen.filter(({ hidden }) => hidden > 0)).toEqual([]);
      const calls = (await opened.calls()).map(([name]) => name);
      expect(calls.filter((name) => name === 'evidence:save')).toHaveLength(1);
      expect(opened.complaints).toEqual([]);
    },
  );
});
