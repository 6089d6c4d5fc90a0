import { ENGLISH } from './catalog.ts';
import type { Catalog, Messages } from './catalog.ts';
import { PSEUDO } from './language.ts';
import type { Language, Locale } from './language.ts';

/** What is being built; vite.config.ts replaces it. Not defined when Node runs the sources. */
declare const BUILD_KIND: string | undefined;

/** A build has one chunk a language, which is read when somebody chooses that language. */
const IMPORTS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: Messages }>>> = {
  de: () => import('./de.json', { with: { type: 'json' } }),
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  es: () => import('./es.json', { with: { type: 'json' } }),
};

/** Resolves with the messages of a language. Rejects if they cannot be read. A release shows English for the pseudo-language. */
export async function loadCatalog(locale: Locale): Promise<Catalog> {
  if (locale === PSEUDO) {
    // Spelled out here, so that the bundler leaves the import out of a release.
    if (typeof BUILD_KIND !== 'undefined' && BUILD_KIND === 'release') return ENGLISH;
    return (await import('./pseudo.ts')).PSEUDO_CATALOG;
  }
  if (locale === 'en') return ENGLISH;
  return { language: locale, messages: (await IMPORTS[locale]()).default };
}
