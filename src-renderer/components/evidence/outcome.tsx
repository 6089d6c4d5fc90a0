import { describeLastAction } from '../../flow/last-action.ts';
import type { Action } from '../../flow/state/kept.ts';
import type { HandOverState } from '../../flow/state/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** What came of the last deed with the saved file, beside its button; nothing if it was none of `deeds`. */
export function Outcome({
  state,
  actions,
}: {
  readonly state: HandOverState;
  readonly actions: readonly Action[];
}) {
  const { t, translateFailure } = useTranslation();
  const { last } = state;
  if (last.state === 'none' || last.state === 'doing' || !actions.includes(last.deed)) return null;
  return last.state === 'failed' ? (
    <Notice text={translateFailure(last.failure)} />
  ) : (
    <p className="small done">
      <Icon name="good" />
      <span>{describeLastAction(last.deed, state.saved, t)}</span>
    </p>
  );
}
