import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { Bridge } from '../../src-main/contract/ipc/ipc-schema.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import { DEFAULT_SUPPORT } from '../../src-main/contract/default-support.ts';
import type { ShownSupport } from '../../src-main/contract/profile.ts';
import type { LanguageChoice } from '../../src-main/contract/settings.ts';
import { languageFor, LANGUAGES, PSEUDO } from '../../src-main/i18n/language.ts';
import type { Locale } from '../../src-main/i18n/language.ts';
import { createTranslator, formatUntrusted } from '../../src-main/i18n/translator.ts';
import type { Translate, Texts, ReceivedMessage } from '../../src-main/i18n/translator.ts';
import { ask } from '../bridge.ts';
import { loadTexts, SPOKEN_ENGLISH } from './load-texts.ts';
import type { Spoken } from './load-texts.ts';

/** What a person chose to read in. */
export type Choice = LanguageChoice | typeof PSEUDO;

/** What can be said in the language of the moment. */
export interface Translator {
  readonly t: Translate;
  /** Says a phrase of the main process or of an evidence file; `english` stands in where there is none to say. */
  readonly sayPhrase: (phrase: ReceivedMessage | null | undefined, english?: string) => string;
  /** Says sentences that came with their English text, each in the place of its own. */
  readonly sayAll: (phrases: readonly ReceivedMessage[] | undefined, english: readonly string[]) => string[];
  readonly sayFailure: (failure: Failure) => string;
}

/** The words of the window, and the language that they are in. */
export interface Words extends Translator {
  readonly locale: Locale;
  readonly choice: Choice;
  /** Whether the pseudo-language may be chosen; never in a released app. */
  readonly hasPseudo: boolean;
  /**
   * Changes the language of the whole window and remembers it; nothing but the texts changes. If its texts cannot be
   * read, the choice goes back to what it was.
   */
  readonly choose: (choice: Choice) => void;
  /** Who helps, and who said so; every text that names the supporter takes the name from here. */
  readonly shownSupport: ShownSupport;
  /** Somebody else helps from now on. */
  readonly takeSupport: (shown: ShownSupport) => void;
}

/** The language that a choice comes to on this computer. */
export function localeOf(choice: Choice): Locale {
  return choice === PSEUDO ? PSEUDO : languageFor(choice, navigator.languages);
}

/** RadBee, as long as no profile says otherwise. */
export const NO_PROFILE: ShownSupport = { source: 'default', support: DEFAULT_SUPPORT, problem: null };

function speakerOf(texts: Texts, { support }: ShownSupport): Translator {
  const t = createTranslator(texts, { support: support.name, supportMail: support.mail });
  return {
    t,
    sayPhrase: (phrase, english = '') => formatUntrusted(t, phrase, english),
    sayAll: (phrases, english) => english.map((text, index) => formatUntrusted(t, phrases?.[index], text)),
    sayFailure: ({ phrase, message }) => formatUntrusted(t, phrase, message),
  };
}

const WordsContext = createContext<Words>({
  locale: 'en',
  choice: 'system',
  hasPseudo: false,
  ...speakerOf(SPOKEN_ENGLISH.texts, NO_PROFILE),
  choose: () => undefined,
  shownSupport: NO_PROFILE,
  takeSupport: () => undefined,
});

/** The words for whatever is drawn; what uses them is drawn anew when the language changes. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/**
 * Gives the window its language, and whom its texts name as supporter. `first` is what the person chose before and
 * `firstSpoken` the language that this comes to; both hold until the person chooses another one.
 */
export function WordsProvider(props: {
  readonly bridge: Bridge | null;
  readonly first: LanguageChoice;
  readonly firstSpoken: Spoken;
  readonly hasPseudo: boolean;
  readonly firstSupport: ShownSupport;
  readonly children: ReactNode;
}) {
  const { bridge, first, hasPseudo, children } = props;
  const [shownSupport, takeSupport] = useState(props.firstSupport);
  const [choice, setChoice] = useState<Choice>(first);
  const [{ locale, texts }, setSpoken] = useState(props.firstSpoken);
  /** The choice whose language is spoken, and the latest one, whose texts may still be on their way. */
  const choices = useRef({ spoken: choice, latest: choice });
  const choose = useCallback(
    (wanted: Choice): void => {
      const change = async (): Promise<void> => {
        const loaded = await loadTexts(localeOf(wanted));
        if (choices.current.latest !== wanted) return;
        if (loaded === null) {
          choices.current.latest = choices.current.spoken;
          setChoice(choices.current.spoken);
          return;
        }
        choices.current.spoken = wanted;
        setSpoken(loaded);
        // A choice that cannot be kept holds all the same, as long as the window is open.
        if (wanted !== PSEUDO && bridge !== null)
          await ask(() => bridge.app.chooseLanguage({ language: wanted }));
      };
      choices.current.latest = wanted;
      setChoice(wanted);
      void change();
    },
    [bridge],
  );
  const words = useMemo(
    () => ({
      locale,
      choice,
      hasPseudo,
      ...speakerOf(texts, shownSupport),
      choose,
      shownSupport,
      takeSupport,
    }),
    [locale, texts, choice, hasPseudo, choose, shownSupport],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = LANGUAGES[locale === PSEUDO ? 'en' : locale].direction;
  }, [locale]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
