import { FileButton } from '../components/file-button.tsx';
import { Screen } from '../components/screen.tsx';
import { useDroppedFile } from '../flow/use-dropped-file.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { useWords } from '../words/words.tsx';

/** Says what the app is for before anything is asked. */
export function WelcomeScreen({
  actions,
  version,
}: {
  readonly actions: FlowActions;
  readonly version: string | null;
}) {
  const { say } = useWords();
  useDroppedFile(actions.openFile);
  return (
    <Screen
      name="welcome"
      title={say('welcome.title')}
      actions={
        <>
          <FileButton label={say('welcome.open')} accept=".zip" onFile={actions.openFile} />
          <button type="button" className="primary" data-primary onClick={actions.begin}>
            {say('welcome.start')}
          </button>
        </>
      }
    >
      <p className="lead">{say('welcome.lead')}</p>
      <h2>{say('welcome.does.title')}</h2>
      <ol className="steps">
        <li>{say('welcome.does.check')}</li>
        <li>{say('welcome.does.tell')}</li>
        <li>{say('welcome.does.pack')}</li>
      </ol>
      <p className="panel">{say('welcome.privacy')}</p>
      {version === null ? null : <p className="small">{say('app.version', { version })}</p>}
    </Screen>
  );
}
