import type { CheckResult } from '../../src-main/contract/check-result.ts';
import type { AppFacts } from '../../src-main/contract/ipc/ipc-schema.ts';
import { Screen } from '../components/frame/screen.tsx';
import { SupportNote } from '../components/frame/support-note.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { IntakeForm } from '../components/send/intake-form.tsx';
import { Outcome } from '../components/send/outcome.tsx';
import { OtherWays } from '../components/send/other-ways.tsx';
import { ReportFiles } from '../components/send/report-files.tsx';
import { ReportPage } from '../components/send/report-page.tsx';
import { Sent } from '../components/send/sent.tsx';
import { SizeNotice } from '../components/send/size-notice.tsx';
import { unless } from '../components/unless.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import type { FlowState } from '../flow/state.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** The last step: what support will get, the few questions, and one button that does the surest thing. */
export function SendScreen(props: {
  readonly state: FlowState;
  readonly result: CheckResult;
  readonly platform: AppFacts['platform'];
  readonly actions: FlowActions;
}) {
  const { t, translateFailure } = useTranslation();
  const { state, result, actions, platform } = props;
  const { report, run } = state;
  const { report: ask } = actions;
  const preview = report.prepared?.preview ?? null;
  const { sentBy } = report;
  if (sentBy !== null && preview !== null) return <Sent {...props} by={sentBy} preview={preview} />;
  const isForNetwork = result.diagnosis.verdict.owner === 'network-team';
  const isBusy = report.work.state === 'saving' || report.last.state === 'doing' || preview === null;
  return (
    <Screen
      key="send"
      name="send"
      title={t('send.title')}
      onBack={actions.goBack}
      actions={
        preview === null && report.work.state === 'failed' ? (
          <PrimaryButton onClick={ask.prepare}>{t('send.again')}</PrimaryButton>
        ) : (
          <PrimaryButton {...unless(isBusy, () => ask.act(report.way))}>{t('send.open')}</PrimaryButton>
        )
      }
    >
      {report.work.state === 'failed' ? <Notice text={translateFailure(report.work.failure)} /> : null}
      {report.last.state === 'failed' ? <Notice text={translateFailure(report.last.failure)} /> : null}
      {isForNetwork ? (
        <>
          <p className="lead">{t('send.network')}</p>
          <div className="row">
            <button type="button" {...unless(isBusy, () => ask.act('folder'))}>
              {t('send.way.folder')}
            </button>
            <Outcome report={report} deeds={['folder']} />
          </div>
        </>
      ) : null}
      <SupportNote />
      {preview === null && report.work.state !== 'failed' ? (
        <p className="loading">{t(run === null ? 'send.preparing' : 'result.regions.pending')}</p>
      ) : null}
      {preview === null ? null : (
        <>
          <ReportPage result={result} preview={preview} />
          <ReportFiles state={state} preview={preview} ask={ask} />
          <IntakeForm report={report} ask={ask} />
          <SizeNotice bytes={preview.bytes} />
          <p className="small saved-line" data-saved={report.saved !== null}>
            {t(report.saved === null ? 'send.willSave' : 'send.saved', {
              name: report.saved?.fileName ?? preview.fileName,
              folder: report.folderName ?? '',
            })}{' '}
            <button type="button" className="quiet" onClick={ask.saveElsewhere}>
              {t('send.change')}
            </button>
          </p>
          <OtherWays
            title={t('send.otherWays')}
            report={report}
            preview={preview}
            platform={platform}
            ask={ask}
          />
        </>
      )}
    </Screen>
  );
}
