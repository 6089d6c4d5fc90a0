import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { readAnswer } from './facts.ts';
import type { Facts } from './facts.ts';

/**
 * What the same call gave on Chromium's network stack, which uses the system's own ways with proxies and certificates;
 * null when it was not asked. The difference is what a network team can look for.
 */
export function secondOpinionPhrase({ secondOpinion }: Facts): Message | null {
  if (secondOpinion === null) return null;
  if (secondOpinion.outcome === 'failed') {
    return secondOpinion.failure.phase === 'cancelled' || secondOpinion.failure.phase === 'deadline'
      ? null
      : message('second.fails');
  }
  if (secondOpinion.status === 407) return message('second.proxy-sign-in');
  switch (readAnswer(secondOpinion, null).who) {
    case 'xray':
    case 'cloudfront':
      return message('second.works');
    case 'between':
    case 'before':
    case 'atlassian':
      return message('second.something-else');
    case 'unknown':
      return message('second.unknown');
  }
}
