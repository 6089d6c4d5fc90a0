/** Every language of the app, each by the name that its speakers give it. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The pseudo-language that shows which texts are written into the code, and which do not fit. Never in a released app. */
export const PSEUDO = 'en-XA';

/** What a text can be said in. */
export type Locale = Language | typeof PSEUDO;

/** Whether there is a catalog for this language code. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/** The language to speak: the one that was chosen, else the first of the system's that the app speaks. */
export function languageFor(choice: Language | 'system', system: readonly string[]): Language {
  return choice === 'system' ? pickLanguage(system) : choice;
}

/** The first language of `wanted` (BCP 47 tags, the best first) that the app speaks; English when it speaks none of them. */
export function pickLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.split(/[-_]/u)[0]?.toLowerCase() ?? '').find(isLanguage) ?? 'en';
}
