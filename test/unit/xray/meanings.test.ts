import { describe, expect, it } from 'vitest';

import { readText } from '../../../src-main/xray/answer.ts';
import { MEANINGS, meaningOf, speaksAsXray } from '../../../src-main/xray/meanings.ts';
import type { Meaning } from '../../../src-main/xray/meanings.ts';
import { answered } from '../../support/samples/builders.ts';

function textOf(words: string, status: number) {
  const exchange = answered({ call: 'data-call' }, { status, body: JSON.stringify({ error: words }) });
  if (exchange.outcome !== 'answered') throw new Error('unreachable');
  return readText(exchange);
}

/** Words of each meaning; beside each, words that look alike and say something else. */
const ROWS: readonly (readonly [words: string, says: Meaning, status?: number])[] = [
  ['Xray data is in another region. Contact support to migrate Xray data to current region.', 'region'],
  ['Your data is being migrated to another region. Please try again later.', 'migration'],
  ['XRAY DATA\u00a0IS IN\r\n\tANOTHER REGION', 'region'],
  ['Xray data is in an\u00adother region', 'region'],
  ['Xray data is in &#97;nother&nbsp;region', 'region'],
  ['Les données sont dans une autre région', 'region-like'],
  ['This service is not available in your region.', 'words'],
  ['Tenant is in a different region. Use eu.', 'region-like'],
  ['Data migration is in progress. Please try again later.', 'migration'],
  ['Tenant is locked while its data is moved.', 'migration'],
  ['The document has moved here.', 'words'],
  ['The Xray license is not valid.', 'licence'],
  ['The Xray licence has expired.', 'licence'],
  ['Your subscription has ended.', 'licence'],
  ['Your session has ended.', 'words'],
  ['The IP address has been rejected because it is not on the allowed list.', 'allowlist'],
  ['The name has been rejected because it is taken.', 'words'],
  ['Xray is not installed on this Jira instance.', 'not-installed'],
  ['Tenant not found.', 'not-installed'],
  ['Page not found.', 'words'],
  ['Invalid JWT: TokenExpiredError: jwt expired', 'token'],
  ['The API token is not valid.', 'token'],
  ['Unexpected token < in JSON at position 0', 'words'],
  ['Authentication failed. Invalid client credentials!', 'keys'],
  ['The API key was disabled by an administrator.', 'keys'],
  ['Authentication failed.', 'words'],
  ['Keyboard not found.', 'words'],
  ['User is not active.', 'user'],
  ['The user of this API key is inactive.', 'user'],
  ['The user interface is not available.', 'words'],
  ['Test issue with key LES-99 not found.', 'not-found'],
  ['Le ticket DEMO-6 est introuvable', 'not-found'],
  ['Cannot GET /api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7', 'words'],
  ['No route for keys=DEMO-6;DEMO-7', 'words'],
  ['Issue does not exist or you do not have permission to see it.', 'not-found'],
  ['User does not have permission to browse project DEMO', 'permission'],
  ['Too many requests, slow down.', 'limit'],
  ['Wrong request syntax.', 'syntax'],
  ['An internal error occurred when authenticating the request.', 'fault'],
  ['Unauthorized', 'status-words', 401],
  ['Unauthorized', 'words', 403],
  ['Forbidden', 'status-words', 403],
  ['Forbidden by the security policy', 'words', 403],
  ['アクセスが拒否されました', 'words'],
];

describe('what words say', () => {
  it.each(ROWS.map(([words, says, status = 400]) => ({ words, says, status })))(
    '$words',
    ({ words, says, status }) => {
      expect(meaningOf(textOf(words, status), status)).toBe(says);
    },
  );

  it('reaches every meaning of the table', () => {
    const reached = new Set<Meaning>(ROWS.map(([, says]) => says));
    expect(MEANINGS.map(({ says }) => says).filter((says) => !reached.has(says))).toEqual([]);
  });

  it('says none where there are no words', () => {
    expect(meaningOf(textOf(' ', 401), 401)).toBe('none');
  });

  it.each([
    ['Xray data is in another region.', true],
    ['Access from another country is blocked.', false],
    ['Issue DEMO-6 does not exist', true],
    ['No valid license', false],
    ['No valid license found for Xray', true],
    ['Xray', false],
    ['Access denied by security policy', false],
  ])('words in a form of nobody’s are Xray’s by what they say: %s', (words, isXrays) => {
    expect(speaksAsXray(textOf(words, 400), 400)).toBe(isXrays);
  });
});
