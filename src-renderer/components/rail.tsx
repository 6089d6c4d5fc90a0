import type { RailStep } from '../flow/steps.ts';
import { LanguageMenu } from './language-menu.tsx';
import { useWords } from '../words/words.tsx';

/** Where in the job the person is; told by shape and words, not by colour alone. */
export function Rail({ steps }: { readonly steps: readonly RailStep[] }) {
  const { say } = useWords();
  return (
    <nav className="rail" aria-label={say('rail.label')}>
      <p className="rail-name">{say('app.name')}</p>
      <ol>
        {steps.map(({ step, state }) => (
          <li key={step} className={`rail-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="rail-mark" aria-hidden="true" />
            {say(`rail.${step}`)}
            <span className="unseen"> ({say(`rail.${state}`)})</span>
          </li>
        ))}
      </ol>
      <LanguageMenu />
    </nav>
  );
}
