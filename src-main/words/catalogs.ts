import { EN } from './en/index.ts';
import type { MessageKey } from './en/index.ts';
import type { Language, Locale } from './language.ts';
import { PSEUDO } from './language.ts';
import { pseudoText } from './pseudo.ts';

/** The texts of one language: a text for every key. */
type Catalog = Readonly<Record<MessageKey, string>>;

/** The texts of each language. Where a language has none of its own yet, English stands in. */
export const CATALOGS: Readonly<Record<Language, Catalog>> = { en: EN, de: EN, fr: EN, es: EN };

/** The text for a key, in ICU message format. */
export function textOf(locale: Locale, key: MessageKey): string {
  return locale === PSEUDO ? pseudoText(EN[key]) : CATALOGS[locale][key];
}
