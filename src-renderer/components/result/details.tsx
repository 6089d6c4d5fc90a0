import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Transcripts } from '../files/transcripts.tsx';
import { Fold } from '../parts/fold.tsx';
import { ExchangeTable } from './exchange-table.tsx';
import { HostTable } from './host-table.tsx';
import { Readings, TwoCalls } from './readings.tsx';

/** How each region answered, behind its one sentence. */
export function Regions({
  result,
  isComparing,
}: {
  readonly result: CheckResult;
  readonly isComparing: boolean;
}) {
  const { t, translate } = useTranslation();
  const { hosts, verdict, phrases } = result.diagnosis;
  const working = isComparing ? [] : hosts.filter(({ behaviour }) => behaviour === 'works');
  // Where the global one works, the others do not matter.
  const isTold = working.length > 0 && !working.some(({ id }) => id === 'global');
  const regions = working.map(({ id, name }) => translate({ key: `host.${id}`, values: {} }, name));
  const sentence = isComparing
    ? t('result.regions.pending')
    : translate(phrases?.regions, verdict.regions ?? '');
  return (
    <Fold title={isTold ? t('result.regions.only', { regions }) : t('result.regions')}>
      {sentence === '' ? null : <p>{sentence}</p>}
      <HostTable hosts={hosts} />
    </Fold>
  );
}

/** What only somebody from IT wants to know. */
export function Details({ result }: { readonly result: CheckResult }) {
  const { t, translate } = useTranslation();
  const { diagnosis, transcripts } = result;
  const { verdict, phrases, checks = [] } = diagnosis;
  const fine = checks.filter(({ level }) => level === 'ok');
  return (
    <Fold title={t('result.details')}>
      {verdict.secondOpinion === null ? null : (
        <p>{translate(phrases?.secondOpinion, verdict.secondOpinion)}</p>
      )}
      <TwoCalls />
      <ExchangeTable exchanges={diagnosis.exchanges} />
      <Transcripts transcripts={transcripts} />
      <h2>{t('token.title')}</h2>
      <p>{t('token.steps')}</p>
      <p>{t('token.region')}</p>
      <p>{t('token.blame')}</p>
      <h2>{t('readings.title')}</h2>
      <Readings kind={verdict.kind} />
      {fine.length === 0 ? null : (
        <>
          <h2>{t('result.fine')}</h2>
          <ul className="plain">
            {fine.map((check) => (
              <li key={check.sentence}>{translate(check.phrase, check.sentence)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="small">{t('result.rule', { rule: verdict.rule, version: diagnosis.rulesVersion })}</p>
    </Fold>
  );
}
