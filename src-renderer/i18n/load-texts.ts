import { PSEUDO } from '../../src-main/i18n/language.ts';
import type { Locale } from '../../src-main/i18n/language.ts';
import { ENGLISH, textsOf } from '../../src-main/i18n/translator.ts';
import type { Texts } from '../../src-main/i18n/translator.ts';

/** A language that the window can speak now. */
export interface Spoken {
  readonly locale: Locale;
  readonly texts: Texts;
}

/** What can be spoken at any time. */
export const SPOKEN_ENGLISH: Spoken = { locale: 'en', texts: ENGLISH };

/** Each language but English is a file of its own in the built window, read when it is to be spoken. */
const LOAD: Readonly<Record<Locale, () => Promise<Texts>>> = {
  en: async () => ENGLISH,
  de: async () => textsOf('de', (await import('../../src-main/i18n/de/index.ts')).DE),
  fr: async () => textsOf('fr', (await import('../../src-main/i18n/fr/index.ts')).FR),
  es: async () => textsOf('es', (await import('../../src-main/i18n/es/index.ts')).ES),
  [PSEUDO]: async () => (await import('../../src-main/i18n/pseudo.ts')).PSEUDO_TEXTS,
};

/** Gets the texts of a language; null if they cannot be read. */
export async function loadTexts(locale: Locale): Promise<Spoken | null> {
  try {
    return { locale, texts: await LOAD[locale]() };
  } catch {
    return null;
  }
}
