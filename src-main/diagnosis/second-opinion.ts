import { readAuthenticate } from '../xray/authenticate.ts';
import { isPageOfSuccess, isRedirect } from './facts.ts';
import type { AnsweredExchange, Facts } from './facts.ts';

/**
 * What the same call gave on Chromium's network stack, which uses the system's own ways with proxies and certificates;
 * null when it was not asked. The difference is what a network team can look for.
 */
export function secondOpinionSentence({ secondOpinion }: Facts): string | null {
  if (secondOpinion === null) return null;
  if (secondOpinion.outcome === 'failed') {
    return secondOpinion.failure.phase === 'cancelled' || secondOpinion.failure.phase === 'deadline'
      ? null
      : "Your browser's network does not reach Xray either.";
  }
  if (secondOpinion.status === 407) return "Your browser's network is asked for the proxy's sign-in, too.";
  return isXrays(secondOpinion)
    ? "Your browser's network reaches Xray, a direct connection from this app does not. Your network team can look for what treats the two differently."
    : "On your browser's network something other than Xray answers.";
}

/** Whether an answer is Xray's own and nobody's on the way. */
function isXrays(exchange: AnsweredExchange): boolean {
  if (isPageOfSuccess(exchange) || isRedirect(exchange)) return false;
  return exchange.call !== 'authenticate' || readAuthenticate(exchange).kind !== 'no-token';
}
