import { bundleFileAt } from '../../../src-main/contract/report/bundle-files.ts';
import type { EvidencePreview, OptionalPart } from '../../../src-main/contract/report/evidence.ts';
import { MAIL_LIMITS, OPTIONAL_PARTS } from '../../../src-main/contract/values.ts';
import type { ReportActions } from '../../flow/hooks/report-actions.ts';
import type { FlowState } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { FileList } from '../files/file-list.tsx';
import { Fold } from '../parts/fold.tsx';
import { PartsForm } from './parts-form.tsx';

/** Everything that is sent, letter for letter, the pictures first; and what may stay at home. */
export function ReportFiles(props: {
  readonly state: FlowState;
  readonly preview: EvidencePreview;
  readonly ask: ReportActions;
}) {
  const { locale, t } = useTranslation();
  const { state, preview, ask } = props;
  const { report } = state;
  const pictures = preview.files.filter(({ kind }) => kind === 'picture');
  const others = preview.files.filter(({ kind }) => kind !== 'picture');
  const parts = optionalParts(state, preview);
  return (
    <Fold title={t('send.everything', { count: preview.files.length, removed: preview.removed })}>
      {locale === 'en' ? null : <p className="small">{t('send.english')}</p>}
      {pictures.length > 0 && (report.smallerPictures || preview.bytes > MAIL_LIMITS.some) ? (
        <p className="small">
          {report.smallerPictures ? `${t('size.smaller')} ` : ''}
          <button type="button" onClick={() => ask.change({ smallerPictures: !report.smallerPictures })}>
            {t(report.smallerPictures ? 'size.full' : 'size.shrink')}
          </button>
        </p>
      ) : null}
      <FileList files={[...pictures, ...others]} chosenPath={report.chosenPath} onChoose={ask.chooseFile}>
        {parts.length === 0 ? null : (
          <PartsForm
            parts={parts}
            leaveOut={report.leaveOut}
            onChange={(leaveOut) => ask.change({ leaveOut })}
          />
        )}
      </FileList>
    </Fold>
  );
}

/** The parts that there are in this report and that support can do without. */
function optionalParts({ report, pictures, result }: FlowState, preview: EvidencePreview): OptionalPart[] {
  // What is not read off the files of the report.
  const known: Readonly<Partial<Record<OptionalPart, boolean>>> = {
    pictures: pictures.held.length > 0,
    note: report.note.trim() !== '',
    'site-facts': (result?.diagnosis.siteFacts.length ?? 0) > 0,
  };
  const isFile = (part: OptionalPart): boolean =>
    report.leaveOut.includes(part) || preview.files.some(({ path }) => bundleFileAt(path)?.part === part);
  return OPTIONAL_PARTS.filter((part) => known[part] ?? isFile(part));
}
