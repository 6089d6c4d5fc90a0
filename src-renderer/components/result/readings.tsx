import type { VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { useTranslation } from '../../i18n/translation.tsx';

const READINGS = ['region', 'rejected', 'healthy', 'other'] as const;
type Reading = (typeof READINGS)[number];

/** Which of the readings a verdict is; every other one is something else. */
const READING_OF: Readonly<Partial<Record<VerdictKind, Reading>>> = {
  residency: 'region',
  'residency-suspected': 'region',
  'credentials-rejected': 'rejected',
  healthy: 'healthy',
};

/** What comes back from Xray and what each of it means; the row of `kind` is marked as the person's own. */
export function Readings({ kind }: { readonly kind: VerdictKind | null }) {
  const { t } = useTranslation();
  const own = kind === null || kind === 'cancelled' ? null : (READING_OF[kind] ?? 'other');
  return (
    <table className="readings">
      <thead>
        <tr>
          <th scope="col">{t('readings.answer')}</th>
          <th scope="col">{t('readings.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {READINGS.map((reading) => (
          <tr key={reading} className={reading === own ? 'own' : undefined}>
            <th scope="row">
              {t(`readings.${reading}`)}
              {reading === own ? <span className="own-tag">{t('readings.yours')}</span> : null}
            </th>
            <td>{t(`readings.${reading}.means`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two calls of a check, one sentence each. */
export function TwoCalls() {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('calls.title')}</h2>
      <ol className="steps">
        <li>{t('calls.authenticate')}</li>
        <li>{t('calls.data-call')}</li>
      </ol>
    </>
  );
}
