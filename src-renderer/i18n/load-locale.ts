import { ENGLISH } from '../../src-main/i18n/catalog.ts';
import type { Catalog } from '../../src-main/i18n/catalog.ts';
import type { Locale } from '../../src-main/i18n/language.ts';
import { loadCatalog } from '../../src-main/i18n/load-catalog.ts';

/** A locale and its messages. */
export interface LoadedLocale {
  readonly locale: Locale;
  readonly catalog: Catalog;
}

/** Needs no loading, so it is shown where another language cannot be loaded. */
export const ENGLISH_LOCALE: LoadedLocale = { locale: 'en', catalog: ENGLISH };

/** Resolves with the messages of a locale, or with null if they cannot be read. */
export async function loadLocale(locale: Locale): Promise<LoadedLocale | null> {
  try {
    return { locale, catalog: await loadCatalog(locale) };
  } catch {
    return null;
  }
}
