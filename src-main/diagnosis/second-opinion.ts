import { phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import { readAuthenticate } from '../xray/authenticate.ts';
import { isPageOfSuccess, isRedirect } from './facts.ts';
import type { AnsweredExchange, Facts } from './facts.ts';

/**
 * What the same call gave on Chromium's network stack, which uses the system's own ways with proxies and certificates;
 * null when it was not asked. The difference is what a network team can look for.
 */
export function secondOpinionPhrase({ secondOpinion }: Facts): Phrase | null {
  if (secondOpinion === null) return null;
  if (secondOpinion.outcome === 'failed') {
    return secondOpinion.failure.phase === 'cancelled' || secondOpinion.failure.phase === 'deadline'
      ? null
      : phrase('second.fails');
  }
  if (secondOpinion.status === 407) return phrase('second.proxy-sign-in');
  return isXrays(secondOpinion) ? phrase('second.works') : phrase('second.something-else');
}

/** Whether an answer is Xray's own and nobody's on the way. */
function isXrays(exchange: AnsweredExchange): boolean {
  if (isPageOfSuccess(exchange) || isRedirect(exchange)) return false;
  return exchange.call !== 'authenticate' || readAuthenticate(exchange).kind !== 'no-token';
}
