import type { Diagnosis, Exchange } from '../contract/diagnosis.ts';
import { judge } from '../diagnosis/verdict/classify.ts';
import type { RuleId } from '../diagnosis/verdict/sentences.ts';

/** A tag that stands for a token of the run; the redactor writes it (evidence/redaction/tags.ts). */
const TOKEN_TAG = /‹token#([0-9a-f]{1,16})›/gu;

/**
 * Returns the rule by which today's rules decide on the exchanges of a bundle; null for a check that was stopped, whose
 * exchanges do not say so, and where the words of an answer were left out. Where a token was removed, something of a
 * token's shape takes its place, since the rules ask whether a sign-in gave one.
 */
export function judgeAgain({ exchanges, finishedAt, verdict }: Diagnosis): RuleId | null {
  if (verdict.kind === 'cancelled' || exchanges.some(isEmptied)) return null;
  return judge({ exchanges: exchanges.map(withToken), cancelled: false, now: new Date(finishedAt) }).rule;
}

/** Our own requests have headers, until a call is left out (evidence/bundle/leave-out.ts); answers may have none. */
function isEmptied({ request }: Exchange): boolean {
  return request.headers.length === 0;
}

function withToken<E extends Exchange>(exchange: E): E {
  const text = exchange.response?.body.text ?? null;
  if (exchange.call !== 'authenticate' || exchange.response === null || text === null) return exchange;
  const { response } = exchange;
  const restored = text.replace(TOKEN_TAG, (_tag, name: string) => `removed-token-${name.padStart(16, '0')}`);
  return { ...exchange, response: { ...response, body: { ...response.body, text: restored } } };
}
