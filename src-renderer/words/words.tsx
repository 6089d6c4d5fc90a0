import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { LANGUAGES, pickLanguage, PSEUDO } from '../../src-main/words/language.ts';
import type { Language, Locale } from '../../src-main/words/language.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import { createSay, sayTold } from '../../src-main/words/say.ts';
import type { Say, ToldPhrase } from '../../src-main/words/say.ts';

/** What a person chose: a language, or the one of the system. */
export type LanguageChoice = Locale | 'system';

/** What can be said in the language of the moment. */
export interface Speaker {
  readonly say: Say;
  /** Says a phrase of the main process or of an evidence file; `english` stands in where there is none to say. */
  readonly sayPhrase: (phrase: ToldPhrase | null | undefined, english?: string) => string;
  /** Says sentences that came with their English text, each in the place of its own. */
  readonly sayAll: (phrases: readonly ToldPhrase[] | undefined, english: readonly string[]) => string[];
  readonly sayFailure: (failure: Failure) => string;
}

/** The words of the window, and the language that they are in. */
export interface Words extends Speaker {
  readonly locale: Locale;
  readonly choice: LanguageChoice;
  /** Changes the language of the whole window; nothing but its texts changes. */
  readonly choose: (choice: LanguageChoice) => void;
}

function speakerOf(locale: Locale): Speaker {
  const say = createSay(locale);
  return {
    say,
    sayPhrase: (phrase, english = '') => sayTold(say, phrase, english),
    sayAll: (phrases, english) => english.map((text, index) => sayTold(say, phrases?.[index], text)),
    sayFailure: ({ phrase, message }) => sayTold(say, phrase, message),
  };
}

const WordsContext = createContext<Words>({
  locale: 'en',
  choice: 'system',
  ...speakerOf('en'),
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
    () => ({ locale, choice, ...speakerOf(locale), choose: setChoice }),
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
