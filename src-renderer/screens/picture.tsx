import { useEffect, useState } from 'react';
import type { DragEvent } from 'react';

import { residencyChecks } from '../../src-main/contract/residency-checks.ts';
import { Notice } from '../components/parts/notice.tsx';
import { PictureEditor } from '../components/picture/picture-editor.tsx';
import { PictureList } from '../components/picture/picture-list.tsx';
import { PictureWays } from '../components/picture/picture-ways.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { ResidencyFacts } from '../components/result/residency-facts.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { pastedFile } from '../flow/pasted-file.ts';
import type { PictureState } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** The picture of Atlassian's page: four ways to take one, the pictures taken, and what the page says. */
export function PictureScreen({
  state,
  actions,
}: {
  readonly state: PictureState;
  readonly actions: FlowActions;
}) {
  const { t, translate, translateFailure } = useTranslation();
  const { pictures: ask } = actions;
  const { editing, failure, pictureStep } = state;
  const [isOver, setOver] = useState(false);
  const { addFile } = ask;

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const file = pastedFile([...(event.clipboardData?.files ?? [])], Date.now());
      if (file === undefined) return;
      event.preventDefault();
      addFile(file, 'paste');
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [addFile]);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) addFile(file, 'drop');
  };

  const edited = pictureStep.pictures.findIndex(({ id }) => id === editing?.id);
  const picture = pictureStep.pictures[edited];
  if (editing !== null && picture !== undefined) {
    return (
      <Screen
        key={picture.id}
        name="picture"
        title={t('edit.title', { number: edited + 1 })}
        actions={<PrimaryButton onClick={ask.closeEdit}>{t('edit.done')}</PrimaryButton>}
      >
        <p className="lead">{t('edit.lead')}</p>
        {picture.hint === null ? null : <Notice text={translate(picture.hint)} />}
        <PictureEditor number={edited + 1} picture={picture} editing={editing} ask={ask} />
      </Screen>
    );
  }
  return (
    <Screen
      name="picture"
      title={t('picture.title')}
      onBack={actions.goBack}
      actions={
        <PrimaryButton onClick={actions.prepareEvidence}>
          {t(pictureStep.pictures.length === 0 ? 'picture.skip' : 'picture.next')}
        </PrimaryButton>
      }
    >
      <p className="lead">{t('picture.lead')}</p>
      {failure === null ? null : (
        // A dialog that was closed is the person's choice and no fault.
        <Notice
          tone={failure.code === 'nothing-to-do' ? 'attention' : 'wrong'}
          text={translateFailure(failure)}
        />
      )}
      <div
        className={`drop${isOver ? ' drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <PictureWays state={state} ask={ask} />
      </div>
      {state.busy ? <p className="loading">{t('picture.busy')}</p> : null}
      {pictureStep.pictures.length === 0 ? null : <PictureList pictures={pictureStep.pictures} ask={ask} />}
      <ResidencyFacts facts={pictureStep.facts} areRead={pictureStep.areFactsRead} onType={ask.typeFact} />
      {residencyChecks(state.result.diagnosis, {
        residency: state.residency,
        facts: pictureStep.facts,
      }).map(({ phrase }) => (
        <Notice key={phrase.key} tone="attention" text={translate(phrase)} />
      ))}
    </Screen>
  );
}
