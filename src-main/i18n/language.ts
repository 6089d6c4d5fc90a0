/** Every language of the app, each by the name that its speakers give it. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The codes of all languages, in the order of the language menu. */
export const LANGUAGE_CODES: readonly Language[] = Object.keys(LANGUAGES).filter(isLanguage);

/** The pseudo-language that shows hard-coded and clipped texts. A release does not have it. */
export const PSEUDO = 'en-XA';

/** Returns whether the list of languages has the pseudo-language: for tests that ask for it, and never in a packaged app. */
export function isPseudoWanted(
  env: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): boolean {
  return !isPackaged && env['XRAY_DOCTOR_PSEUDO'] === '1';
}

/** What the window can be shown in. */
export type Locale = Language | typeof PSEUDO;

/** Returns whether the app has this language. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/** Returns the chosen language, or for `system` the first of the system's languages that the app has. */
export function languageFor(choice: Language | 'system', system: readonly string[]): Language {
  return choice === 'system' ? pickLanguage(system) : choice;
}

/** Returns the first language of `wanted` (BCP 47 tags, the best first) that the app has, English if it has none of them. */
export function pickLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.split(/[-_]/u)[0]?.toLowerCase() ?? '').find(isLanguage) ?? 'en';
}
