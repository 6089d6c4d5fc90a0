import type { App } from 'electron';

import type { Support } from '../../contract/profile.ts';
import type { LanguageChoice } from '../../contract/settings.ts';
import { ENGLISH } from '../../i18n/catalog.ts';
import { languageFor } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { loadCatalog } from '../../i18n/load-catalog.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Translates menus and dialogs into the current language, with the support contact's name. */
export interface AppTranslator {
  /** Uses the language that was loaded last, and the current supporter. */
  readonly t: Translate;
  /** Returns the language that was loaded last, English at first. */
  readonly language: () => Language;
  /** Loads the chosen language. If it cannot be read, the previous one stays. */
  readonly load: () => Promise<void>;
}

/** Makes the translator; `choice` is read by each `load`, and `support` for each text. */
export function createAppTranslator(
  app: Pick<App, 'getLocale'>,
  choice: () => LanguageChoice,
  support: () => Support,
): AppTranslator {
  let catalog = ENGLISH;
  let current: { readonly by: string; readonly t: Translate } | null = null;
  const chosen = (): Language => languageFor(choice(), [app.getLocale()]);
  const load = async (): Promise<void> => {
    const language = chosen();
    const loaded = await loadCatalog(language).catch(() => catalog);
    // Another language may have been chosen while this one was loading.
    if (language === chosen()) catalog = loaded;
  };
  const t: Translate = (key, values) => {
    const { name, mail } = support();
    const by = [catalog.language, name, mail].join('\n');
    if (current?.by !== by)
      current = { by, t: createTranslator(catalog, { support: name, supportMail: mail }) };
    return current.t(key, values);
  };
  return { t, language: () => catalog.language, load };
}
