import { EN } from './en/index.ts';
import type { Catalog } from './en/index.ts';
import type { Locale } from './language.ts';

/** The texts of each language. Where a language has none of its own yet, English stands in. */
export const CATALOGS: Readonly<Record<Locale, Catalog>> = { en: EN, de: EN, fr: EN, es: EN, 'en-XA': EN };
