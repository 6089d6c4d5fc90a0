import { sayDeed } from '../../flow/last-action.ts';
import type { Deed } from '../../flow/state/kept.ts';
import type { HandOverState } from '../../flow/state/state.ts';
import { useWords } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** What came of the last deed with the saved file, beside its button; nothing if it was none of `deeds`. */
export function Outcome({
  state,
  deeds,
}: {
  readonly state: HandOverState;
  readonly deeds: readonly Deed[];
}) {
  const { say, sayFailure } = useWords();
  const { last } = state;
  if (last.state === 'none' || last.state === 'doing' || !deeds.includes(last.deed)) return null;
  return last.state === 'failed' ? (
    <Notice text={sayFailure(last.failure)} />
  ) : (
    <p className="small done">
      <Icon name="good" />
      <span>{sayDeed(last.deed, state.saved, say)}</span>
    </p>
  );
}
