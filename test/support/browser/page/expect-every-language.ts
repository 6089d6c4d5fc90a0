import type { Page } from 'playwright';
import { expect } from 'vitest';

import { isLanguage, LANGUAGES, PSEUDO } from '../../../../src-main/i18n/language.ts';
import type { Locale } from '../../../../src-main/i18n/language.ts';
import { LONG_NAME } from '../every-screen/samples.ts';
import { bringEyes, lookAtPage } from './look-at-page.ts';
import type { PageLook, SeenText } from './look-at-page.ts';

const WIDE = { width: 960, height: 720 };
const NARROW = { width: 320, height: 720 };

/** What is not said but is: names of products and languages, and what comes from outside. */
const DATA: readonly RegExp[] = [
  // The name of a check, before the codes that its letters may look like.
  /\bXRD-[A-Z0-9]{6}\b/gu,
  /Our guide|Reports|HELP-7|United States \(Virginia\), and a long remark|Xray – Region|The second page of the table, where Xray stands below Confluence/gu,
  /\bZscaler(?: Inc\.)?|\b(?:id\.atlassian|accounts\.google)\.com\b|“mail”|“Fake CA”|“Move scheduled or in progress”|\bCtrl\+V\b|pictures\/[-\w]*\.png/gu,
  /\bSELF_SIGNED_CERT_IN_CHAIN\b|(?<!\.)\b(?:tls|dns)\b/gu,
  /\b[A-Z][a-z]{2} \d{1,2}, 20\d\d(?:, \d{1,2}:\d\d\s[AP]M)?/gu,
  // Atlassian's own words, as its page prints them, and what a person copied from there.
  /\b[A-Z]{2} – [\p{L} ]+|\b(?:Not eligible|Eligible|Pinned|No action available|Frankfurt)\b/gu,
  /\bGlobal(?:, and a remark of the page)?\b|\b(?:EU|AU)\b/gu,
  // Names that people and companies gave: sites, cases, windows, folders, files, their support.
  new RegExp(`${LONG_NAME}(?: and more)?|subsidiary-of-a-co\\b`, 'gu'),
  /Case \d+(?: ‘Snapshots’ – Zürich)?|A folder with a rather long name for the evidence of this year/gu,
  /Data residency – Atlassian Administration|\bDP-1\b|\bpictures\/[\w-]+\.png|\bholiday\.zip\b/gu,
  /Örtliche Hilfe|[\w.]+@[\w.]+\.example|FA4E…4E03|\brate-limited\.429\b/gu,
  /https:\/\/\S+|\b(?:GET|POST)\b/gu,
  /\b[\w.-]+\.(?:atlassian\.net|getxray\.app|example)\b|\badmin\.atlassian\.com\b|[\w.*-]+\.getxray\.app/gu,
  /\bsupport@radbee\.com\b|\bRadBee\b/gu,
  /\b(?:Jira|Confluence|Xray)\b/gu,
  /\bxray-(?:evidence|report)-[\w-]+\.(?:zip|eml)\b|\b(?:summary\.txt|details\.txt|manifest\.json|calls\/[\w-]+\.txt)/gu,
  // The folder's name, ids of hosts, codes and phases under the technical details, the rule's id.
  /\bDownloads\b|\b(?:global|us|eu|au)\b|\bE[A-Z]{4,}\b|\bconnect\b|\b[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\b/gu,
  // A time as the documents write it.
  /\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\b/gu,
  // A site by its short name; codes, phases and the ids of rules, with their numbers.
  /\bproxy-sign-in\.407\b|\bacme(?:-\d+)?\b|\b(?:[A-Z]+_)+[A-Z]+\b|\b(?:proxy|cancelled)\b/gu,
  // The keys that paste, as the system names them.
  /\bCtrl\+V\b/gu,
  /\bEnglish\b|\bDeutsch\b|\bFrançais\b|\bEspañol\b|\ben-XA\b/gu,
];

/** Letters that only the pseudo-language writes. */
const PSEUDO_LETTERS = /[ţŕļɱšƀķ]/u;

/** Chooses a language of the window and waits until it is spoken. */
export async function speak(page: Page, locale: Locale): Promise<void> {
  await page.evaluate(async (lang) => {
    const select = [...document.querySelectorAll<HTMLSelectElement>('.language select')].at(-1);
    if (select === undefined) throw new Error('There is no list of languages.');
    const root = document.documentElement;
    const spoken = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.lang !== lang) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { attributeFilter: ['lang'] });
      if (root.lang === lang) resolve();
    });
    select.value = lang;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await spoken;
  }, locale);
}

function expectPseudoTexts(texts: readonly SeenText[]): void {
  const unsaid = texts.filter(({ text }) => {
    const rest = DATA.reduce((left, data) => left.replace(data, ''), text);
    return /[A-Za-z]{2}/u.test(rest);
  });
  expect.soft(unsaid).toEqual([]);
}

/** Says a screen in the pseudo-language, holds it to that, and says it in the language that was spoken before. */
export async function withPseudoLanguageBeside(page: Page, spoken: Locale): Promise<void> {
  await bringEyes(page);
  await speak(page, PSEUDO);
  expectPseudoTexts((await lookAtPage(page)).texts);
  await speak(page, spoken);
}

/**
 * Says a screen in the pseudo-language, in both directions of writing and in every language: nothing is written into the
 * code, and everything fits. Leaves the page in English and at its usual size. `bringEyes` comes before.
 */
export async function expectEveryLanguage(page: Page): Promise<void> {
  await page.setViewportSize(WIDE);
  await speak(page, PSEUDO);
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    const looks = await page.evaluate<[string, PageLook][]>(() =>
      ['rtl', 'ltr'].map((dir) => {
        document.documentElement.dir = dir;
        return [dir, Reflect.get(window, 'lookAtPage')()];
      }),
    );
    for (const [direction, { misfits, overlaps, texts }] of looks) {
      const what = `${direction}, ${viewport.width}`;
      expect.soft(misfits, what).toEqual([]);
      expect.soft(overlaps, what).toEqual([]);
      if (viewport === WIDE && direction === 'ltr') expectPseudoTexts(texts);
    }
  }
  // The screen stays as it is, and all of it changes its language; in the wide window the pseudo-language, which is longer
  // than any, has found its room already.
  for (const language of Object.keys(LANGUAGES).filter(isLanguage).reverse()) {
    await speak(page, language);
    const { misfits, texts } = await lookAtPage(page);
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect.soft(texts.filter(({ text }) => PSEUDO_LETTERS.test(text))).toEqual([]);
    expect.soft(misfits, language).toEqual([]);
  }
  await page.setViewportSize(WIDE);
}
