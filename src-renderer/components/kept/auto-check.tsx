import type { KeptActions } from '../../flow/hooks/kept-actions.ts';
import { isWaiting } from '../../flow/state.ts';
import type { FlowState } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** Minutes. */
export const EVERY_HOUR = 60;

/**
 * The one switch that lets the app check again every hour, with what it promises. Without `hasSwitch` only the promise stands
 * there, beside a button that says the same. Nothing where no keys are held, but how it ended.
 */
export function AutoCheck(props: {
  readonly state: FlowState;
  readonly actions: KeptActions;
  readonly hasSwitch?: boolean;
}) {
  const { state, actions, hasSwitch = true } = props;
  const { t, translateFailure } = useTranslation();
  const { waiting, waitingWork } = state.kept;
  const isOn = isWaiting(state);
  const failure =
    waitingWork.failure === null ? null : <Notice text={translateFailure(waitingWork.failure)} />;
  if (!isOn && !state.form.secretHeld)
    return waiting.phase === 'off' && waiting.ended !== null ? (
      <p className="auto-check small" data-ended={waiting.ended}>
        <Icon name={waiting.ended === 'keys-refused' ? 'attention' : 'clock'} />
        <span>{t(`auto.ended.${waiting.ended}`)}</span>
      </p>
    ) : (
      failure
    );
  return (
    <div className="auto-check">
      {hasSwitch ? (
        <label>
          <input
            type="checkbox"
            // A checkbox says by itself whether it is on.
            // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
            role="switch"
            aria-checked={isOn}
            checked={isOn}
            aria-disabled={waitingWork.isStarting}
            onChange={() => {
              if (waitingWork.isStarting) return;
              if (isOn) actions.stopWaiting();
              else actions.startWaiting(EVERY_HOUR);
            }}
          />
          <span>{t('auto.label')}</span>
        </label>
      ) : null}
      <p className="small">{waiting.phase === 'off' ? t('auto.promise') : <Running waiting={waiting} />}</p>
      {failure}
    </div>
  );
}

function Running({ waiting }: { readonly waiting: Exclude<FlowState['kept']['waiting'], { phase: 'off' }> }) {
  const { t } = useTranslation();
  const told = [
    waiting.phase === 'checking'
      ? t('auto.checking')
      : t('auto.next', { day: dayOf(waiting.nextCheckAt), at: Date.parse(waiting.nextCheckAt) }),
    waiting.postponed === null ? null : t(`auto.postponed.${waiting.postponed}`),
    t('auto.until', { at: Date.parse(waiting.endsAt) }),
  ];
  return <>{told.filter((sentence) => sentence !== null).join(' ')}</>;
}

/** Whether a time is one of this day, which needs no date then. */
function dayOf(time: string): 'today' | 'other' {
  return new Date(time).toDateString() === new Date().toDateString() ? 'today' : 'other';
}
