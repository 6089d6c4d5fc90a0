import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

import { RULES } from '../../../src-main/diagnosis/verdict/rules.ts';
import { messageProblems } from '../../../src-main/i18n/build/message-problems.ts';
import type { MessageFile } from '../../../src-main/i18n/build/message-problems.ts';
import { ENGLISH, isMessageKey } from '../../../src-main/i18n/catalog.ts';
import type { MessageKey } from '../../../src-main/i18n/catalog.ts';
import { LANGUAGE_CODES, PSEUDO } from '../../../src-main/i18n/language.ts';
import type { Language, Locale } from '../../../src-main/i18n/language.ts';
import { loadCatalog } from '../../../src-main/i18n/load-catalog.ts';
import { createTranslator } from '../../../src-main/i18n/translator.ts';
import { literalsOf, sampleValues } from '../../support/samples/message-shape.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const KEYS = Object.keys(ENGLISH.messages).filter(isMessageKey);
const LOCALES: readonly Locale[] = [...LANGUAGE_CODES, PSEUDO];
const FOREIGN = LANGUAGE_CODES.filter((language) => language !== 'en');

const textOf = (language: Language): string =>
  readFileSync(join(ROOT, 'src-main', 'i18n', `${language}.json`), 'utf8');
const FILES: ReadonlyMap<Language, MessageFile> = new Map(
  LANGUAGE_CODES.map((language) => [language, JSON.parse(textOf(language))]),
);
const messageOf = (language: Language, key: MessageKey): string => FILES.get(language)?.[key] ?? '';

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
  ['failure.copy-file', ['send.way.folder']],
];

describe.each(LANGUAGE_CODES)('%s.json', (language) => {
  it('has the messages of English, each well formed and with the same arguments', () => {
    expect(messageProblems(language, FILES.get(language) ?? {}, FILES.get('en') ?? {})).toEqual([]);
  });

  it('has the keys in the order of English, and none twice', () => {
    expect(Object.keys(FILES.get(language) ?? {})).toEqual(KEYS);
    // JSON.parse keeps only the last of two.
    expect(textOf(language)).toBe(`${JSON.stringify(JSON.parse(textOf(language)), null, 2)}\n`);
  });
});

describe('a mistake in a language file', () => {
  const ENGLISH_FILE = {
    plain: 'Save',
    plural: '{count, plural, one {# file} other {# files}} of {name}',
    choice: '{kind, select, yes {Yes} other {No}}',
  };
  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['a key that is missing', { plain: undefined }, 'de.json: plain is missing'],
    ['a key that English does not have', { toString: 'x' }, 'de.json: toString is not in en.json'],
    [
      'another name of an argument',
      { plain: 'Speichern {file}' },
      'de.json: plain takes file: text, in English none',
    ],
    [
      'a missing argument',
      { plural: '{count, plural, other {#}}' },
      'de.json: plural takes count: plural, in English count: plural, name: text',
    ],
    [
      'other options of a select',
      { choice: '{kind, select, ja {Ja} other {Nein}}' },
      'de.json: choice takes kind: select ja other, in English kind: select other yes',
    ],
    [
      'a plural without other',
      { plural: '{count, plural, one {#}} {name}' },
      'de.json: plural: MISSING_OTHER_CLAUSE',
    ],
    [
      'a brace that is never closed',
      { plain: 'Speichern {' },
      'de.json: plain: EXPECT_ARGUMENT_CLOSING_BRACE',
    ],
    [
      'a style that is not known',
      { plain: '{at, date, long}' },
      'de.json: plain: {at}: style "long" is not supported',
    ],
    [
      'an ordinal',
      { plain: '{n, selectordinal, other {#.}}' },
      'de.json: plain: {n}: selectordinal and offset is not supported',
    ],
  ])('%s is named with language and key', (_name, change, problem) => {
    const file: MessageFile = JSON.parse(JSON.stringify({ ...ENGLISH_FILE, ...change }));
    expect(messageProblems('de', file, ENGLISH_FILE)).toEqual([problem]);
  });
});

describe.each(FOREIGN)('the messages in %s', (language) => {
  it('keep the words that the products print', () => {
    const lost = KEYS.flatMap((key) =>
      PRINTED.filter(
        (word) => messageOf('en', key).includes(word) && !messageOf(language, key).includes(word),
      ).map((word) => `${key}: ${word}`),
    );
    expect(lost).toEqual([]);
  });

  it('are no English that was forgotten', () => {
    // A text without words of its own, of one word that all of them share, or of names.
    const alike = KEYS.filter(
      (key) =>
        messageOf(language, key) === messageOf('en', key) &&
        /[a-z]{3}/u.test(literalsOf(messageOf('en', key)).join(' ')),
    );
    expect(
      alike.filter((key) => literalsOf(messageOf('en', key)).join('').trim().split(/\s+/u).length > 3),
    ).toEqual([]);
  });
});

describe.each(LOCALES)('every message in %s', async (locale) => {
  const t = createTranslator(await loadCatalog(locale));

  it('can be formatted in every way, and is never empty', () => {
    for (const key of KEYS) {
      for (const values of sampleValues(messageOf('en', key))) {
        const text = t(key, values);
        const what = `${key} with ${JSON.stringify(values)}`;
        expect(text, what).toMatch(/\S/u);
        expect(text, what).not.toMatch(/ {2}|^ | $|undefined|NaN|\[object/u);
      }
    }
  });
});

describe.each(LANGUAGE_CODES)('every message in %s', async (language) => {
  const t = createTranslator(await loadCatalog(language));

  it('is formatted as the reference implementation does it', () => {
    const common = { support: 'RadBee', supportMail: 'support@radbee.com' };
    for (const key of KEYS) {
      const reference = new IntlMessageFormat(messageOf(language, key), language, undefined, {
        ignoreTag: true,
      });
      for (const values of sampleValues(messageOf(language, key)))
        expect(t(key, values), key).toBe(reference.format({ ...common, ...values }));
    }
  });

  it('names no supporter', () => {
    const naming = KEYS.filter((key) => /RadBee(?! Snapshots)|radbee\.com/u.test(messageOf(language, key)));
    expect(naming).toEqual([]);
  });
});

it.each(LANGUAGE_CODES)('the texts in %s name what is pressed and read as it is called', (language) => {
  const wrong = NAMING.flatMap(([key, names]) =>
    names
      .filter((name) => !messageOf(language, key).includes(messageOf(language, name)))
      .map((name) => `${key}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('apostrophes have one form in each language', () => {
  for (const language of LANGUAGE_CODES) {
    const other = language === 'en' ? /’/u : /\p{L}'\p{L}/u;
    expect(KEYS.filter((key) => other.test(messageOf(language, key)))).toEqual([]);
  }
});

/** What a person at the window never reads: words of this code, of a court, and spellings that the products do not print. */
const BANNED: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:evidence|verdicts?|cases?|hosts?|data calls?|bundles?|gates?|judge[sd]?|pro(?:of|ven)|mend(?:s|ed)?|anew|by itself|all the same|at all|giv(?:es?|en) out|(?:took|takes?) (?:your|the) keys|licences?|organisations?|colours?)\b|(?<!sign-in |API )\btokens?\b/iu,
  de: /\b(?:Beweis\p{L}*|Urteile?|Urteils|Fall|Fälle|Fällen|Falles|Hosts?|Bündel|Datenaufrufe?)(?!\p{L})|(?<!Anmelde-|API-)\bTokens?\b/u,
  fr: /(?<!\p{L})(?:preuves?|verdicts?|jugements?|dossiers? de diagnostic|hôtes?|appels? de données)(?!\p{L})|(?<!\p{L})jetons?(?! (?:d’authentification|d’API))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:evidencias?|pruebas? documental(?:es)?|veredictos?|casos?|hosts?|anfitri(?:ón|ones)|llamadas? de datos)(?!\p{L})|(?<!\p{L})tokens?(?! (?:de inicio de sesión|de API))(?!\p{L})/iu,
};

/** What an admin reads on other screens, in quotation marks or as the name of a file, is not ours to word. */
const QUOTED = /“[^”]*”|„[^“]*“|«[^»]*»|\b[a-z-]+\.(?:json|txt)\b/gu;

describe.each(LANGUAGE_CODES)('the words in %s', (language) => {
  const found = (text: string): string | undefined => BANNED[language].exec(text.replaceAll(QUOTED, ''))?.[0];

  it('are those that an admin would say aloud', () => {
    // The desk is support's, which says case and host.
    const wrong = KEYS.filter((key) => !key.startsWith('desk.')).flatMap((key) => {
      const word = found(literalsOf(messageOf(language, key)).join('|'));
      return word === undefined ? [] : `${key}: ${word}`;
    });
    expect(wrong).toEqual([]);
  });

  it('name no rule', () => {
    const wrong = KEYS.filter((key) => RULES.some(({ id }) => messageOf(language, key).includes(id)));
    expect(wrong).toEqual([]);
  });
});

it.each<[Language, string, boolean]>([
  ['en', 'Mail the evidence.', true],
  ['en', 'The token was refused.', true],
  ['en', 'Snapshots shows “Xray token is invalid or expired”.', false],
  ['en', 'This looks like an Atlassian API token, and here is a sign-in token.', false],
  ['de', 'Das Beweismaterial liegt bereit.', true],
  ['de', 'Falls das nicht hilft, gefällt es niemandem.', false],
  ['fr', 'La preuve est prête.', true],
  ['es', 'El veredicto está listo.', true],
])('the list of words in %s knows “%s”: %s', (language, text, isBanned) => {
  expect(BANNED[language].test(text.replaceAll(QUOTED, ''))).toBe(isBanned);
});

describe('the typography', () => {
  it('French sets no-break spaces and curved apostrophes', () => {
    const wrong = KEYS.filter((key) =>
      literalsOf(messageOf('fr', key)).some((text) => / [:;?!»]|« |[a-zé]'[a-zé]/iu.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['de', '„', '“', /["«»”]/u],
    ['fr', '«', '»', /["“”„]/u],
    ['es', '«', '»', /["“”„]/u],
  ] as const)('%s has its own quotation marks, in pairs', (language, opening, closing, others) => {
    const wrong = KEYS.filter((key) => {
      const text = literalsOf(messageOf(language, key)).join('|');
      return others.test(text) || text.split(opening).length !== text.split(closing).length;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the keys', () => {
  it('are all used', () => {
    const sources = globSync('{src-main,src-renderer}/**/*.{ts,tsx}', { cwd: ROOT })
      .map((file) => readFileSync(`${ROOT}/${file}`, 'utf8'))
      .join('\n');
    // `rule.${id}` uses every key of this form whose middle is a word of the code.
    const forms = [...sources.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*)\$\{[^}]*\}([\w.-]*)`/giu)].map(
      ([, beginning = '', end = '']) => ({ beginning, end }),
    );
    const isWord = (word: string): boolean =>
      sources.includes(`'${word}'`) || new RegExp(`\\b${word}\\??:`, 'u').test(sources);
    const unused = KEYS.filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !forms.some(
          ({ beginning, end }) =>
            key.startsWith(beginning) &&
            key.endsWith(end) &&
            isWord(key.slice(beginning.length, key.length - end.length)),
        ),
    );
    expect(unused).toEqual([]);
  });
});
