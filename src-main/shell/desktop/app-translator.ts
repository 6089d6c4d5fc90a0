import type { App } from 'electron';

import type { Support } from '../../contract/profile.ts';
import type { LanguageChoice } from '../../contract/settings.ts';
import { textsIn } from '../../i18n/catalogs.ts';
import { languageFor } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Translates menus and dialogs into the current language, with the support contact's name. */
export interface AppTranslator {
  readonly t: Translate;
  readonly language: () => Language;
}

/** Makes the translator; `choice` and `support` are read at each call. */
export function createAppTranslator(
  app: Pick<App, 'getLocale'>,
  choice: () => LanguageChoice,
  support: () => Support,
): AppTranslator {
  let cached: { readonly key: string; readonly t: Translate } | null = null;
  const language = (): Language => languageFor(choice(), [app.getLocale()]);
  const t: Translate = (key, values) => {
    const { name, mail } = support();
    const cacheKey = [language(), name, mail].join('\n');
    if (cached?.key !== cacheKey)
      cached = {
        key: cacheKey,
        t: createTranslator(textsIn(language()), { support: name, supportMail: mail }),
      };
    return cached.t(key, values);
  };
  return { t, language };
}
