import type { Page } from 'playwright';
import { expect } from 'vitest';

import { isLanguage, LANGUAGES, PSEUDO } from '../../../../src-main/i18n/language.ts';
import type { Locale } from '../../../../src-main/i18n/language.ts';
import { LONG_NAME } from '../every-screen/samples.ts';
import { bringEyes, texts } from './look-at-page.ts';
import type { SeenText } from './look-at-page.ts';
import { askPage } from './looks.ts';

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

/** Says the page in one language after another, and asks it in each; the screen stays as it is. */
function askInEach<A>(
  page: Page,
  languages: readonly Locale[],
  question: () => A,
): Promise<readonly (readonly [Locale, A])[]> {
  return page.evaluate(`(async () => {
    const answers = [];
    for (const language of ${JSON.stringify(languages)}) {
      await speak(language);
      answers.push([language, (${String(question)})()]);
    }
    return answers;
  })()`);
}

/** Pixels that one would have to scroll to, down and sideways; and the heights of the rows of tools. */
function roomNeeded(): { readonly hidden: readonly number[]; readonly tools: readonly number[] } {
  const columns = [...document.querySelectorAll('.column')];
  return {
    hidden: columns.flatMap((column) => [
      column.scrollHeight - column.clientHeight,
      column.scrollWidth - column.clientWidth,
    ]),
    tools: [...document.querySelectorAll('.tools')].map((row) => row.getBoundingClientRect().height),
  };
}

function spokenLook() {
  return {
    direction: document.documentElement.dir,
    misfits: Reflect.get(window, 'misfitsNow')(),
    // Letters that only the pseudo-language writes.
    pseudo: Reflect.get(window, 'textsNow')().filter(({ text }: SeenText) => /[ţŕļɱšƀķ]/u.test(text)),
  };
}

/** The page as it is, written in both directions. */
function inBothDirections() {
  return ['rtl', 'ltr'].map((direction) => {
    document.documentElement.dir = direction;
    return {
      direction,
      misfits: Reflect.get(window, 'misfitsNow')(),
      overlaps: Reflect.get(window, 'overlapsNow')(),
    };
  });
}

function expectPseudoTexts(texts: readonly SeenText[]): void {
  const unsaid = texts.filter(({ text }) => {
    const rest = DATA.reduce((left, data) => left.replace(data, ''), text);
    return /[A-Za-z]{2}/u.test(rest);
  });
  expect.soft(unsaid).toEqual([]);
}

const speak = (page: Page, language: Locale): Promise<void> =>
  page.evaluate((each) => Reflect.get(window, 'speak')(each), language);

/** Says a screen in the pseudo-language, holds it to that, and says it in the language that was spoken before. */
export async function withPseudoLanguageBeside(page: Page, spoken: Locale): Promise<void> {
  await bringEyes(page);
  await speak(page, PSEUDO);
  expectPseudoTexts(await page.evaluate(texts));
  await speak(page, spoken);
}

/** English last, as the page was before. */
const SPOKEN = Object.keys(LANGUAGES).filter(isLanguage).reverse();

/**
 * Says a screen in the pseudo-language, in both directions of writing and in every language: nothing is written into the
 * code, and everything fits; where it `isSeenWhole`, nobody has to scroll to any of it in a window of the usual size. Leaves
 * the page in English. `bringEyes` comes before.
 */
export async function expectEveryLanguage(page: Page, isSeenWhole: boolean): Promise<void> {
  await page.setViewportSize(WIDE);
  if (isSeenWhole) {
    for (const [language, { hidden, tools }] of await askInEach(page, SPOKEN, roomNeeded)) {
      expect.soft(hidden, `${language}, to scroll down and sideways`).toEqual([0, 0]);
      // In one line, or the picture would become smaller while somebody draws on it.
      for (const height of tools) expect.soft(height, `${language}, tools`).toBeLessThan(40);
    }
  }
  await speak(page, PSEUDO);
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    const seen = await askPage(page, viewport === WIDE ? { inBothDirections, texts } : { inBothDirections });
    for (const look of seen.inBothDirections) {
      const what = `${look.direction}, ${viewport.width}`;
      expect.soft(look.misfits, what).toEqual([]);
      expect.soft(look.overlaps, what).toEqual([]);
    }
    if ('texts' in seen) expectPseudoTexts(seen.texts);
  }
  // In the wide window the pseudo-language, which is longer than any, has found its room already.
  for (const [language, look] of await askInEach(page, SPOKEN, spokenLook)) {
    expect.soft(look.direction, language).toBe('ltr');
    expect.soft(look.pseudo, language).toEqual([]);
    expect.soft(look.misfits, language).toEqual([]);
  }
}
