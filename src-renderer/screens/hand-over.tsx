import { formatBytes } from '../../src-main/i18n/translator.ts';
import { FinishButton } from '../components/evidence/finish-button.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { MailLetter } from '../components/evidence/mail-letter.tsx';
import { KeepPanel } from '../components/cases/keep-panel.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { Outcome } from '../components/evidence/outcome.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { SupportNote } from '../components/frame/support-note.tsx';
import { SizeNotice } from '../components/evidence/size-notice.tsx';
import type { Action } from '../flow/state/kept.ts';
import type { HandOverState } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** The saved file and the ways to mail it. */
export function HandOverScreen({
  state,
  actions,
  canShare,
}: {
  readonly state: HandOverState;
  readonly actions: FlowActions;
  /** Whether the system has a menu to share files. */
  readonly canShare: boolean;
}) {
  const { t, translateFailure } = useTranslation();
  const { saved, leaving } = state;
  return (
    <Screen
      name="hand-over"
      title={t('send.title')}
      onBack={actions.goBack}
      actions={
        <>
          <FinishButton open={state.open} isLeaving={leaving.state === 'leaving'} actions={actions} />
          <PrimaryButton onClick={() => actions.act('mail')}>{t('send.mail')}</PrimaryButton>
        </>
      }
    >
      {leaving.state === 'failed' ? <Notice text={translateFailure(leaving.failure)} /> : null}
      {state.result.diagnosis.verdict.owner === 'network-team' ? (
        <p className="lead">{t('send.network')}</p>
      ) : null}
      <SupportNote />
      <div className="wide">
        <FileCard state={state} onDrag={() => actions.act('drag')} />
        <Outcome state={state} actions={['drag']} />
        <SizeNotice bytes={saved.bytes} />
      </div>
      <div className="wide hand-over">
        <div>
          <section className="surest panel" aria-labelledby="surest">
            <h2 id="surest">{t('send.surest')}</h2>
            <p>{t('send.mailHelp')}</p>
            <Outcome state={state} actions={['mail']} />
          </section>
          <h2>{t('send.ways')}</h2>
          <ul className="ways">
            <Way
              state={state}
              deed="draft"
              help={t('send.draftHelp', { name: saved.draftName })}
              onAct={actions.act}
            />
            {canShare ? (
              <Way state={state} deed="share" help={t('send.shareHelp')} onAct={actions.act} />
            ) : null}
            <li>
              <h3>{t('send.hand')}</h3>
              <p className="small">{t('send.dragHelp')}</p>
              <div className="row">
                <button type="button" onClick={() => actions.act('file')}>
                  {t('send.file')}
                </button>
                <button type="button" onClick={() => actions.act('folder')}>
                  {t('send.folder')}
                </button>
              </div>
              <Outcome state={state} actions={['file', 'folder']} />
            </li>
          </ul>
        </div>
        <MailLetter state={state} onAct={actions.act} />
      </div>
      <KeepPanel open={state.open} ask={actions.cases} />
    </Screen>
  );
}

/** The file itself, to be taken with the mouse. */
function FileCard({ state, onDrag }: { readonly state: HandOverState; readonly onDrag: () => void }) {
  const { t } = useTranslation();
  const { saved } = state;
  return (
    <div
      className="file-card"
      draggable
      onDragStart={(event) => {
        // The system takes the drag over, with the file itself.
        event.preventDefault();
        onDrag();
      }}
    >
      <span className="file-mark">
        <Icon large name="file" />
      </span>
      <div>
        <strong>{saved.fileName}</strong>
        <p className="small">
          {formatBytes(t, saved.bytes)} · {t('send.saved', { folder: saved.folderName })}
        </p>
      </div>
      <Icon name="grip" />
    </div>
  );
}

/** One way to mail the file: its button, what it does, and what came of it. */
function Way(props: {
  readonly state: HandOverState;
  readonly deed: 'draft' | 'share';
  readonly help: string;
  readonly onAct: (deed: Action) => void;
}) {
  const { t } = useTranslation();
  const { deed } = props;
  return (
    <li>
      <button type="button" onClick={() => props.onAct(deed)}>
        {t(`send.${deed}`)}
      </button>
      <p className="small">{props.help}</p>
      <Outcome state={props.state} actions={[deed]} />
    </li>
  );
}
