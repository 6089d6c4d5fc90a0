import { IntlMessageFormat } from 'intl-messageformat';

import { EN } from './en/index.ts';
import type { Catalog, MessageKey } from './en/index.ts';
import type { Language } from './language.ts';
import type { Message, PhraseValue, PhraseValues } from './message.ts';

/** What is said in one language: its texts in ICU message format, and the language whose rules they follow. */
export interface Texts {
  readonly rules: Language;
  readonly textOf: (key: MessageKey) => string;
}

/** The texts of a catalog. */
export function textsOf(language: Language, catalog: Catalog): Texts {
  return { rules: language, textOf: (key) => catalog[key] };
}

/** The texts that are always there; those of other languages may have to be loaded first. */
export const ENGLISH: Texts = textsOf('en', EN);

/** Values that every text may name without being given them. */
export interface Standing {
  /** Who supports the person, by name. */
  readonly support: string;
  /** The supporter's mail address. */
  readonly supportMail: string;
}

const DEFAULT_STANDING: Standing = { support: 'RadBee', supportMail: 'support@radbee.com' };

/** What an ICU message has and a plain text has not: arguments and quotes. */
const MARKS_OF_A_MESSAGE = /[{}']/u;

/** Returns the text for a key, with its values filled in. Throws for a value that the text names and was not given. */
export type Translate = (key: MessageKey, values?: PhraseValues) => string;

/**
 * Makes the speaker of one language. Numbers, dates and plurals follow the language; a value that is a list of names is
 * joined as the language does it. `standing` says who the supporter is.
 */
export function createTranslator({ rules, textOf }: Texts, standing: Standing = DEFAULT_STANDING): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const word = (value: string | { readonly key: MessageKey }): string =>
    typeof value === 'string' ? value : t(value.key);
  const filled = (value: PhraseValue): string | number => {
    if (typeof value === 'number') return value;
    return Array.isArray(value) ? listed(value.map(word), rules) : word(value);
  };
  const t: Translate = (key, values = {}) => {
    const text = textOf(key);
    // Most texts are what they say; not reading them as messages is a good part of drawing the first screen.
    if (!MARKS_OF_A_MESSAGE.test(text)) return text;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(text, rules, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    const all = Object.entries(values).map(([name, value]) => [name, filled(value)]);
    return String(format.format({ ...standing, ...Object.fromEntries(all) }));
  };
  return t;
}

/** English, in which everything stands that leaves this computer and everything that the CLI says. */
export const sayEnglish: Translate = createTranslator(ENGLISH);

/** A phrase in English. */
export function inEnglish({ key, values }: Message): string {
  return sayEnglish(key, values);
}

/** A phrase as it came from outside, where nobody has looked at its keys. */
export interface ReceivedMessage {
  readonly key: string;
  readonly values: Readonly<
    Record<string, string | number | { readonly key: string } | (string | { readonly key: string })[]>
  >;
}

/**
 * Says a phrase that came from outside. `english` came along with it and is given where the phrase is missing, or was
 * made by another version of the app with texts or values that this one does not know.
 */
export function formatUntrusted(
  t: Translate,
  told: ReceivedMessage | null | undefined,
  english: string,
): string {
  if (told === null || told === undefined || !isPhrase(told)) return english;
  try {
    return t(told.key, told.values);
  } catch {
    return english;
  }
}

function isPhrase(told: ReceivedMessage): told is Message {
  const isKnown = (value: string | number | { readonly key: string }): boolean =>
    typeof value !== 'object' || Object.hasOwn(EN, value.key);
  return isKnown(told) && Object.values(told.values).flat().every(isKnown);
}

/** Names in a row; where a name holds a comma itself, semicolons set them apart. */
function listed(names: readonly string[], rules: string): string {
  const hasCommas = names.some((name) => name.includes(','));
  return new Intl.ListFormat(rules, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) => (type === 'literal' && hasCommas ? value.replace(',', ';') : value))
    .join('');
}

/** A number of bytes as a person reads it. */
export function sayBytes(t: Translate, bytes: number): string {
  if (bytes < 1024) return t('size.bytes', { count: bytes });
  if (bytes < 1024 * 1024) return t('size.kilobytes', { count: bytes / 1024 });
  return t('size.megabytes', { count: bytes / 1024 / 1024 });
}
