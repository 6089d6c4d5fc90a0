import * as z from 'zod';

import { parseJsonAs } from '../contract/text/json.ts';
import { getRequest, textOfSuccess } from '../network/client/http-client.ts';
import type { HttpOutcome, HttpRequest } from '../network/client/http-client.ts';

/** A public status page in Statuspage's JSON form, which needs no key. */
export interface StatusPage {
  readonly id: 'xray-status' | 'atlassian-status';
  readonly request: HttpRequest;
  /** The page's own name has to fit: an address can change hands. */
  readonly name: RegExp;
}

function summaryOf(host: string): HttpRequest {
  return getRequest(`https://${host}/api/v2/summary.json`);
}

/** The pages that are asked: Xray's own (found in public code), and Atlassian's for Confluence Cloud (documented). */
export const STATUS_PAGES: readonly StatusPage[] = [
  { id: 'xray-status', request: summaryOf('xray.statuspage.io'), name: /\bxray\b/iu },
  { id: 'atlassian-status', request: summaryOf('confluence.status.atlassian.com'), name: /\bconfluence\b/iu },
];

/** Trouble that a status page reports. */
export type StatusReport = Readonly<NonNullable<ReturnType<typeof readStatus>>>;

const summarySchema = z.object({
  page: z.object({ name: z.string() }).optional(),
  status: z.object({ indicator: z.string(), description: z.string() }),
});

const MAX_DESCRIPTION = 120;

/**
 * The trouble that a status page reports; null if all is well or nothing usable came. The words are the page's own headline,
 * null if it has none that fits a line.
 */
export function readStatus(page: StatusPage, outcome: HttpOutcome) {
  const summary = parseJsonAs(summarySchema, textOfSuccess(outcome));
  if (summary === null || summary.status.indicator === 'none') return null;
  if (summary.page !== undefined && !page.name.test(summary.page.name)) return null;
  const words = summary.status.description
    .slice(0, 1000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { page: page.id, words: words !== '' && words.length <= MAX_DESCRIPTION ? words : null };
}
