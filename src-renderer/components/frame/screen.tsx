import { useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { railSteps } from '../../flow/state/steps.ts';
import type { ScreenName } from '../../flow/state/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { useCovered } from './cover.tsx';
import { PictureContext } from './picture-context.ts';
import { Rail } from './rail.tsx';

interface ScreenProps {
  readonly name: ScreenName | 'help';
  /** The screen whose step the rail shows; the screen's own if it is not given. */
  readonly at?: ScreenName;
  /** `null` for a screen that belongs to none of the steps. */
  readonly steps?: null;
  readonly title: string;
  /** Stands before the title. */
  readonly icon?: ReactNode;
  /** Marks the root of a verdict with its kind. */
  readonly verdict?: string;
  readonly onBack?: () => void;
  /** What stands in the bar where there is no way back. */
  readonly aside?: ReactNode;
  /** Buttons of the bar's right side, the primary one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The frame of every screen: steps left, one column, and a bar that never moves. Puts the focus on the heading when it
 * comes; give it a `key` where one screen shows another thing.
 */
export function Screen({
  name,
  at,
  steps,
  title,
  icon,
  verdict,
  onBack,
  aside,
  actions,
  children,
}: ScreenProps) {
  const { t } = useTranslation();
  const isCovered = useCovered();
  const hasPicture = useContext(PictureContext);
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, when the screen comes: a heading that only changes its words, as with another language, leaves the focus alone.
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (!isCovered) document.title = `${title} – ${t('app.name')}`;
  }, [title, t, isCovered]);
  const where = at ?? (name === 'help' ? 'welcome' : name);
  return (
    <div
      className="screen"
      {...(isCovered
        ? {}
        : { 'data-screen': name, ...(verdict === undefined ? {} : { 'data-verdict': verdict }) })}
    >
      <Rail steps={steps === null ? [] : railSteps(where, hasPicture)} />
      <main className="column">
        <h1 ref={heading} tabIndex={-1} className={verdict === undefined ? '' : 'verdict-heading'}>
          {icon}
          <span>{title}</span>
        </h1>
        {children}
      </main>
      <footer className="bar">
        {onBack === undefined ? (
          (aside ?? <div />)
        ) : (
          <button type="button" className="quiet back" onClick={onBack}>
            {t('button.back')}
          </button>
        )}
        <div className="bar-actions">{actions}</div>
      </footer>
    </div>
  );
}
