import { formatBytes } from '../../../src-main/i18n/translator.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import type { FollowUpState } from '../../flow/state/case-state.ts';
import { describeLastAction } from '../../flow/last-action.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

const DEEDS = ['mail', 'draft', 'folder'] as const;

/** The evidence files of a case, the newest first, each with the ways to send it. */
export function CaseBundles({ state, ask }: { readonly state: FollowUpState; readonly ask: CaseActions }) {
  const { t, translateFailure } = useTranslation();
  const { bundles } = state.open.kept;
  if (bundles.length === 0) return <p className="small">{t('bundles.none')}</p>;
  return (
    <ul className="bundles">
      {bundles.toReversed().map((bundle) => {
        const last = state.sent?.bundleId === bundle.bundleId ? state.sent.last : null;
        return (
          <li key={bundle.bundleId} className="panel">
            <strong>{bundle.fileName}</strong>
            <p className="small">
              {formatBytes(t, bundle.bytes)} ·{' '}
              {t('bundles.saved', { at: Date.parse(bundle.savedAt), folder: bundle.folderName })}
            </p>
            {bundle.isThere ? (
              <div className="row">
                {DEEDS.map((deed) => (
                  <button key={deed} type="button" onClick={() => ask.send(bundle.bundleId, deed)}>
                    {t(`send.${deed}`)}
                  </button>
                ))}
              </div>
            ) : (
              <p className="small">{t('bundles.moved')}</p>
            )}
            {last?.state === 'failed' ? <Notice text={translateFailure(last.failure)} /> : null}
            {last?.state === 'done' ? (
              <p className="small done">
                <Icon name="good" />
                <span>
                  {last.deed === 'mail' ? t('bundles.mailed') : describeLastAction(last.deed, bundle, t)}
                </span>
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
