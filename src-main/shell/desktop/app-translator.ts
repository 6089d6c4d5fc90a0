import type { App } from 'electron';

import type { Support } from '../../contract/profile.ts';
import type { LanguageChoice } from '../../contract/settings.ts';
import { textsIn } from '../../i18n/catalogs.ts';
import { languageFor } from '../../i18n/language.ts';
import type { Language } from '../../i18n/language.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';

/** What menus and dialogs speak: at each word the language of the moment, with the name of whoever helps. */
export interface AppTranslator {
  readonly t: Translate;
  readonly language: () => Language;
}

/** Makes the speaker; `choice` and `support` are asked at each word. */
export function createAppTranslator(
  app: Pick<App, 'getLocale'>,
  choice: () => LanguageChoice,
  support: () => Support,
): AppTranslator {
  let spoken: { readonly by: string; readonly t: Translate } | null = null;
  const language = (): Language => languageFor(choice(), [app.getLocale()]);
  const t: Translate = (key, values) => {
    const { name, mail } = support();
    const by = [language(), name, mail].join('\n');
    if (spoken?.by !== by)
      spoken = { by, t: createTranslator(textsIn(language()), { support: name, supportMail: mail }) };
    return spoken.t(key, values);
  };
  return { t, language };
}
