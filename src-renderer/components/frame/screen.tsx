import { useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import type { ScreenName } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { useCovered } from './cover.tsx';
import { Rail } from './rail.tsx';
import { RailContext } from './rail-context.ts';

interface ScreenProps {
  readonly name: ScreenName | 'help';
  readonly title: string;
  /** Stands before the title. */
  readonly icon?: ReactNode;
  /** Marks the root of a result with the kind of its verdict. */
  readonly verdict?: string;
  readonly onBack?: () => void;
  /** What stands in the bar where there is no way back. */
  readonly aside?: ReactNode;
  /** Buttons of the bar's right side, the primary one last. */
  readonly actions?: ReactNode;
  /** Whether the screen puts the focus itself; else the heading has it when the screen comes. */
  readonly hasOwnFocus?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of every screen: steps left, one column, and a bar that never moves. Give it a `key` where one screen shows
 * another thing, so that its heading is told anew.
 */
export function Screen(props: ScreenProps) {
  const { name, title, icon, verdict, onBack, aside, actions, hasOwnFocus = false, children } = props;
  const { t } = useTranslation();
  const isCovered = useCovered();
  const steps = useContext(RailContext);
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, when the screen comes: a heading that only changes its words, as with another language, leaves the focus alone.
  useEffect(() => {
    if (!hasOwnFocus) heading.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (!isCovered) document.title = `${title} – ${t('app.name')}`;
  }, [title, t, isCovered]);
  return (
    <div
      className="screen"
      {...(isCovered
        ? {}
        : { 'data-screen': name, ...(verdict === undefined ? {} : { 'data-verdict': verdict }) })}
    >
      <Rail steps={steps} />
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
