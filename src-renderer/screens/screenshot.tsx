import { useEffect, useId, useState } from 'react';

import type { CheckResult } from '../../src-main/contract/check-result.ts';
import type { AppFacts } from '../../src-main/contract/ipc/ipc-schema.ts';
import type { PictureEdit } from '../../src-main/contract/picture.ts';
import { residencyChecks } from '../../src-main/contract/residency/residency-checks.ts';
import { Screen } from '../components/frame/screen.tsx';
import { FileButton } from '../components/parts/file-button.tsx';
import { Fold } from '../components/parts/fold.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { LimitNote } from '../components/parts/limit-note.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PageLink } from '../components/parts/page-link.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { OtherWays } from '../components/picture/other-ways.tsx';
import { PageFacts } from '../components/picture/page-facts.tsx';
import { PictureEditor } from '../components/picture/picture-editor.tsx';
import { CoveredPicture } from '../components/picture/picture-image.tsx';
import { useDroppedFiles } from '../flow/hooks/use-dropped-files.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import type { PictureActions } from '../flow/hooks/picture-actions.ts';
import { pastedFile } from '../flow/pictures/pasted-file.ts';
import type { FlowState, Pictures } from '../flow/state.ts';
import { useTranslation } from '../i18n/translation.tsx';

const PICTURE_FILES = 'image/png,image/jpeg,image/webp,image/bmp';
/** Characters. */
const MAX_CAPTION_LENGTH = 200;
/** What the one line says as well. */
const SAID_BEFORE = ['check.residency.move-app', 'check.residency.apart'];

interface ScreenshotProps {
  readonly state: FlowState;
  readonly result: CheckResult;
  readonly platform: AppFacts['platform'] | null;
  readonly actions: FlowActions;
}

/** The third step: a screenshot of Atlassian's page, what is private in it, and what the page says. */
export function ScreenshotScreen({ state, result, platform, actions }: ScreenshotProps) {
  const { t, translate, translateFailure } = useTranslation();
  const { pictures: ask } = actions;
  const { pictures, residency } = state;
  const { failure, facts } = pictures;
  const { addFile } = ask;
  const takeBy =
    (way: 'drop' | 'choose') =>
    ([file]: readonly File[]): void => {
      if (file !== undefined) addFile(file, way);
    };
  const isOver = useDroppedFiles(takeBy('drop'));
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

  const shown = pictures.held.find(({ id }) => id === pictures.editing?.id);
  // Once shown they stay, also while one of them is chosen anew.
  const [areFactsShown, setFactsShown] = useState(false);
  if (!areFactsShown && (shown !== undefined || facts.length > 0)) setFactsShown(true);
  return (
    <Screen
      name="screenshot"
      key={shown === undefined ? 'place' : 'picture'}
      title={t(shown === undefined ? 'picture.title' : 'edit.title')}
      onBack={actions.goBack}
      actions={
        shown !== undefined ? (
          <Onward state={state} actions={actions} />
        ) : (
          <>
            <button type="button" className="quiet" data-skip onClick={actions.toSend}>
              {t('picture.skip')}
            </button>
            <FileButton isPrimary accept={PICTURE_FILES} onFiles={takeBy('choose')}>
              {t('picture.choose')}
            </FileButton>
          </>
        )
      }
    >
      {failure === null ? null : (
        // A dialog that was closed is the person's choice and no fault.
        <Notice
          tone={failure.code === 'nothing-to-do' ? 'attention' : 'wrong'}
          text={translateFailure(failure)}
        />
      )}
      {shown === undefined ? (
        <Place pictures={pictures} platform={platform} isOver={isOver} ask={ask} onFiles={takeBy('choose')} />
      ) : (
        <Shown pictures={pictures} id={shown.id} ask={ask} />
      )}
      {areFactsShown ? (
        <>
          <PageFacts facts={facts} areRead={pictures.areFactsRead} onChoose={ask.chooseFact} />
          {residencyChecks(result.diagnosis, { residency, facts })
            .filter(({ phrase }) => !SAID_BEFORE.includes(phrase.key))
            .map(({ phrase }) => (
              <Notice key={phrase.key} tone="attention" text={translate(phrase)} />
            ))}
        </>
      ) : null}
      {shown === undefined ? null : (
        <Fold title={t('picture.more')}>
          <Caption edit={shown.edit} ask={ask} />
          <div className="row">
            <FileButton accept={PICTURE_FILES} onFiles={takeBy('choose')}>
              {t('picture.choose')}
            </FileButton>
          </div>
          <OtherWays pictures={pictures} ask={ask} />
        </Fold>
      )}
    </Screen>
  );
}

function Caption({ edit, ask }: { readonly edit: PictureEdit; readonly ask: PictureActions }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('edit.caption')}</label>
      <input
        id={id}
        type="text"
        maxLength={MAX_CAPTION_LENGTH}
        value={edit.caption}
        onChange={(event) => ask.edit({ ...edit, caption: event.target.value })}
      />
      <LimitNote text={edit.caption} most={MAX_CAPTION_LENGTH} />
    </div>
  );
}

/** The buttons that lead on from a screenshot. In a move nothing is to be mailed: the result says how to wait. */
function Onward({ state, actions }: { readonly state: FlowState; readonly actions: FlowActions }) {
  const { t } = useTranslation();
  if (state.residency !== 'migrating')
    return <PrimaryButton onClick={actions.toSend}>{t('picture.next')}</PrimaryButton>;
  return (
    <>
      <button type="button" className="quiet" data-skip onClick={actions.toSend}>
        {t('picture.sendAnyway')}
      </button>
      <PrimaryButton onClick={actions.toResult}>{t('picture.toResult')}</PrimaryButton>
    </>
  );
}

/** How to get to the page, and the one big place for its screenshot. */
function Place(props: {
  readonly pictures: Pictures;
  readonly platform: ScreenshotProps['platform'];
  readonly isOver: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly ask: PictureActions;
}) {
  const { t } = useTranslation();
  const { pictures, isOver, ask } = props;
  const platform = props.platform ?? 'other';
  return (
    <>
      <ol className="steps">
        <li>
          <PageLink page="admin" text={t('picture.browser.open')} /> {t('picture.browser.1')}
        </li>
        <li>{t('picture.browser.2')}</li>
        <li>{t('picture.browser.3', { platform })}</li>
      </ol>
      <FileButton
        accept={PICTURE_FILES}
        className={isOver ? 'place place-over' : 'place'}
        onFiles={props.onFiles}
      >
        <Icon name="picture" large />
        <strong>{t(pictures.isBusy ? 'picture.busy' : 'picture.paste', { platform })}</strong>
        <span className="small">{t('picture.drop')}</span>
      </FileButton>
      <Fold title={t('picture.ways')} isOpen={pictures.page?.isOpen === true}>
        <OtherWays pictures={pictures} ask={ask} />
      </Fold>
    </>
  );
}

/** The picture that is worked on, and the others as they will be sent. */
function Shown(props: { readonly pictures: Pictures; readonly id: string; readonly ask: PictureActions }) {
  const { t, translate } = useTranslation();
  const { pictures, id, ask } = props;
  const { held, editing } = pictures;
  const index = held.findIndex((each) => each.id === id);
  const picture = held[index];
  if (picture === undefined || editing === null) return null;
  return (
    <>
      {picture.hint === null ? null : <Notice tone="attention" text={translate(picture.hint)} />}
      <PictureEditor key={id} number={index + 1} picture={picture} editing={editing} ask={ask} />
      {held.length === 1 ? null : (
        <ul className="thumbnails" aria-label={t('picture.list')}>
          {held.map((each, at) => (
            <li key={each.id}>
              <button type="button" aria-pressed={each.id === id} onClick={() => ask.openEdit(each.id)}>
                <CoveredPicture picture={each} alt={t('picture.nth', { number: at + 1 })} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
