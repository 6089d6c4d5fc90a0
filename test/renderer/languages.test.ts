import { getuid } from 'node:process';

import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { succeed } from '../../src-main/contract/failure.ts';
import { isLanguage, LANGUAGES, PSEUDO } from '../../src-main/words/language.ts';
import type { Locale } from '../../src-main/words/language.ts';
import { findChromium } from '../support/chromium.ts';
import { misfitsOf, overlapsOf, textsOf } from '../support/look-at-page.ts';
import { openRenderer } from '../support/open-renderer.ts';
import type { OpenedRenderer } from '../support/open-renderer.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_RESULT } from '../support/sample-answers.ts';
import { SCENES } from '../support/scenes/scenes.ts';
import { toVerdict } from '../support/scenes/ways.ts';

let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is needed for these tests; run npm test.');
  browser = await chromium.launch({ executablePath, chromiumSandbox: getuid?.() !== 0 });
});
afterAll(() => browser.close());

const WIDE = { width: 1040, height: 720 };
const NARROW = { width: 320, height: 720 };

/** What is not said but is: names of products and languages, and what comes from outside. */
const DATA: readonly RegExp[] = [
  /https:\/\/\S+|\b(?:GET|POST)\b/gu,
  /\b[\w.-]+\.(?:atlassian\.net|getxray\.app|example)\b|\badmin\.atlassian\.com\b|[\w.*-]+\.getxray\.app/gu,
  /\bsupport@radbee\.com\b|\bRadBee\b/gu,
  /\b(?:Jira|Confluence|Xray)\b/gu,
  /\bxray-evidence-[\w-]+\.(?:zip|eml)\b|\b(?:summary\.txt|manifest\.json|calls\/[\w-]+\.txt)/gu,
  // The folder's name, ids of hosts, codes and phases under the technical details, the rule's id.
  /\bDownloads\b|\b(?:global|us|eu|au)\b|\bE[A-Z]{4,}\b|\bconnect\b|\b[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\b/gu,
  /\bEnglish\b|\bDeutsch\b|\bFrançais\b|\bEspañol\b|\ben-XA\b/gu,
];

/** Letters that only the pseudo-language writes. */
const PSEUDO_LETTERS = /[ţŕļɱšƀķ]/u;

async function choose({ page }: OpenedRenderer, locale: Locale): Promise<void> {
  await page.locator('.language select').selectOption(locale);
  await page.locator(`html[lang="${locale}"]`).waitFor();
}

describe.each(SCENES)('$name', ({ script, go }) => {
  it('says nothing that is written into the code, and fits in every language and both directions', async () => {
    const opened = await openRenderer(browser, script);
    const { page } = opened;
    await choose(opened, PSEUDO);
    await go(opened);
    const unsaid = (await textsOf(page)).filter(({ text }) => {
      const rest = DATA.reduce((left, data) => left.replace(data, ''), text);
      return /[A-Za-z]{2}/u.test(rest);
    });
    expect(unsaid).toEqual([]);
    for (const direction of ['ltr', 'rtl']) {
      await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), direction);
      for (const viewport of [WIDE, NARROW]) {
        await page.setViewportSize(viewport);
        const what = `${direction}, ${viewport.width}`;
        expect(await misfitsOf(page), what).toEqual([]);
        expect(await overlapsOf(page), what).toEqual([]);
      }
    }
    // The screen stays as it is, and all of it changes its language.
    for (const language of Object.keys(LANGUAGES).filter(isLanguage)) {
      await choose(opened, language);
      expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
      expect((await textsOf(page)).filter(({ text }) => PSEUDO_LETTERS.test(text))).toEqual([]);
      for (const viewport of [WIDE, NARROW]) {
        await page.setViewportSize(viewport);
        expect(await misfitsOf(page), `${language}, ${viewport.width}`).toEqual([]);
      }
    }
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});

describe('the language', () => {
  const [welcome] = SCENES;

  it.each([
    ['de-CH', 'de'],
    ['es-419', 'es'],
    ['it-IT', 'en'],
  ])("is the system's at first: %s gives %s", async (locale, language) => {
    const { page } = await openRenderer(browser, welcome?.script ?? {}, { locale });
    await page.locator(`html[lang="${language}"]`).waitFor();
    await page.close();
  });

  it('is the one that was chosen before, from the first picture on', async () => {
    const script = { ...welcome?.script, languageChoice: [succeed({ language: 'fr' })] };
    const { page } = await openRenderer(browser, script, { locale: 'de' });
    await page.locator('[data-screen="welcome"]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('.language select').inputValue()).toBe('fr');
    await page.close();
  });

  it('changes on the form without losing what was typed, the focus, or what is wrong with it', async () => {
    const opened = await openRenderer(browser, welcome?.script ?? {});
    const { page, calls } = opened;
    await page.locator('[data-primary]').click();
    await page.locator('[name="clientId"]').fill('half an id');
    await page.locator('[name="clientSecret"]').fill('half a secret');
    await page.locator('[name="jiraSite"]').fill('https://example.com');
    await page.locator('[name="clientId"]').focus();
    await page.locator('.field-error').getByText('This does not look like a Jira site.').waitFor();
    const select = page.locator('.language select');
    await select.focus();
    await select.selectOption('de');
    await page.locator('.field-error').getByText('Das sieht nicht nach einer Jira-Site aus.').waitFor();
    expect(await page.locator('[name="clientId"]').inputValue()).toBe('half an id');
    expect(await page.locator('[name="clientSecret"]').inputValue()).toBe('half a secret');
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe('Ihre Verbindung – Xray Residency Doctor');
    expect(await calls()).toContainEqual(['chooseLanguage', { language: 'de' }]);
    await page.close();
  });

  it('says the English that came along where a diagnosis has no phrases, or some of another version', async () => {
    const { phrases: _, ...without } = SAMPLE_DIAGNOSIS;
    const foreign = {
      ...SAMPLE_DIAGNOSIS,
      phrases: { ...SAMPLE_DIAGNOSIS.phrases, sentence: { key: 'rule.of.tomorrow', values: {} } },
    };
    for (const diagnosis of [without, foreign]) {
      const script = {
        ...welcome?.script,
        languageChoice: [succeed({ language: 'es' })],
        startDiagnosis: [succeed({ ...SAMPLE_RESULT, diagnosis })],
      };
      const opened = await openRenderer(browser, script);
      await toVerdict(opened);
      expect(await opened.page.locator('h1').textContent()).toBe(SAMPLE_DIAGNOSIS.verdict.sentence);
      await opened.page.close();
    }
  });

  it('has no pseudo-language in a released app', async () => {
    const script = {
      ...welcome?.script,
      appFacts: [succeed({ version: '1', electron: '45', platform: 'linux', packaged: true })],
    };
    const { page } = await openRenderer(browser, script);
    const values = await page
      .locator('.language option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')));
    expect(values).toEqual(['system', 'en', 'de', 'fr', 'es']);
    await page.close();
  });
});
