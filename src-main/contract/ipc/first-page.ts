import type { Language } from '../../i18n/language.ts';

/** All that the first screen's picture depends on, as long as nobody but the usual supporter is named. */
export interface FirstPage {
  readonly language: Language;
  /** Whether the person chose that language, which the menu of languages then shows. */
  readonly isChosen: boolean;
  /** Whether checks are kept on this computer, or that is not known. */
  readonly hasKept: boolean;
}

/**
 * The name of the page in which the first screen stands drawn already. The main process serves it by this name, and the
 * window takes it over only if what it is told comes to the same name.
 */
export function nameOf({ language, isChosen, hasKept }: FirstPage): string {
  return `${language}-${isChosen ? 'chosen' : 'system'}-${hasKept ? 'kept' : 'none'}`;
}
