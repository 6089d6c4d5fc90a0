import type { App } from 'electron';

import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import type { LanguageChoice } from '../../contract/settings.ts';
import { ENGLISH } from '../../i18n/catalog.ts';
import { languageFor } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { loadCatalog } from '../../i18n/load-catalog.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';

export type AppTranslator = ReturnType<typeof createAppTranslator>;

/** Translates menus and dialogs into the current language, with the support contact's name. */
export function createAppTranslator(app: Pick<App, 'getLocale'>) {
  let support = (): Support => DEFAULT_SUPPORT;
  let catalog = ENGLISH;
  let chosen: Language = 'en';
  let cached: { readonly key: string; readonly t: Translate } | null = null;
  /** Returns what a choice comes to on this computer. */
  const languageOf = (choice: LanguageChoice): Language => languageFor(choice, [app.getLocale()]);
  const t: Translate = (key, values) => {
    const { name, mail } = support();
    const cacheKey = [catalog.language, name, mail].join('\n');
    if (cached?.key !== cacheKey)
      cached = { key: cacheKey, t: createTranslator(catalog, { support: name, supportMail: mail }) };
    return cached.t(key, values);
  };
  return {
    t,
    /** Returns the language that was loaded last, English at first. */
    language: () => catalog.language,
    languageOf,
    /** Resolves once that choice's language is used. If it cannot be read, the previous one stays. */
    choose: async (choice: LanguageChoice): Promise<void> => {
      const language = languageOf(choice);
      chosen = language;
      const loaded = await loadCatalog(language).catch(() => catalog);
      // Another language may have been chosen while this one was loading.
      if (language === chosen) catalog = loaded;
    },
    /** Reads the support contact from here at each text; until then it is RadBee. */
    setSupport: (read: () => Support): void => {
      support = read;
    },
  };
}
