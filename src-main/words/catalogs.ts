import { DE } from './de/index.ts';
import { EN } from './en/index.ts';
import type { Catalog, MessageKey } from './en/index.ts';
import { ES } from './es/index.ts';
import { FR } from './fr/index.ts';
import { PSEUDO } from './language.ts';
import type { Language, Locale } from './language.ts';
import { pseudoText } from './pseudo.ts';

/** The texts of each language. */
export const CATALOGS: Readonly<Record<Language, Catalog>> = { en: EN, de: DE, fr: FR, es: ES };

/** The text for a key, in ICU message format. */
export function textOf(locale: Locale, key: MessageKey): string {
  return locale === PSEUDO ? pseudoText(EN[key]) : CATALOGS[locale][key];
}
