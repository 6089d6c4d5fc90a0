import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { CATALOGS, textsIn } from '../../../src-main/i18n/catalogs.ts';
import { EN } from '../../../src-main/i18n/en/index.ts';
import type { MessageKey } from '../../../src-main/i18n/en/index.ts';
import { isLanguage, LANGUAGES, PSEUDO } from '../../../src-main/i18n/language.ts';
import { createTranslator } from '../../../src-main/i18n/translator.ts';
import { literalsOf, sampleValues, shapeOf } from '../../support/samples/message-shape.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const isKey = (key: string): key is MessageKey => Object.hasOwn(EN, key);
const KEYS = Object.keys(EN).filter(isKey);
const FOREIGN = Object.keys(LANGUAGES)
  .filter(isLanguage)
  .filter((language) => language !== 'en');
const LOCALES = ['en', ...FOREIGN, PSEUDO] as const;

/** Words that the products print in English everywhere. */
const PRINTED = [
  'Client ID',
  'Client Secret',
  'Data residency',
  'Snapshots Configuration',
  'Xray connection',
  'Connection is open',
  'API Keys',
  'Create API Key',
  'Manage apps',
  'Submit',
  'Pinned',
  'Snapshots',
  'admin.atlassian.com',
  '*.getxray.app',
];

/** Texts that name buttons, headings and states: with the very words that stand on them. */
const NAMING: readonly (readonly [MessageKey, readonly MessageKey[]])[] = [
  ['plan.lead', ['connection.check']],
  ['cases.empty', ['keep.button']],
  ['picture.page.refused', ['picture.way.browser']],
  ['failure.copy-file', ['send.folder']],
  ['bundles.mailed', ['send.folder']],
  ['where.pinned.mail', ['follow.result', 'verdict.review', 'review.save', 'bundles.title']],
  ['where.migrating.check', ['verdict.again']],
  ['where.migrating.pinned', ['way.pinned']],
  ['follow.solve', ['state.solved']],
  ['follow.allDone', ['state.solved']],
];

describe.each(FOREIGN)('the texts in %s', (language) => {
  const catalog = CATALOGS[language];

  it('are there for every key and for no other', () => {
    expect(Object.keys(catalog).sort()).toEqual([...KEYS].sort());
  });

  it('ask for the same as English', () => {
    const shapes = (texts: typeof EN | typeof catalog) =>
      Object.fromEntries(KEYS.map((key) => [key, shapeOf(texts[key])]));
    expect(shapes(catalog)).toEqual(shapes(EN));
  });

  it('keep the words that the products print', () => {
    const lost = KEYS.flatMap((key) =>
      PRINTED.filter((word) => EN[key].includes(word) && !catalog[key].includes(word)).map(
        (word) => `${key}: ${word}`,
      ),
    );
    expect(lost).toEqual([]);
  });

  it('are no English that was forgotten', () => {
    // A text without words of its own, of one word that all of them share, or of names.
    const alike = KEYS.filter(
      (key) => catalog[key] === EN[key] && /[a-z]{3}/u.test(literalsOf(EN[key]).join(' ')),
    );
    expect(alike.filter((key) => literalsOf(EN[key]).join('').trim().split(/\s+/u).length > 3)).toEqual([]);
  });
});

describe.each(LOCALES)('every text in %s', (locale) => {
  const say = createTranslator(textsIn(locale));

  it('can be said in every way, and never says nothing', () => {
    for (const key of KEYS) {
      for (const values of sampleValues(EN[key])) {
        const text = say(key, values);
        const what = `${key} with ${JSON.stringify(values)}`;
        expect(text, what).toMatch(/\S/u);
        expect(text, what).not.toMatch(/ {2}|^ | $|undefined|NaN|\[object/u);
      }
    }
  });

  it('names no supporter', () => {
    const naming = KEYS.filter((key) =>
      /RadBee(?! Snapshots)|radbee\.com/u.test(textsIn(locale).textOf(key)),
    );
    expect(naming).toEqual([]);
  });
});

it.each(['en', ...FOREIGN] as const)(
  'the texts in %s name what is pressed and read as it is called',
  (language) => {
    const wrong = NAMING.flatMap(([key, names]) =>
      names
        .filter((name) => !textsIn(language).textOf(key).includes(textsIn(language).textOf(name)))
        .map((name) => `${key}: ${name}`),
    );
    expect(wrong).toEqual([]);
  },
);

describe('the typography', () => {
  it('French sets no-break spaces and curved apostrophes', () => {
    const wrong = KEYS.filter((key) =>
      literalsOf(CATALOGS.fr[key]).some((text) => / [:;?!»]|« |[a-zé]'[a-zé]/iu.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['de', '„', '“', /["«»”]/u],
    ['fr', '«', '»', /["“”„]/u],
    ['es', '«', '»', /["“”„]/u],
  ] as const)('%s has its own quotation marks, in pairs', (language, opening, closing, others) => {
    const wrong = KEYS.filter((key) => {
      const text = literalsOf(CATALOGS[language][key]).join('|');
      return others.test(text) || text.split(opening).length !== text.split(closing).length;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the keys', () => {
  it('are all used', () => {
    const sources = globSync('{src-main,src-renderer}/**/*.{ts,tsx}', { cwd: ROOT })
      .filter((file) => !file.startsWith(join('src-main', 'words')))
      .map((file) => readFileSync(`${ROOT}/${file}`, 'utf8'))
      .join('\n');
    // `rule.${id}` uses every key that begins like this.
    const beginnings = [...sources.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*)\$\{/giu)].map(
      (match) => match[1] ?? '',
    );
    const bytes = ['size.bytes', 'size.kilobytes', 'size.megabytes'];
    const unused = KEYS.filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !bytes.includes(key) &&
        !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});
