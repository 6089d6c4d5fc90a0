import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { LANGUAGES, pickLanguage, PSEUDO } from '../../src-main/words/language.ts';
import type { Language, Locale } from '../../src-main/words/language.ts';
import { createSay } from '../../src-main/words/say.ts';
import type { Say } from '../../src-main/words/say.ts';

/** What a person chose: a language, or the one of the system. */
export type LanguageChoice = Locale | 'system';

/** The words of the window in the language of the moment. */
export interface Words {
  readonly locale: Locale;
  readonly choice: LanguageChoice;
  readonly say: Say;
  /** Changes the language of the whole window; nothing but its texts changes. */
  readonly choose: (choice: LanguageChoice) => void;
}

const WordsContext = createContext<Words>({
  locale: 'en',
  choice: 'system',
  say: createSay('en'),
  choose: () => undefined,
});

/** The words for whatever is drawn; drawn anew when the language changes. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** Gives the window its language: the system's, until the person chooses another one. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState<LanguageChoice>('system');
  const locale = choice === 'system' ? pickLanguage(navigator.languages) : choice;
  const words = useMemo(
    () => ({ locale, choice, say: createSay(locale), choose: setChoice }),
    [locale, choice],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = LANGUAGES[languageOf(locale)].direction;
  }, [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

function languageOf(locale: Locale): Language {
  return locale === PSEUDO ? 'en' : locale;
}
