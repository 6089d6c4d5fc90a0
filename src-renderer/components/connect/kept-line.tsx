import type { FlowActions } from '../../flow/hooks/use-flow.ts';
import { isWaiting } from '../../flow/state.ts';
import type { FlowState } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';

/**
 * One line above the form for somebody who comes back: what the last check of this computer waits for. Where checks are kept
 * and it is not known yet which, its place is held free, so that nothing moves when it comes.
 */
export function KeptLine(props: {
  readonly state: FlowState;
  readonly actions: FlowActions;
  readonly hasKept: boolean;
}) {
  const { state, actions } = props;
  const { t } = useTranslation();
  const { open, newest } = state.kept;
  const all = (
    <button type="button" className="quiet" onClick={actions.kept.toHistory}>
      {t('kept.all')}
    </button>
  );
  if (open !== null) {
    const told = { site: shortName(open.sites.jira) };
    const isTold = state.kept.isReopened || isWaiting(state);
    // The result leads to all checks as well.
    if (!isTold && state.result !== null) return null;
    return (
      <p className="kept-line">
        {isTold ? (
          <>
            <Icon name="clock" />
            <span>
              {isWaiting(state) ? t('kept.elsewhere', told) : t('kept.again', told)}{' '}
              {state.form.secretHeld ? null : t('kept.noKeys')}
            </span>
          </>
        ) : null}
        {all}
      </p>
    );
  }
  if (newest === 'unknown') return props.hasKept ? <p className="kept-line" aria-hidden="true" /> : null;
  if (newest === null) return null;
  const isSolved = newest.state === 'solved';
  return (
    <p className="kept-line" data-state={newest.state}>
      <Icon name={isSolved ? 'good' : 'clock'} />
      <span>
        {t('kept.line', {
          site: shortName(newest.site),
          state: t(`kept.state.${newest.state}`),
          at: Date.parse(newest.updatedAt),
        })}
      </span>
      <button type="button" onClick={() => actions.kept.open(newest.id, isSolved ? 'result' : 'connect')}>
        {t(isSolved ? 'kept.show' : 'kept.check')}
      </button>
      {all}
    </p>
  );
}

/** A site as people call it. */
function shortName(site: string): string {
  return site.replace(/\.atlassian\.net$/u, '');
}
