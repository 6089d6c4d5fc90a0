import { sayBytes } from '../../src-main/words/say.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { Screen } from '../components/screen.tsx';
import { SizeNotice } from '../components/size-notice.tsx';
import { sayDeed } from '../flow/announcement.ts';
import type { Deed, HandOverState } from '../flow/state.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { useWords } from '../words/words.tsx';

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
  const { locale, say, sayFailure } = useWords();
  const { saved, leaving } = state;
  const { mail } = saved;
  return (
    <Screen
      name="hand-over"
      title={say('send.title')}
      onBack={actions.goBack}
      actions={
        <>
          <button type="button" disabled={leaving.state === 'leaving'} onClick={actions.finish}>
            {say(leaving.state === 'leaving' ? 'send.leaving' : 'send.finish')}
          </button>
          <button type="button" className="primary" data-primary onClick={() => actions.act('mail')}>
            {say('send.mail')}
          </button>
        </>
      }
    >
      {leaving.state === 'failed' ? <Notice text={sayFailure(leaving.failure)} /> : null}
      <div className="file-row">
        <div
          className="panel file-card drag"
          draggable
          onDragStart={(event) => {
            // The system takes the drag over, with the file itself.
            event.preventDefault();
            actions.act('drag');
          }}
        >
          <Icon name="good" />
          <div>
            <strong>{saved.fileName}</strong>
            <p className="small">
              {sayBytes(say, saved.bytes)} · {say('send.saved', { folder: saved.folderName })}
            </p>
            <p className="small">{say('send.dragHelp')}</p>
          </div>
        </div>
        <div className="file-deeds">
          <button type="button" onClick={() => actions.act('file')}>
            {say('send.file')}
          </button>
          <button type="button" onClick={() => actions.act('folder')}>
            {say('send.folder')}
          </button>
        </div>
      </div>
      <Outcome state={state} deeds={['drag', 'file', 'folder']} />
      <SizeNotice bytes={saved.bytes} />
      <ol className="ways">
        <Way state={state} deed="mail" help={say('send.mailHelp')} onAct={actions.act} />
        <Way
          state={state}
          deed="draft"
          help={say('send.draftHelp', { name: saved.draftName })}
          onAct={actions.act}
        />
        {canShare ? (
          <Way state={state} deed="share" help={say('send.shareHelp')} onAct={actions.act} />
        ) : null}
      </ol>
      <h2>{say('send.copy')}</h2>
      {locale === 'en' ? null : <p className="small">{say('send.english')}</p>}
      <dl className="mail">
        {(
          [
            ['address', say('send.to'), mail.to, say('send.copyAddress')],
            ['subject', say('send.subject'), mail.subject, say('send.copySubject')],
            ['body', say('send.body'), mail.body, say('send.copyBody')],
          ] as const
        ).map(([deed, label, text, button]) => (
          <div key={deed}>
            <dt>{label}</dt>
            <dd>
              <p className="mail-text" lang="en" dir="ltr">
                {text}
              </p>
              <button type="button" className="quiet" onClick={() => actions.act(deed)}>
                {button}
              </button>
              <Outcome state={state} deeds={[deed]} />
            </dd>
          </div>
        ))}
      </dl>
    </Screen>
  );
}

/** One way to mail the file: its button, what it does, and what came of it. */
function Way(props: {
  readonly state: HandOverState;
  readonly deed: 'mail' | 'draft' | 'share';
  readonly help: string;
  readonly onAct: (deed: Deed) => void;
}) {
  const { say } = useWords();
  const { deed } = props;
  return (
    <li>
      <button type="button" onClick={() => props.onAct(deed)}>
        {say(`send.${deed}`)}
      </button>
      <p className="small">{props.help}</p>
      <Outcome state={props.state} deeds={[deed]} />
    </li>
  );
}

/** What came of the last deed, beside its button. */
function Outcome({ state, deeds }: { readonly state: HandOverState; readonly deeds: readonly Deed[] }) {
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
