import { useSyncExternalStore } from 'react';

import { isLanguage, LANGUAGES, PSEUDO } from '../../../src-main/i18n/language.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import type { Choice } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';

/** Chooses the language of the window, each by the name that its own speakers give it. */
export function LanguageMenu() {
  const { t, choice, choose, hasPseudo } = useTranslation();
  // Not in a page that was drawn by the build, which does not know what it will run in.
  const isInWindow = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <label className="language">
      <Icon name="language" />
      <span className="unseen">{t('language.label')}</span>
      <select value={choice} onChange={(event) => choose(choiceOf(event.target.value))}>
        <option value="system">{t('language.system')}</option>
        {Object.entries(LANGUAGES).map(([language, { name }]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
        {hasPseudo && isInWindow ? <option value={PSEUDO}>{PSEUDO}</option> : null}
      </select>
    </label>
  );
}

function neverChanges(): () => void {
  return () => undefined;
}

function choiceOf(value: string): Choice {
  if (value === PSEUDO) return PSEUDO;
  return isLanguage(value) ? value : 'system';
}
