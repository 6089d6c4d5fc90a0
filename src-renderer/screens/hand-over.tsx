import { sayBytes } from '../../src-main/words/say.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { Screen } from '../components/screen.tsx';
import type { Deed, HandOverState } from '../flow/state.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { useWords } from '../words/words.tsx';

const MEGABYTE = 1024 * 1024;
/** Some mail systems refuse more than this, nearly all of them more than the other. */
const LARGE = 7 * MEGABYTE;
const TOO_LARGE = 18 * MEGABYTE;

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
  const { say, sayFailure } = useWords();
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
      <div
        className="panel file-card drag"
        draggable
        onDragStart={(event) => {
          // The system takes the drag over, with the file itself.
          event.preventDefault();
          actions.drag();
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
      {saved.bytes <= LARGE ? null : (
        <Notice text={say(saved.bytes > TOO_LARGE ? 'send.tooLarge' : 'send.large')} />
      )}
      <ol className="ways">
        <li>
          <button type="button" onClick={() => actions.act('mail')}>
            {say('send.mail')}
          </button>
          <p className="small">{say('send.mailHelp')}</p>
          <Outcome state={state} deeds={['mail']} />
        </li>
        <li>
          <button type="button" onClick={() => actions.act('draft')}>
            {say('send.draft')}
          </button>
          <p className="small">{say('send.draftHelp', { name: saved.draftName })}</p>
          <Outcome state={state} deeds={['draft']} />
        </li>
        <li>
          <button type="button" onClick={() => actions.act('folder')}>
            {say('send.folder')}
          </button>
          <p className="small">{say('send.folderHelp', { name: saved.fileName })}</p>
          <Outcome state={state} deeds={['folder']} />
        </li>
        {canShare ? (
          <li>
            <button type="button" onClick={() => actions.act('share')}>
              {say('send.share')}
            </button>
            <Outcome state={state} deeds={['share']} />
          </li>
        ) : null}
      </ol>
      <h2>{say('send.copy')}</h2>
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
              <p className="mail-text">{text}</p>
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
      <span>{say(`deed.done.${last.deed}`)}</span>
    </p>
  );
}
