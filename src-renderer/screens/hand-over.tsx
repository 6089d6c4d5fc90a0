import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { Screen } from '../components/screen.tsx';
import type { Deed, HandOverState } from '../flow/state.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { say, sayBytes } from '../words/say.ts';

/** The saved file and the ways to mail it. */
export function HandOverScreen({
  state,
  actions,
}: {
  readonly state: HandOverState;
  readonly actions: FlowActions;
}) {
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
          <button type="button" className="primary" data-primary onClick={() => actions.act('draft')}>
            {say('send.draft')}
          </button>
        </>
      }
    >
      {leaving.state === 'failed' ? <Notice text={leaving.failure.message} /> : null}
      <div className="panel file-card">
        <Icon name="good" />
        <div>
          <strong>{saved.fileName}</strong>
          <p className="small">
            {sayBytes(saved.bytes)} · {say('send.saved', { folder: saved.folderName })}
          </p>
        </div>
      </div>
      <ol className="ways">
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
  const { last } = state;
  if (last.state === 'none' || last.state === 'doing' || !deeds.includes(last.deed)) return null;
  return last.state === 'failed' ? (
    <Notice text={last.failure.message} />
  ) : (
    <p className="small done">
      <Icon name="good" />
      <span>{say(`deed.done.${last.deed}`)}</span>
    </p>
  );
}
