import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import type { Say } from '../../../src-main/i18n/translator.ts';
import { useWords } from '../../i18n/translation.tsx';

/** Every exchange of a run in one small table. */
export function ExchangeTable({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const { say } = useWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('verdict.host')}</th>
          <th scope="col">{say('verdict.call')}</th>
          <th scope="col">{say('verdict.answer')}</th>
          <th scope="col">{say('verdict.time')}</th>
        </tr>
      </thead>
      <tbody>
        {exchanges.map((exchange) => (
          <tr key={`${exchange.host} ${exchange.call} ${exchange.attempt}`}>
            <th scope="row">{exchange.host}</th>
            <td>{callOf(exchange, say)}</td>
            <td>{answerOf(exchange, say)}</td>
            <td>{say('verdict.ms', { ms: exchange.timing.totalMs })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function callOf({ call, attempt }: Exchange, say: Say): string {
  const name = say(`verdict.call.${call}`);
  return attempt === 1 ? name : say('verdict.attempt', { call: name });
}

function answerOf(exchange: Exchange, say: Say): string {
  return exchange.outcome === 'answered'
    ? say('verdict.status', { status: String(exchange.status) })
    : say('verdict.failed', { code: exchange.failure.code, phase: exchange.failure.phase });
}
