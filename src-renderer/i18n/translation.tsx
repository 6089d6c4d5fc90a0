import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { Bridge } from '../../src-main/contract/ipc/ipc-schema.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import { DEFAULT_SUPPORT } from '../../src-main/contract/support/default-support.ts';
import type { ShownSupport } from '../../src-main/contract/support/support-profile.ts';
import type { LanguageChoice } from '../../src-main/contract/settings.ts';
import type { Catalog } from '../../src-main/i18n/catalog.ts';
import { languageFor, LANGUAGES, PSEUDO } from '../../src-main/i18n/language.ts';
import type { Locale } from '../../src-main/i18n/language.ts';
import { createTranslator, formatUntrusted } from '../../src-main/i18n/translator.ts';
import type { Translate, ReceivedMessage } from '../../src-main/i18n/translator.ts';
import { ask } from '../bridge.ts';
import { ENGLISH_LOCALE, loadLocale } from './load-locale.ts';
import type { LoadedLocale } from './load-locale.ts';

/** What can be chosen in the language menu. */
export type Choice = LanguageChoice | typeof PSEUDO;

/** Translates into the current language. */
export interface Translator {
  readonly t: Translate;
  /** Translates a message of the main process or of an evidence file; `english` is shown where that cannot be done. */
  readonly translate: (message: ReceivedMessage | null | undefined, english?: string) => string;
  /** Translates messages that came with their English texts in the same order. */
  readonly translateAll: (
    messages: readonly ReceivedMessage[] | undefined,
    english: readonly string[],
  ) => string[];
  readonly translateFailure: (failure: Failure) => string;
}

/** The current language of the window, and what changes it. */
export interface Translation extends Translator {
  readonly locale: Locale;
  readonly choice: Choice;
  /** Whether the pseudo-language can be chosen; never in a released app. */
  readonly hasPseudo: boolean;
  /**
   * Changes and saves the language of the whole window; nothing but the texts changes. Goes back to the previous choice
   * if the language cannot be loaded.
   */
  readonly choose: (choice: Choice) => void;
  /** The supporter, whom messages name, and where that comes from. */
  readonly shownSupport: ShownSupport;
  readonly setShownSupport: (shown: ShownSupport) => void;
}

/** Returns the locale for a choice on this computer. */
export function localeOf(choice: Choice): Locale {
  return choice === PSEUDO ? PSEUDO : languageFor(choice, navigator.languages);
}

/** The system's own way to write a date, where it speaks the language of the window. */
function dateLocaleOf(language: string): string {
  // The build, which draws the first page, has no system; that page has no date either.
  const locales = typeof navigator === 'undefined' ? [] : navigator.languages;
  return locales.find((locale) => locale.split('-', 1)[0] === language) ?? language;
}

/** RadBee, unless a profile says otherwise. */
export const NO_PROFILE: ShownSupport = { source: 'default', support: DEFAULT_SUPPORT, problem: null };

function translatorOf(catalog: Catalog, { support }: ShownSupport): Translator {
  const names = { support: support.name, supportMail: support.mail };
  const t = createTranslator(catalog, names, dateLocaleOf(catalog.language));
  return {
    t,
    translate: (message, english = '') => formatUntrusted(t, message, english),
    translateAll: (messages, english) =>
      english.map((text, index) => formatUntrusted(t, messages?.[index], text)),
    translateFailure: ({ phrase, message }) => formatUntrusted(t, phrase, message),
  };
}

const TranslationContext = createContext<Translation>({
  locale: 'en',
  choice: 'system',
  hasPseudo: false,
  ...translatorOf(ENGLISH_LOCALE.catalog, NO_PROFILE),
  choose: () => undefined,
  shownSupport: NO_PROFILE,
  setShownSupport: () => undefined,
});

/** Returns the current translation. A component that uses it is rendered again when the language changes. */
export function useTranslation(): Translation {
  return useContext(TranslationContext);
}

/**
 * Provides the translation to the window. `first` is what the person chose before, and `firstLocale` the language that
 * this comes to; both hold until the person chooses another one.
 */
export function TranslationProvider(props: {
  readonly bridge: Bridge | null;
  readonly first: LanguageChoice;
  readonly firstLocale: LoadedLocale;
  readonly hasPseudo: boolean;
  readonly firstSupport: ShownSupport;
  readonly children: ReactNode;
}) {
  const { bridge, first, hasPseudo, children } = props;
  const [shownSupport, setShownSupport] = useState(props.firstSupport);
  const [choice, setChoice] = useState<Choice>(first);
  const [{ locale, catalog }, setLoaded] = useState(props.firstLocale);
  /** The choice whose language is shown, and the latest one, which may still be loading. */
  const choices = useRef({ shown: choice, latest: choice });
  const choose = useCallback(
    (wanted: Choice): void => {
      const change = async (): Promise<void> => {
        const loaded = await loadLocale(localeOf(wanted));
        if (choices.current.latest !== wanted) return;
        if (loaded === null) {
          choices.current.latest = choices.current.shown;
          setChoice(choices.current.shown);
          return;
        }
        choices.current.shown = wanted;
        setLoaded(loaded);
        // A choice that cannot be saved still holds until the window is closed.
        if (wanted !== PSEUDO && bridge !== null)
          await ask(() => bridge.app.chooseLanguage({ language: wanted }));
      };
      choices.current.latest = wanted;
      setChoice(wanted);
      void change();
    },
    [bridge],
  );
  const translation = useMemo(
    () => ({
      locale,
      choice,
      hasPseudo,
      ...translatorOf(catalog, shownSupport),
      choose,
      shownSupport,
      setShownSupport,
    }),
    [locale, catalog, choice, hasPseudo, choose, shownSupport],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = LANGUAGES[locale === PSEUDO ? 'en' : locale].direction;
  }, [locale]);
  return <TranslationContext value={translation}>{children}</TranslationContext>;
}
