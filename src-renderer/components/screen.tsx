import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { railSteps } from '../flow/steps.ts';
import type { ScreenName } from '../flow/state.ts';
import { useWords } from '../words/words.tsx';
import { Rail } from './rail.tsx';

interface ScreenProps {
  readonly name: ScreenName;
  readonly title: string;
  /** Stands before the title. */
  readonly icon?: ReactNode;
  /** Marks the root of a verdict with its kind. */
  readonly verdict?: string;
  readonly onBack?: () => void;
  /** Buttons of the bar's right side, the primary one last. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/**
 * The frame of every screen: steps left, one column, and a bar that never moves. Puts the focus on the heading when it
 * comes; give it a `key` where one screen shows another thing.
 */
export function Screen({ name, title, icon, verdict, onBack, actions, children }: ScreenProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, when the screen comes: a heading that only changes its words, as with another language, leaves the focus alone.
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = `${title} – ${say('app.name')}`;
  }, [title, say]);
  return (
    <div className="screen" data-screen={name} data-verdict={verdict}>
      <Rail steps={railSteps(name)} />
      <main className="column">
        <h1 ref={heading} tabIndex={-1} className={verdict === undefined ? '' : 'verdict-heading'}>
          {icon}
          <span>{title}</span>
        </h1>
        {children}
      </main>
      <footer className="bar">
        <div>
          {onBack === undefined ? null : (
            <button type="button" className="quiet" onClick={onBack}>
              {say('button.back')}
            </button>
          )}
        </div>
        <div className="bar-actions">{actions}</div>
      </footer>
    </div>
  );
}
