import { sayBytes } from '../../src-main/words/say.ts';
import { ExtrasForm } from '../components/extras-form.tsx';
import { FileList } from '../components/file-list.tsx';
import { Notice } from '../components/notice.tsx';
import { Screen } from '../components/screen.tsx';
import type { Preparation, ReviewState } from '../flow/state.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { useWords } from '../words/words.tsx';

/** Every file of the bundle, exactly as it will be written. */
export function ReviewScreen({
  state,
  actions,
}: {
  readonly state: ReviewState;
  readonly actions: FlowActions;
}) {
  const { say, sayFailure } = useWords();
  const { preparation } = state;
  return (
    <Screen
      name="review"
      title={say('review.title')}
      onBack={actions.goBack}
      actions={<ReviewActions preparation={preparation} actions={actions} />}
    >
      <p className="lead">{say('review.lead')}</p>
      <ExtrasForm
        extras={state.extras}
        hasPictures={state.shelf.pictures.length > 0}
        hasSiteFacts={state.result.diagnosis.siteFacts.length > 0}
        onChange={actions.changeExtras}
      />
      {preparation.state === 'preparing' ? <p>{say('review.preparing')}</p> : null}
      {preparation.state === 'failed' ? <Notice text={sayFailure(preparation.failure)} /> : null}
      {preparation.state === 'ready' ? (
        <Files preparation={preparation} onChoose={actions.chooseFile} />
      ) : null}
    </Screen>
  );
}

function ReviewActions({
  preparation,
  actions,
}: {
  readonly preparation: Preparation;
  readonly actions: FlowActions;
}) {
  const { say } = useWords();
  switch (preparation.state) {
    case 'preparing':
      return null;
    case 'failed':
      return (
        <button type="button" className="primary" data-primary onClick={actions.prepareEvidence}>
          {say('review.again')}
        </button>
      );
    case 'ready': {
      const isSaving = preparation.saving.state === 'saving';
      return (
        <>
          {preparation.kept.saved === null ? null : (
            <button type="button" disabled={isSaving} onClick={actions.reopenSending}>
              {say('review.sent')}
            </button>
          )}
          <button type="button" disabled={isSaving} onClick={() => actions.save('choose')}>
            {say('review.choose')}
          </button>
          <button
            type="button"
            className="primary"
            data-primary
            disabled={isSaving}
            onClick={() => actions.save('downloads')}
          >
            {say(isSaving ? 'review.saving' : 'review.save')}
          </button>
        </>
      );
    }
  }
}

function Files({
  preparation,
  onChoose,
}: {
  readonly preparation: Extract<Preparation, { state: 'ready' }>;
  readonly onChoose: (path: string) => void;
}) {
  const { say, sayPhrase, sayFailure } = useWords();
  const { preview } = preparation.kept;
  return (
    <>
      {preparation.saving.state === 'failed' ? (
        <Notice text={sayFailure(preparation.saving.failure)} />
      ) : null}
      <p className="small">
        <strong>
          {say('review.bundle', { name: preview.fileName, size: sayBytes(say, preview.bytes) })}
        </strong>{' '}
        {say('review.removed', { count: preview.removed })}
      </p>
      <FileList files={preview.files} chosenPath={preparation.chosenPath} onChoose={onChoose} />
      {preview.missing.length === 0 ? null : (
        <>
          <h2>{say('review.missing')}</h2>
          <ul className="plain">
            {preview.missing.map((phrase) => (
              <li key={phrase.key}>{sayPhrase(phrase)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
