import type { OpenCase } from '../flow/case-state.ts';
import type { CaseActions } from '../flow/case-actions.ts';
import { useWords } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

/** Offers to keep the case and says what that means; once it is kept, leads on to what comes afterwards. */
export function KeepPanel({ open, ask }: { readonly open: OpenCase; readonly ask: CaseActions }) {
  const { say, sayFailure } = useWords();
  const { kept, work } = open;
  const isKeeping = work.state === 'keeping';
  const label = isKeeping ? 'keep.keeping' : kept === null ? 'keep.button' : 'keep.followUp';
  return (
    <div className="keep">
      <div className="keep-line">
        {kept === null ? (
          <p className="small">{say('keep.what')}</p>
        ) : (
          <p className="small done">
            <Icon name="good" />
            <span>{say('keep.kept', { name: kept.name })}</span>
          </p>
        )}
        {/* One button that changes its word, so that the focus stays where it is. */}
        <button
          type="button"
          aria-disabled={isKeeping}
          onClick={() => {
            if (isKeeping) return;
            if (kept === null) ask.keep('stay');
            else ask.toFollowUp();
          }}
        >
          {say(label)}
        </button>
      </div>
      {work.state === 'failed' && work.at === 'keep' ? <Notice text={sayFailure(work.failure)} /> : null}
    </div>
  );
}
