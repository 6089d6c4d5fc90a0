import { useContext, useEffect } from 'react';
import type { MouseEvent } from 'react';

import type { RailStep } from '../../flow/steps.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { ask } from '../../bridge.ts';
import { BridgeContext } from '../parts/bridge-context.ts';
import { HelpContext } from './help-context.ts';
import { Icon } from '../parts/icon.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { FrameContext } from './rail-context.ts';

/** Where on the way the person is, told by shape and words and not by color alone; a line where there is no room. */
export function Rail({ steps }: { readonly steps: readonly RailStep[] | null }) {
  const { t } = useTranslation();
  const openHelp = useContext(HelpContext);
  return (
    <header className="rail">
      <p className="rail-name">{t('app.name')}</p>
      {steps === null ? null : (
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
        <MenuButton />
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

/** Opens the app's menu where the window's frame shows none, as on Windows. */
function MenuButton() {
  const { t } = useTranslation();
  const bridge = useContext(BridgeContext);
  const frame = useContext(FrameContext);
  useEffect(() => {
    document.documentElement.dataset['frame'] = frame;
  }, [frame]);
  if (frame !== 'overlay' || bridge === null) return null;
  const open = ({ currentTarget }: MouseEvent): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    void ask(() => bridge.app.openMenu({ x: Math.round(left), y: Math.round(top) }));
  };
  return (
    <button type="button" className="tool" onClick={open}>
      <Icon name="menu" />
      <span className="tool-name">{t('rail.menu')}</span>
    </button>
  );
}
