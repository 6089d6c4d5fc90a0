import type { OpenCase } from '../../flow/state/open-case.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** Offers to keep the case and says what that means; once it is kept, leads on to what comes afterwards. */
export function KeepPanel(props: {
  readonly open: OpenCase;
  readonly ask: CaseActions;
  /** Where the screen's primary button does the same, it is only said what it means. */
  readonly isOnlySaid?: boolean;
}) {
  const { open, ask, isOnlySaid = false } = props;
  const { t, translateFailure } = useTranslation();
  const { kept, work } = open;
  const isKeeping = work.state === 'keeping';
  const label = isKeeping ? 'keep.keeping' : kept === null ? 'keep.button' : 'keep.followUp';
  return (
    <div className="keep">
      <div className="keep-line">
        {kept === null ? (
          <p className="small">{t('keep.what')}</p>
        ) : (
          <p className="small done">
            <Icon name="good" />
            <span>{t('keep.kept', { name: kept.name })}</span>
          </p>
        )}
        {/* One button that changes its word, so that the focus stays where it is. */}
        {isOnlySaid ? null : (
          <button
            type="button"
            aria-disabled={isKeeping}
            onClick={() => {
              if (isKeeping) return;
              if (kept === null) ask.keep('stay');
              else ask.toFollowUp();
            }}
          >
            {t(label)}
          </button>
        )}
      </div>
      {work.state === 'failed' && work.at === 'keep' ? (
        <Notice text={translateFailure(work.failure)} />
      ) : null}
    </div>
  );
}
