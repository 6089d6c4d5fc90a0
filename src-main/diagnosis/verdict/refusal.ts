import type { AnsweredExchange } from '../run/exchanges.ts';
import type { Reading } from './facts.ts';

/** An answer and how it reads. */
export interface ReadAnswer {
  readonly exchange: AnsweredExchange;
  readonly reading: Reading;
}

/** Whether an answer refuses the keys in words of Xray's own: its API, and words about credentials, key or user. */
export function refusesKeys({ exchange, reading }: ReadAnswer): boolean {
  const isRefusal = exchange.status === 401 || exchange.status === 403;
  return (
    exchange.call === 'authenticate' &&
    isRefusal &&
    reading.who === 'xray' &&
    (reading.says === 'keys' || reading.says === 'user')
  );
}
