import { useContext } from 'react';

import type { RailStep } from '../../flow/state/steps.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { HelpContext } from './help-context.ts';
import { Icon } from '../parts/icon.tsx';
import { LanguageMenu } from './language-menu.tsx';

/** Where in the job the person is, told by shape and words and not by colour alone; a line where there is no room. */
export function Rail({ steps }: { readonly steps: readonly RailStep[] }) {
  const { t } = useTranslation();
  const openHelp = useContext(HelpContext);
  const isUnderWay = steps.some(({ state }) => state === 'current');
  return (
    <header className={`rail${isUnderWay ? ' rail-under-way' : ''}`}>
      <p className="rail-name">{t('app.name')}</p>
      {steps.length === 0 ? null : (
        <nav aria-label={t('rail.label')}>
          <ol>
            {steps.map(({ step, state }) => (
              <li
                key={step}
                className={`rail-${state}`}
                aria-current={state === 'current' ? 'step' : undefined}
              >
                <span className="rail-mark" aria-hidden="true">
                  {state === 'done' ? <Icon name="good" /> : null}
                </span>
                <span className="rail-step">
                  {t(`rail.${step}`)}
                  <span className="unseen"> ({t(`rail.${state}`)})</span>
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="rail-tools">
        {openHelp === null ? null : (
          <button type="button" className="tool" onClick={openHelp}>
            <Icon name="help" />
            <span className="tool-name">{t('help.open')}</span>
          </button>
        )}
        <LanguageMenu />
      </div>
    </header>
  );
}
