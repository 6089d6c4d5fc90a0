import * as z from 'zod';

import type { HttpOutcome, HttpRequest } from '../network/http-client.ts';
import { optional, phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';

/** Atlassian's public status of Confluence Cloud, in the JSON form that its status pages offer without a key. */
export const STATUS_REQUEST: HttpRequest = {
  method: 'GET',
  url: 'https://confluence.status.atlassian.com/api/v2/summary.json',
  headers: [],
  body: null,
};

/** The part of a status page's summary that we read; `none` means that nothing is wrong. */
const summarySchema = z.object({
  status: z.object({ indicator: z.string(), description: z.string() }),
});

/** Longer words are no headline. */
const LONGEST_DESCRIPTION = 120;

/** A sentence while Atlassian reports that something is wrong; null if all is well or nothing usable came. */
export function readAtlassianStatus(outcome: HttpOutcome): Phrase | null {
  if (outcome.outcome !== 'answered' || outcome.status !== 200) return null;
  try {
    const summary = summarySchema.safeParse(JSON.parse(outcome.response.body.text ?? ''));
    if (!summary.success || summary.data.status.indicator === 'none') return null;
    const words = summary.data.status.description.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const isHeadline = words !== '' && words.length <= LONGEST_DESCRIPTION;
    return phrase('note.atlassian', optional('words', isHeadline ? words : undefined));
  } catch {
    return null;
  }
}
