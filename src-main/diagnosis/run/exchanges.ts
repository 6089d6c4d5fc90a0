import type { Exchange } from '../../contract/diagnosis.ts';

/** A call with an answer, whatever it says. */
export type AnsweredExchange = Extract<Exchange, { outcome: 'answered' }>;
/** A call without one. */
export type FailedExchange = Extract<Exchange, { outcome: 'failed' }>;
