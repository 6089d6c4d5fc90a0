import { describe, expect, it } from 'vitest';

import en from '../../../src-main/i18n/en.json' with { type: 'json' };
import { wordsOf } from '../../../src-main/diagnosis/verdict/classify.ts';
import type { RuleId, Values } from '../../../src-main/diagnosis/verdict/sentences.ts';
import { RULES } from '../../../src-main/diagnosis/verdict/rules.ts';
import { argumentsOf } from '../../../src-main/i18n/build/message-problems.ts';
import { compileMessage } from '../../../src-main/i18n/compile.ts';
import { createFormatter } from '../../../src-main/i18n/format.ts';
import { languageFor, LANGUAGE_CODES, pickLanguage, PSEUDO } from '../../../src-main/i18n/language.ts';
import type { Locale } from '../../../src-main/i18n/language.ts';
import { loadCatalog } from '../../../src-main/i18n/load-catalog.ts';
import { optional, message } from '../../../src-main/i18n/message.ts';
import { pseudoMessage } from '../../../src-main/i18n/pseudo.ts';
import {
  createTranslator,
  formatBytes,
  tEnglish,
  formatUntrusted,
} from '../../../src-main/i18n/translator.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';

const LOCALES: readonly Locale[] = [...LANGUAGE_CODES, PSEUDO];
const german = createTranslator(await loadCatalog('de'));
const french = createTranslator(await loadCatalog('fr'));
const spanish = createTranslator(await loadCatalog('es'));
const HOSTS = [{ key: 'host.us' }, { key: 'host.eu' }, { key: 'host.au' }] as const;
const working = (count: number) =>
  message('regions.working', {
    global: { key: 'global.own-error' },
    regions: HOSTS.slice(0, count),
    count,
  });

describe('a text', () => {
  it('names the supporter that it is given, and RadBee without any', async () => {
    expect(tEnglish('send.title')).toBe('Send the report to RadBee');
    const t = createTranslator(await loadCatalog('de'), {
      support: 'Acme Hilfe',
      supportMail: 'help@acme.example',
    });
    expect(t('send.title')).toBe('Bericht an Acme Hilfe senden');
    expect(t('step.send-evidence')).toContain('help@acme.example');
  });

  it('lists names as its language does, with semicolons where they hold commas', () => {
    const { key, values } = working(3);
    expect(tEnglish(key, values)).toContain('United States; EU, Frankfurt; and Australia, Sydney');
    expect(german(key, values)).toContain('USA, EU (Frankfurt) und Australien (Sydney)');
    expect(french(key, values)).toContain('États-Unis, UE (Francfort) et Australie (Sydney)');
    expect(spanish(key, working(1).values)).toContain('el servidor Estados Unidos responde');
  });

  it('can have another message as a value', () => {
    expect(spanish(working(2).key, working(2).values)).toMatch(
      /^El servidor global de Xray comunica un error, /u,
    );
  });

  it('writes numbers as its language does', () => {
    expect(formatBytes(german, 1_258_291)).toBe('1,2\u00a0MB');
    expect(formatBytes(french, 2048)).toBe('2,0\u00a0Ko');
    expect(formatBytes(tEnglish, 1)).toBe('1 byte');
    expect(french('review.fileRemoved', { count: 1 })).toBe('1 retiré');
  });

  it('takes what it quotes as it is', () => {
    const proxy = `{x} # 'it' <b>`;
    expect(tEnglish('rule.network.proxy', optional('proxy', proxy))).toContain(`Your proxy ${proxy} did`);
  });

  it('is refused without a value that it names', () => {
    expect(() => tEnglish('app.version')).toThrow(/version/u);
  });
});

describe('a message from outside', () => {
  const t = german;
  it.each([
    ['none', undefined],
    ['null', null],
    ['a text that we do not have', { key: 'rule.of.tomorrow', values: {} }],
    ['a name out of the prototype', { key: 'constructor', values: {} }],
    ['a value that is missing', { key: 'note.site-missing', values: {} }],
    ['a text inside that we do not have', { key: 'regions.none', values: { global: { key: 'toString' } } }],
    [
      'a name in a list that we do not have',
      { key: 'regions.keys-elsewhere', values: { regions: [{ key: 'host.xx' }], count: 1 } },
    ],
  ])('%s gives the English that came along', (_name, received) => {
    expect(formatUntrusted(t, received, 'In English.')).toBe('In English.');
  });

  it('is translated', () => {
    expect(formatUntrusted(t, { key: 'regions.silent', values: {} }, 'x')).toMatch(
      /^Kein regionaler Server/u,
    );
  });
});

describe('the sentences of the rules', () => {
  const FULL: Values = {
    call: 'data-call',
    issuer: 'Acme Root',
    maker: 'Zscaler',
    proxy: 'proxy:80',
    target: 'login.example',
    status: 401,
    waitSeconds: 5000,
    regions: [...HOSTS],
  };
  const IDS: RuleId[] = [...RULES.map(({ id }) => id), 'unclear.no-answer'];

  it.each(LOCALES)('can all be formatted in %s, with and without what they may name', async (locale) => {
    const t = createTranslator(await loadCatalog(locale));
    for (const values of [{}, FULL, { ...FULL, call: 'authenticate', waitSeconds: 1 } as const]) {
      for (const id of IDS) {
        const { sentence, meaning } = wordsOf(id, values);
        for (const { key, values: named } of [sentence, meaning]) {
          expect(t(key, named), id).toMatch(/\S[.\]]$/u);
          // Nothing goes along that no text names.
          const asked = argumentsOf(`${en[sentence.key]}${en[meaning.key]}`).join(' ');
          for (const name of Object.keys(named)) expect(asked, id).toContain(`${name}: `);
        }
      }
    }
  });

  it('name the documented hosts as everybody else does', () => {
    for (const { id, name } of XRAY_HOSTS)
      expect(formatUntrusted(tEnglish, { key: `host.${id}`, values: {} }, '')).toBe(name);
  });
});

describe('the language', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['la', 'FR-ca'], 'fr'],
    [['es_MX'], 'es'],
    [['la', 'vo'], 'en'],
    [['constructor', ''], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, language) => {
    expect(pickLanguage(wanted)).toBe(language);
  });

  it('that was chosen goes before that of the system', () => {
    expect(languageFor('es', ['de'])).toBe('es');
    expect(languageFor('system', ['de'])).toBe('de');
  });
});

describe('the pseudo-language', () => {
  const PLURAL = '{count, plural, =0 {none} one {# picture of {name}} other {# pictures}} and more';

  it('changes every letter, makes longer, sets brackets, and leaves the syntax alone', () => {
    const text = (message: string, values: Readonly<Record<string, string | number>> = {}): string =>
      createFormatter('en')(pseudoMessage(compileMessage(message)), values);
    expect(text(PLURAL, { count: 0 })).toMatch(/^\[ñöñé åñđ ɱöŕé .*\]$/u);
    expect(text(PLURAL, { count: 1, name: 'x' })).toMatch(/^\[1 þîçţûŕé öƒ x åñđ ɱöŕé .*\]$/u);
    expect(text(PLURAL, { count: 2 })).toMatch(/^\[2 þîçţûŕéš åñđ ɱöŕé .*\]$/u);
    expect(text('Save to Downloads')).toMatch(/^\[[^a-z]+\]$/iu);
    expect(text('Save to Downloads').length).toBeGreaterThanOrEqual('Save to Downloads'.length * 1.4);
  });
});
