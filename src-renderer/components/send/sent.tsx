import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { EvidencePreview } from '../../../src-main/contract/report/evidence.ts';
import type { AppFacts } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { FlowActions } from '../../flow/hooks/use-flow.ts';
import { wantsPicture } from '../../flow/state.ts';
import type { FlowState, SendingAction } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Screen } from '../frame/screen.tsx';
import { Notice } from '../parts/notice.tsx';
import { PrimaryButton } from '../parts/primary-button.tsx';
import { VerdictMark } from '../result/verdict-mark.tsx';
import { OtherWays } from './other-ways.tsx';

const LINES = {
  region: ['sent.region.1', 'sent.region.2', 'sent.region.3'],
  other: ['sent.other.1', 'sent.other.2'],
} as const;

/** The end of the way: what happens next, and by whom. */
export function Sent(props: {
  readonly state: FlowState;
  readonly result: CheckResult;
  readonly preview: EvidencePreview;
  /** What brought the file into a mail. */
  readonly by: SendingAction;
  readonly platform: AppFacts['platform'];
  readonly actions: FlowActions;
}) {
  const { t, translateFailure } = useTranslation();
  const { state, result, actions } = props;
  const { report, kept } = state;
  const way = wantsPicture(result) ? 'region' : 'other';
  return (
    <Screen
      key="sent"
      name="send"
      title={t('sent.title', { by: props.by })}
      icon={<VerdictMark kind="healthy" />}
      onBack={actions.goBack}
      actions={<PrimaryButton onClick={actions.finish}>{t('sent.close')}</PrimaryButton>}
    >
      {kept.failure === null ? null : <Notice text={translateFailure(kept.failure)} />}
      <p className="lead">
        {t(`sent.now.${props.by}`, { keys: t('help.key.paste', { platform: props.platform }) })}
      </p>
      <ol className="steps" data-sent>
        {LINES[way].map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
      <p className="small">{t('sent.keep')}</p>
      <OtherWays
        title={t('sent.otherWays')}
        report={report}
        preview={props.preview}
        platform={props.platform}
        ask={actions.report}
      />
    </Screen>
  );
}
