import type { EvidencePreview } from '../../../src-main/contract/report/evidence.ts';
import type { AppFacts } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { formatBytes } from '../../../src-main/i18n/translator.ts';
import type { ReportActions } from '../../flow/hooks/report-actions.ts';
import type { Report } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';
import { Icon } from '../parts/icon.tsx';
import { Outcome } from './outcome.tsx';

/** Every way to send the report but the surest one, and the email as it will read. */
export function OtherWays(props: {
  readonly report: Report;
  readonly preview: EvidencePreview;
  readonly platform: AppFacts['platform'];
  readonly ask: ReportActions;
  readonly title: string;
}) {
  const { t } = useTranslation();
  const { report, preview, ask, platform } = props;
  const other = report.way === 'draft' ? 'mail' : 'draft';
  const ways = [other, ...(platform === 'darwin' ? (['share'] as const) : []), 'file', 'folder'] as const;
  return (
    <Fold title={props.title}>
      <div className="row">
        {ways.map((deed) => (
          <button key={deed} type="button" data-way={deed} onClick={() => ask.act(deed)}>
            {t(`send.way.${deed}`)}
          </button>
        ))}
      </div>
      <Outcome report={report} deeds={ways} />
      <FileCard report={report} preview={preview} onDrag={() => ask.act('drag')} />
      <Outcome report={report} deeds={['drag']} />
      <Email report={report} preview={preview} ask={ask} />
    </Fold>
  );
}

/** The file itself, to be taken with the mouse. */
function FileCard(props: {
  readonly report: Report;
  readonly preview: EvidencePreview;
  readonly onDrag: () => void;
}) {
  const { t } = useTranslation();
  const { saved } = props.report;
  // A file has to be there before it can be dragged out of the window.
  if (saved === null) return null;
  return (
    <div
      className="file-card"
      draggable
      onDragStart={(event) => {
        // The system takes the drag over, with the file itself.
        event.preventDefault();
        props.onDrag();
      }}
    >
      <Icon name="file" />
      <span>
        <strong>{saved.fileName}</strong>{' '}
        <span className="small">{t('send.drag', { size: formatBytes(t, saved.bytes) })}</span>
      </span>
      <Icon name="grip" />
    </div>
  );
}

/** The email as it will read, each part with a button that copies it. */
function Email(props: {
  readonly report: Report;
  readonly preview: EvidencePreview;
  readonly ask: ReportActions;
}) {
  const { t } = useTranslation();
  const { to, subject, body } = props.report.saved?.mail ?? props.preview.mail;
  const parts = [
    ['address', t('send.to'), to, t('send.copyAddress')],
    ['subject', t('send.subject'), subject, t('send.copySubject')],
    ['body', t('send.body'), body, t('send.copyBody')],
  ] as const;
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{t('send.email')}</h2>
      <dl className="mail">
        {parts.map(([deed, label, text, button]) => (
          <div key={deed} className={`mail-${deed}`}>
            <dt>{label}</dt>
            <dd>
              <p className="mail-text" lang="en" dir="ltr">
                {text}
              </p>
              <button type="button" className="tool" title={button} onClick={() => props.ask.act(deed)}>
                <Icon name="copy" />
                <span className="unseen">{button}</span>
              </button>
              <Outcome report={props.report} deeds={[deed]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
