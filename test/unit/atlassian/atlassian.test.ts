import { describe, expect, it } from 'vitest';

import { lookUpSite } from '../../../src-main/atlassian/site-facts.ts';
import { readStatus, STATUS_PAGES } from '../../../src-main/atlassian/status-page.ts';
import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import type { HttpClient, HttpOutcome } from '../../../src-main/network/client/http-client.ts';
import { answered, failed } from '../../support/samples/builders.ts';

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
      problem: null,
      renamedTo: null,
      isAllowlisted: false,
    });
  });

  it.each([
    ['no answer', away, 'ECONNRESET'],
    ['a refusal', answer(403, 'no'), 'HTTP 403'],
    ['a page', answer(200, '<html></html>'), 'unexpected form'],
  ])('says why nothing is known: %s', async (_name, tenant, problem) => {
    expect(await site(tenant, away)).toMatchObject({ state: 'unknown', problem });
  });

  it('knows a renamed site by where its old name leads', async () => {
    const moved = (location: string): HttpOutcome =>
      outcomeOf(answered({ call: 'authenticate' }, { status: 301, headers: { location } }));
    const renamed = await site(moved('https://new-acme.atlassian.net/_edge/tenant_info'), away);
    expect(renamed).toMatchObject({ renamedTo: 'new-acme.atlassian.net', problem: null });
    for (const elsewhere of ['https://acme.atlassian.net/x', 'https://evil.test/', '/login', 'not a url'])
      expect(await site(moved(elsewhere), away)).toMatchObject({ renamedTo: null, problem: 'HTTP 301' });
  });

  it('knows a site that refuses this address', async () => {
    const refusal = JSON.stringify({
      errorMessages: ['The IP address has been rejected because it is not on the allowed list.'],
      errors: {},
    });
    expect(await site(answer(200, `{"cloudId":"${CLOUD_ID}"}`), answer(403, refusal))).toMatchObject({
      isAllowlisted: true,
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

describe('the public status pages', () => {
  const page = (indicator: unknown, description: unknown, name?: string): HttpOutcome =>
    answer(
      200,
      JSON.stringify({
        ...(name === undefined ? {} : { page: { name } }),
        status: { indicator, description },
      }),
    );

  describe.each(STATUS_PAGES)('$id', (asked) => {
    it.each([
      ['all is well', page('none', 'All Systems Operational'), null],
      ['not reached', away, null],
      ['no JSON', answer(200, '<html>'), null],
      ['another form', page(1, 2), null],
      ['an error', answer(500, '{}'), null],
      ['trouble', page('major', 'Partial\nOutage'), 'Partial Outage'],
      [
        'trouble on the page of this name',
        page('major', 'Partial Outage', asked.id === 'xray-status' ? 'Xray' : 'Confluence'),
        'Partial Outage',
      ],
      ['trouble on the page of somebody else', page('major', 'Partial Outage', 'Acme X-rays'), null],
    ])('%s', (_name, outcome, words) => {
      expect(readStatus(asked, outcome)).toEqual(words === null ? null : { page: asked.id, words });
    });

    it('tells trouble without a headline when that is a novel', () => {
      expect(readStatus(asked, page('major', 'x'.repeat(500)))).toEqual({ page: asked.id, words: null });
    });
  });
});
