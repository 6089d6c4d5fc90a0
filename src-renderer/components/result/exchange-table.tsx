import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import type { Translate } from '../../../src-main/i18n/translator.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** Every exchange of a run in one small table. */
export function ExchangeTable({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('result.calls.host')}</th>
          <th scope="col">{t('result.calls.call')}</th>
          <th scope="col">{t('result.calls.answer')}</th>
          <th scope="col">{t('result.calls.time')}</th>
        </tr>
      </thead>
      <tbody>
        {exchanges.map((exchange) => (
          <tr key={`${exchange.host} ${exchange.call} ${exchange.attempt}`}>
            <th scope="row">{exchange.host}</th>
            <td>{callOf(exchange, t)}</td>
            <td>{answerOf(exchange, t)}</td>
            <td>{t('result.calls.ms', { ms: exchange.timing.totalMs })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function callOf({ call, attempt }: Exchange, t: Translate): string {
  const name = t(`result.calls.${call}`);
  return attempt === 1 ? name : t('result.calls.attempt', { call: name });
}

function answerOf(exchange: Exchange, t: Translate): string {
  return exchange.outcome === 'answered'
    ? t('result.calls.status', { status: String(exchange.status) })
    : t('result.calls.failed', { code: exchange.failure.code, phase: exchange.failure.phase });
}
