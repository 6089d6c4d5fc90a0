import type { DeskRow } from '../../flow/desk/desk-state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { STATE_LOOKS } from './state-look.ts';

/** The files that were opened, one row for each bundle in them. */
export function DeskList(props: {
  readonly rows: readonly DeskRow[];
  readonly onOpen: (row: DeskRow) => void;
}) {
  const { t } = useTranslation();
  return (
    <table className="desk-list">
      <thead>
        <tr>
          <th scope="col">{t('desk.state')}</th>
          <th scope="col">
            {t('desk.file')}
            <span className="small">
              {t('desk.case')}, {t('desk.checked')}
            </span>
          </th>
          <th scope="col">{t('desk.site')}</th>
          <th scope="col">
            {t('desk.verdict')}
            <span className="small">{t('desk.owner')}</span>
          </th>
          <th scope="col" className="number">
            {t('desk.pictures')}
          </th>
          <th scope="col" className="number">
            {t('desk.to-ask')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={`${row.id} ${row.at}`} row={row} onOpen={() => props.onOpen(row)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onOpen }: { readonly row: DeskRow; readonly onOpen: () => void }) {
  const { t, translateFailure } = useTranslation();
  const { bundle, file, name } = row;
  if (bundle === null) {
    const { reading } = file;
    const isFailed = reading.state === 'failed';
    return (
      <tr data-row={reading.state}>
        <td className="desk-row-state" data-look={isFailed ? 'wrong' : undefined}>
          {isFailed ? <Icon name="wrong" /> : null}
          {t(isFailed ? 'desk.short.failed' : 'desk.short.reading')}
        </td>
        <th scope="row" colSpan={5}>
          {name}
          {isFailed ? <span className="small">{translateFailure(reading.failure)}</span> : null}
        </th>
      </tr>
    );
  }
  const look = STATE_LOOKS[bundle.state];
  const found = bundle.case;
  return (
    <tr data-row={bundle.state}>
      <td className="desk-row-state" data-look={look}>
        <Icon name={look} />
        {t(`desk.short.${bundle.state}`)}
      </td>
      <th scope="row" colSpan={found === null ? 5 : 1}>
        <button type="button" className="link" onClick={onOpen}>
          {name}
        </button>
        {found === null ? null : (
          <span className="small">
            {found.caseId}, {found.checkedAt}
          </span>
        )}
      </th>
      {found === null ? null : (
        <>
          <td>{found.sites.jira}</td>
          <td>
            {t(`desk.kind.${found.verdict.kind}`)}
            <span className="small">{t(`desk.owner.${found.verdict.owner}`)}</span>
          </td>
          <td className="number" data-label={t('desk.pictures')}>
            {found.pictureCount}
          </td>
          <td className="number" data-label={t('desk.to-ask')}>
            {found.questions.length}
          </td>
        </>
      )}
    </tr>
  );
}
