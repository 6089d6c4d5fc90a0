import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { EvidencePreview } from '../../../src-main/contract/report/evidence.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { HostTable } from '../result/host-table.tsx';

const CASE_ID = /XRD-[0-9A-Z]{6}/u;

/** What support will read first, as a page: whose report, what was found, region by region, and the screenshot. */
export function ReportPage({
  result,
  preview,
}: {
  readonly result: CheckResult;
  readonly preview: EvidencePreview;
}) {
  const { t, translate } = useTranslation();
  const { verdict, phrases, sites, hosts } = result.diagnosis;
  const picture = preview.files.find(({ kind }) => kind === 'picture')?.pictureDataUrl ?? null;
  const id = CASE_ID.exec(preview.fileName)?.[0];
  return (
    <section className="report-page card" aria-label={t('send.page')}>
      <div>
        <strong>{id === undefined ? sites.jira : `${sites.jira}, ${id}`}</strong>
        <p>{translate(phrases?.sentence, verdict.sentence)}</p>
        <HostTable hosts={hosts} isBrief />
      </div>
      {picture === null ? null : <img src={picture} alt={t('send.picture')} />}
    </section>
  );
}
