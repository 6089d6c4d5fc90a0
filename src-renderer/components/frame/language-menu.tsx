import { isLanguage, LANGUAGES, PSEUDO } from '../../../src-main/i18n/language.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import type { Choice } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';

/** Chooses the language of the window, each by the name that its own speakers give it. */
export function LanguageMenu() {
  const { t, choice, choose, hasPseudo } = useTranslation();
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
        {hasPseudo ? <option value={PSEUDO}>{PSEUDO}</option> : null}
      </select>
    </label>
  );
}

function choiceOf(value: string): Choice {
  if (value === PSEUDO) return PSEUDO;
  return isLanguage(value) ? value : 'system';
}
