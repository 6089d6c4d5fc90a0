import type { Exchange } from '../../src-main/contract/diagnosis.ts';
import { say } from '../words/say.ts';

/** Every exchange of a run in one small table. */
export function ExchangeTable({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
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
            <td>{callOf(exchange)}</td>
            <td>{answerOf(exchange)}</td>
            <td>{say('verdict.ms', { ms: exchange.timing.totalMs })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function callOf({ call, attempt }: Exchange): string {
  const name = say(`verdict.call.${call}`);
  return attempt === 1 ? name : say('verdict.attempt', { call: name });
}

function answerOf(exchange: Exchange): string {
  return exchange.outcome === 'answered'
    ? say('verdict.status', { status: String(exchange.status) })
    : say('verdict.failed', { code: exchange.failure.code, phase: exchange.failure.phase });
}
