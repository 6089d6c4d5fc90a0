import { DeskBundle } from '../components/desk/desk-bundle.tsx';
import { DeskList } from '../components/desk/desk-list.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { FileButton, REPORT_FILES } from '../components/parts/file-button.tsx';
import { openRow, rowsOf } from '../flow/desk/desk-state.ts';
import type { DeskRow, DeskState } from '../flow/desk/desk-state.ts';
import { useDroppedFiles } from '../flow/hooks/use-dropped-files.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** Support's desk: files that customers sent, as a list, or one of them in full. */
export function EvidenceFileScreen({
  desk,
  actions,
}: {
  readonly desk: DeskState;
  readonly actions: FlowActions;
}) {
  const { t } = useTranslation();
  const row = openRow(desk);
  useDroppedFiles(actions.desk.open);
  const title = row?.name ?? '';
  const firstId = desk.files[0]?.id ?? 0;
  return (
    <Screen
      key={row === null ? `list ${firstId}` : `${row.id} ${row.at}`}
      name="evidence-file"
      title={title === '' ? t('desk.files', { count: desk.files.length }) : title}
      onBack={actions.goBack}
      actions={
        <FileButton accept={REPORT_FILES} isMultiple isPrimary onFiles={actions.desk.open}>
          {t('desk.another')}
        </FileButton>
      }
    >
      <div className="desk">
        {desk.leftOut === 0 ? null : (
          <Notice tone="attention" text={t('desk.left-out', { count: desk.leftOut })} />
        )}
        {row === null ? (
          <DeskList rows={rowsOf(desk)} onOpen={(each) => actions.desk.openRow(each, desk)} />
        ) : (
          <OpenedFile row={row} desk={desk} actions={actions} />
        )}
      </div>
    </Screen>
  );
}

function OpenedFile({
  row,
  desk,
  actions,
}: {
  readonly row: DeskRow;
  readonly desk: DeskState;
  readonly actions: FlowActions;
}) {
  const { t, translateFailure } = useTranslation();
  const { reading } = row.file;
  if (reading.state === 'failed') return <Notice text={translateFailure(reading.failure)} />;
  if (row.bundle === null) return <p className="loading">{t('desk.reading')}</p>;
  return <DeskBundle bundle={row.bundle} desk={desk} actions={actions.desk} />;
}
