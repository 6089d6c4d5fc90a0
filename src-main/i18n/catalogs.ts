import { DE } from './de/index.ts';
import { EN } from './en/index.ts';
import type { Catalog } from './en/index.ts';
import { ES } from './es/index.ts';
import { FR } from './fr/index.ts';
import { PSEUDO } from './language.ts';
import type { Language, Locale } from './language.ts';
import { PSEUDO_TEXTS } from './pseudo.ts';
import { textsOf } from './translator.ts';
import type { Texts } from './translator.ts';

/** The texts of each language. The window does not import this file: it loads the one language that it shows. */
export const CATALOGS: Readonly<Record<Language, Catalog>> = { en: EN, de: DE, fr: FR, es: ES };

/** What is said in a language. */
export function textsIn(locale: Locale): Texts {
  return locale === PSEUDO ? PSEUDO_TEXTS : textsOf(locale, CATALOGS[locale]);
}
