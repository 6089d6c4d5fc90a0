import { bundleFileAt } from '../../src-main/contract/bundle-files.ts';
import type { EvidencePreview, OptionalPart } from '../../src-main/contract/evidence.ts';
import { MAIL_LIMITS, OPTIONAL_PARTS } from '../../src-main/contract/values.ts';
import { formatBytes } from '../../src-main/i18n/translator.ts';
import { NoteField, PartsForm } from '../components/evidence/extras-form.tsx';
import { FileList } from '../components/evidence/file-list.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { SizeNotice } from '../components/evidence/size-notice.tsx';
import { shownEvidence } from '../flow/events/reducer.ts';
import type { Preparation, ReadyEvidence, ReviewState } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';
import { unless } from '../components/unless.ts';

/** Every file of the bundle, exactly as it will be written. */
export function ReviewScreen({
  state,
  actions,
}: {
  readonly state: ReviewState;
  readonly actions: FlowActions;
}) {
  const { locale, t, translateFailure } = useTranslation();
  const { preparation } = state;
  const shown = shownEvidence(preparation);
  return (
    <Screen
      name="review"
      title={t('review.title')}
      onBack={actions.goBack}
      actions={<ReviewActions preparation={preparation} actions={actions} />}
    >
      <p className="lead">{t('review.lead')}</p>
      {locale === 'en' ? null : <p className="small">{t('review.english')}</p>}
      <NoteField extras={state.extras} onChange={actions.changeExtras} />
      {preparation.state === 'preparing' && shown === null ? (
        <p className="loading loading-files">{t('review.preparing')}</p>
      ) : null}
      {preparation.state === 'failed' ? <Notice text={translateFailure(preparation.failure)} /> : null}
      {shown === null ? null : (
        <div className="wide" aria-busy={preparation.state === 'preparing'}>
          <Files state={state} preparation={shown} actions={actions} />
        </div>
      )}
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
  const { t } = useTranslation();
  switch (preparation.state) {
    case 'preparing':
      return <PrimaryButton aria-disabled>{t('review.preparing')}</PrimaryButton>;
    case 'failed':
      return <PrimaryButton onClick={actions.prepareEvidence}>{t('review.again')}</PrimaryButton>;
    case 'ready': {
      const isSaving = preparation.saving.state === 'saving';
      return (
        <>
          {preparation.kept.saved === null ? null : (
            <button type="button" {...unless(isSaving, actions.reopenSending)}>
              {t('review.sent')}
            </button>
          )}
          <button type="button" {...unless(isSaving, () => actions.save('choose'))}>
            {t('review.choose')}
          </button>
          <PrimaryButton {...unless(isSaving, () => actions.save('downloads'))}>
            {t(isSaving ? 'review.saving' : 'review.save')}
          </PrimaryButton>
        </>
      );
    }
  }
}

/** The parts that there are in this case and that support can do without. */
function optionalParts(
  { extras, pictureStep, result }: ReviewState,
  preview: EvidencePreview,
): OptionalPart[] {
  // What is not read off the files of the bundle.
  const known: Readonly<Partial<Record<OptionalPart, boolean>>> = {
    pictures: pictureStep.pictures.length > 0,
    note: extras.note.trim() !== '',
    'site-facts': result.diagnosis.siteFacts.length > 0,
  };
  const isFile = (part: OptionalPart): boolean =>
    extras.leaveOut.includes(part) || preview.files.some(({ path }) => bundleFileAt(path)?.part === part);
  return OPTIONAL_PARTS.filter((part) => known[part] ?? isFile(part));
}

function Files({
  state,
  preparation,
  actions,
}: {
  readonly state: ReviewState;
  readonly preparation: ReadyEvidence;
  readonly actions: FlowActions;
}) {
  const { t, translate, translateFailure } = useTranslation();
  const { preview } = preparation.kept;
  const { extras } = state;
  const parts = optionalParts(state, preview);
  const hasPictures = preview.files.some(({ kind }) => kind === 'picture');
  return (
    <>
      {preparation.saving.state === 'failed' ? (
        <Notice text={translateFailure(preparation.saving.failure)} />
      ) : null}
      <p className="banner tone-quiet">
        <Icon name="shield" />
        <span>
          <strong>{t('review.removed', { count: preview.removed })}</strong>
          <span className="small">
            {t('review.bundle', { name: preview.fileName, size: formatBytes(t, preview.bytes) })}
          </span>
        </span>
      </p>
      <SizeNotice bytes={preview.bytes} />
      {hasPictures && (extras.smallerPictures || preview.bytes > MAIL_LIMITS.some) ? (
        <p className="small size-offer">
          {extras.smallerPictures ? <span>{t('size.smaller')}</span> : null}
          <button
            type="button"
            onClick={() => actions.changeExtras({ ...extras, smallerPictures: !extras.smallerPictures })}
          >
            {t(extras.smallerPictures ? 'size.full' : 'size.shrink')}
          </button>
        </p>
      ) : null}
      <FileList files={preview.files} chosenPath={preparation.chosenPath} onChoose={actions.chooseFile}>
        {parts.length === 0 ? null : (
          <PartsForm parts={parts} extras={extras} onChange={actions.changeExtras} />
        )}
      </FileList>
      {preview.missing.length === 0 ? null : (
        <>
          <h2>{t('review.missing')}</h2>
          <ul className="plain">
            {preview.missing.map((phrase) => (
              <li key={phrase.key}>{translate(phrase)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
