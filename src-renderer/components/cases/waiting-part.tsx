import { useId, useState } from 'react';

import type { Waiting } from '../../../src-main/contract/case.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import type { FollowUpState } from '../../flow/state/case-state.ts';
import { INTERVALS } from '../../flow/checklists.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { Notice } from '../parts/notice.tsx';
import { unless } from '../unless.ts';

/** The app checks again by itself: how often, when next, why not now, and how it ended. */
export function WaitingPart({ state, ask }: { readonly state: FollowUpState; readonly ask: CaseActions }) {
  const { t, translateFailure } = useTranslation();
  const { waiting, work, kept } = state.open;
  const latest = kept.runs.at(-1)?.verdict.kind;
  return (
    <>
      {waiting.phase === 'off' ? (
        <>
          <p>{t('wait.lead')}</p>
          {waiting.ended === null ? null : (
            <p className="panel wait-end" data-ended={waiting.ended}>
              <Icon name={waiting.ended === 'keys-refused' ? 'attention' : 'good'} />
              <span>{t(`wait.end.${waiting.ended}`)}</span>
            </p>
          )}
          <StartPart
            canStart={state.form.secretHeld}
            isHealthy={latest === 'healthy'}
            areKeysRefused={latest === 'credentials-rejected'}
            isStarting={work.state === 'starting'}
            ask={ask}
          />
        </>
      ) : (
        <RunningPart waiting={waiting} ask={ask} />
      )}
      {work.state === 'failed' && work.at === 'waiting' ? (
        <Notice text={translateFailure(work.failure)} />
      ) : null}
    </>
  );
}

function StartPart(props: {
  readonly canStart: boolean;
  readonly isHealthy: boolean;
  readonly areKeysRefused: boolean;
  readonly isStarting: boolean;
  readonly ask: CaseActions;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [minutes, setMinutes] = useState(60);
  if (props.isHealthy) return <p className="small">{t('failure.waiting.nothing')}</p>;
  if (props.areKeysRefused) return <p className="small">{t('failure.waiting.new-keys')}</p>;
  if (!props.canStart) return <p className="small">{t('wait.noKeys')}</p>;
  return (
    <>
      <div className="wait-start">
        <label htmlFor={id}>{t('wait.often')}</label>
        <select id={id} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {INTERVALS.map((each) => (
            <option key={each} value={each}>
              {t(`wait.every.${each}`)}
            </option>
          ))}
        </select>
        <button type="button" {...unless(props.isStarting, () => props.ask.startWaiting(minutes))}>
          {t(props.isStarting ? 'wait.starting' : 'wait.start')}
        </button>
      </div>
      <p className="small">{t('wait.memory')}</p>
    </>
  );
}

function RunningPart(props: {
  readonly waiting: Exclude<Waiting, { phase: 'off' }>;
  readonly ask: CaseActions;
}) {
  const { t } = useTranslation();
  const { waiting } = props;
  return (
    <div className="panel wait-running">
      <p className="wait-next">
        <Mark name="clock" />
        <strong>
          {waiting.phase === 'checking'
            ? t('wait.checking')
            : t('wait.next', { day: dayOf(waiting.nextCheckAt), at: Date.parse(waiting.nextCheckAt) })}
        </strong>
      </p>
      {waiting.postponed === null ? null : <p>{t(`wait.postponed.${waiting.postponed}`)}</p>}
      {waiting.lastCheckedAt === null ? null : (
        <p className="small">
          {t('wait.last', { day: dayOf(waiting.lastCheckedAt), at: Date.parse(waiting.lastCheckedAt) })}
        </p>
      )}
      <p className="small">
        {t('wait.until', { at: Date.parse(waiting.endsAt) })} {t('wait.memory')}
      </p>
      <button type="button" onClick={props.ask.stopWaiting}>
        {t('wait.stop')}
      </button>
    </div>
  );
}

/** Whether a time is one of this day, which needs no date then. */
function dayOf(time: string): 'today' | 'other' {
  return new Date(time).toDateString() === new Date().toDateString() ? 'today' : 'other';
}
