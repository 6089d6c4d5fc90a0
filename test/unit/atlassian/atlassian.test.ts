import { describe, expect, it } from 'vitest';

import { lookUpSite } from '../../../src-main/atlassian/site-facts.ts';
import { readAtlassianStatus } from '../../../src-main/atlassian/status-page.ts';
import { inEnglish } from '../../../src-main/words/say.ts';
import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import type { HttpClient, HttpOutcome } from '../../../src-main/network/http-client.ts';
import { answered, failed } from '../../support/builders.ts';

const signal = new AbortController().signal;
const CLOUD_ID = '11111111-2222-4333-8444-555555555555';

function outcomeOf(exchange: Exchange): HttpOutcome {
  return { ...exchange, sentHeaders: [] };
}
const answer = (status: number, body: string): HttpOutcome =>
  outcomeOf(answered({ call: 'authenticate' }, { status, body }));
const away = outcomeOf(failed({ call: 'authenticate' }, { phase: 'connect' }));

const site = async (tenant: HttpOutcome, server: HttpOutcome) => {
  const client: HttpClient = {
    send: async ({ url }) => (url.endsWith('/_edge/tenant_info') ? tenant : server),
    close: async () => undefined,
  };
  return lookUpSite('acme.atlassian.net', client, signal);
};

const NOTHING = { cloudId: null, jiraAddress: null, confluenceAddress: null, deployment: null };

describe('the facts of a site', () => {
  it('reads the documented answers', async () => {
    const info = {
      baseUrl: 'https://acme.atlassian.net',
      displayUrlConfluence: 'https://docs.acme.test',
      x: 1,
    };
    expect(await site(answer(200, `{"cloudId":"${CLOUD_ID}"}`), answer(200, JSON.stringify(info)))).toEqual({
      site: 'acme.atlassian.net',
      state: 'found',
      cloudId: CLOUD_ID,
      jiraAddress: 'https://acme.atlassian.net',
      confluenceAddress: 'https://docs.acme.test',
      deployment: null,
    });
  });

  it.each([
    ['a 404', answer(404, 'Not found'), 'missing'],
    ['no answer', away, 'unknown'],
    ['a page', answer(200, '<html></html>'), 'unknown'],
    ['a cloud id that is none', answer(200, '{"cloudId":7}'), 'unknown'],
    ['a sign-in', answer(302, ''), 'unknown'],
  ] as const)('%s', async (_name, tenant, state) => {
    expect(await site(tenant, answer(200, '[]'))).toMatchObject({ state, ...NOTHING });
  });
});

describe("Atlassian's status", () => {
  const page = (indicator: unknown, description: unknown): HttpOutcome =>
    answer(200, JSON.stringify({ status: { indicator, description } }));

  it.each([
    ['all is well', page('none', 'All Systems Operational'), null],
    ['not reached', away, null],
    ['no JSON', answer(200, '<html>'), null],
    ['another form', page(1, 2), null],
    ['an error', answer(500, '{}'), null],
    [
      'trouble',
      page('major', 'Partial\nOutage'),
      'Atlassian reports a problem with Confluence at this moment: “Partial Outage”.',
    ],
    [
      'a novel',
      page('major', 'x'.repeat(500)),
      'Atlassian reports a problem with Confluence at this moment.',
    ],
  ])('%s', (_name, outcome, note) => {
    const found = readAtlassianStatus(outcome);
    expect(found === null ? null : inEnglish(found)).toBe(note);
  });
});
