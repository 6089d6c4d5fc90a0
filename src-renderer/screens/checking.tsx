import type { Translate } from '../../src-main/i18n/translator.ts';
import { useCovered } from '../components/frame/cover.tsx';
import { Fold } from '../components/parts/fold.tsx';
import { Icon } from '../components/parts/icon.tsx';
import type { IconName } from '../components/parts/icon.tsx';
import { TwoCalls } from '../components/result/readings.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { Transcripts } from '../components/evidence/transcripts.tsx';
import type { CheckingState, RunStep } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';
import { unless } from '../components/unless.ts';

/** The steps of a run as they tick off. */
export function CheckingScreen({
  state,
  actions,
}: {
  readonly state: CheckingState;
  readonly actions: FlowActions;
}) {
  const { t } = useTranslation();
  const isCovered = useCovered();
  return (
    <Screen
      name="checking"
      title={t('checking.title')}
      actions={
        <button
          type="button"
          {...(isCovered ? {} : { 'data-primary': true })}
          {...unless(state.stopping, actions.stop)}
        >
          {t(state.stopping ? 'checking.stopping' : 'checking.stop')}
        </button>
      }
    >
      <p className="lead">{t('checking.lead')}</p>
      <ol className="run card">
        {state.steps.map((line) => (
          <li key={line.step} className={`run-${line.state}`}>
            <span className="run-mark">{iconOf(line.state)}</span>
            <span>{t(`checking.step.${line.step}`)}</span>
            <span className="small">{noteOf(line, t)}</span>
          </li>
        ))}
      </ol>
      <Fold title={t('verdict.details')}>
        <TwoCalls />
        <Transcripts transcripts={state.transcripts} />
      </Fold>
    </Screen>
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
