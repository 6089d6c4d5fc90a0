import type { Translate } from '../../../src-main/i18n/translator.ts';
import type { Run, RunStep } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';

/** The steps of a check as they tick off. */
export function RunSteps({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return (
    <ol className="run card">
      {run.steps.map((line) => (
        <li key={line.step} className={`run-${line.state}`}>
          <span className="run-mark">{iconOf(line.state)}</span>
          <span>{t(`checking.step.${line.step}`)}</span>
          <span className="small">{noteOf(line, t)}</span>
        </li>
      ))}
    </ol>
  );
}

const ICONS: Readonly<Partial<Record<RunStep['state'], IconName>>> = {
  done: 'good',
  failed: 'wrong',
  skipped: 'quiet',
};

function iconOf(state: RunStep['state']) {
  const name = ICONS[state];
  return name === undefined ? null : <Icon name={name} />;
}

function noteOf({ state, tookMs }: RunStep, t: Translate): string {
  if (state === 'done' && tookMs !== null) return t('checking.took', { seconds: tookMs / 1000 });
  return t(`checking.state.${state}`);
}
