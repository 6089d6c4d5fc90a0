import { describe, expect, it } from 'vitest';

import type { Exchange, SiteFacts } from '../../../../src-main/contract/diagnosis.ts';
import { checksOf } from '../../../../src-main/diagnosis/checks/checks.ts';
import type { ChecksInput } from '../../../../src-main/diagnosis/checks/checks.ts';
import { collectFacts } from '../../../../src-main/diagnosis/verdict/facts.ts';
import { tokenFacts } from '../../../../src-main/xray/token.ts';
import { answered, REGION_TEXT, signedIn, WRONG_KEYS, ZIP_BYTES } from '../../../support/samples/builders.ts';

const SECRET = '0f'.repeat(32);
const CONNECTION = {
  clientId: 'AB'.repeat(16),
  clientSecret: SECRET,
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
} as const;
const NOW = new Date('2026-01-02T03:04:05Z');

function tokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part(claims)}.${'c2ln'.repeat(4)}`;
}

type Input = Partial<Omit<ChecksInput, 'facts' | 'exchanges'>> & { readonly exchanges?: readonly Exchange[] };

/** Every check over these exchanges, as `id level sentence`. */
function told({ exchanges = [], ...rest }: Input) {
  const facts = collectFacts({ exchanges, cancelled: false, now: NOW });
  return checksOf({
    siteFacts: [],
    statusReports: [],
    tokens: [],
    tokenFacts: [],
    connection: CONNECTION,
    ...rest,
    facts,
    exchanges,
  });
}
const levelsOf = (input: Input): Record<string, string> =>
  Object.fromEntries(told(input).map(({ id, level }) => [id, level]));
const sentenceOf = (input: Input, id: string): string =>
  told(input).find((check) => check.id === id)?.sentence ?? '';

function site(over: Partial<SiteFacts>): SiteFacts {
  return {
    site: 'acme.atlassian.net',
    state: 'found',
    cloudId: null,
    jiraAddress: null,
    confluenceAddress: null,
    deployment: null,
    ...over,
  };
}

function withClock(clockDifferenceSeconds: number): Exchange {
  const exchange = answered({ call: 'authenticate' }, { status: 401 });
  if (exchange.outcome !== 'answered') throw new Error('unreachable');
  return { ...exchange, response: { ...exchange.response, clockDifferenceSeconds } };
}

const data = (host: string, status: number, body: string | Uint8Array, headers = {}): Exchange =>
  answered({ call: 'data-call', host }, { status, body, headers });

describe('what is looked at beside the verdict', () => {
  it('is nothing where nothing was asked', () => {
    expect(told({})).toEqual([]);
  });

  it.each([
    ['in a body', { body: `{"error":"No such key: ${SECRET}"}` }],
    ['in a header', { headers: { 'x-echo': SECRET } }],
    [
      'URL-encoded in a redirect',
      { headers: { location: `https://x.test/?s=${encodeURIComponent(SECRET)}` } },
    ],
  ])('an answer that repeats the secret, %s', (_name, wish) => {
    const exchanges = [answered({ call: 'authenticate' }, { status: 401, ...wish })];
    expect(levelsOf({ exchanges })['echoed-secret']).toBe('wrong');
    expect(sentenceOf({ exchanges }, 'echoed-secret')).toContain('new keys');
  });

  it('an answer that repeats a token, but not the one that issues it', () => {
    const value = tokenOf({});
    const signIn = answered({ call: 'authenticate' }, { status: 200, body: JSON.stringify(value) });
    const tokens = [{ host: 'global', value }];
    expect(levelsOf({ exchanges: [signIn], tokens })['echoed-secret']).toBe('ok');
    const inData = [signIn, data('global', 401, `{"error":"bad token ${value}"}`)];
    expect(levelsOf({ exchanges: inData, tokens })['echoed-secret']).toBe('wrong');
    const inHeader = [
      answered(
        { call: 'authenticate' },
        { status: 200, body: JSON.stringify(value), headers: { 'x-token': value } },
      ),
    ];
    expect(levelsOf({ exchanges: inHeader, tokens })['echoed-secret']).toBe('wrong');
  });

  const startedAt = Date.parse('2026-01-02T03:04:05.000Z') / 1000;
  it.each([
    ['already expired', { iat: startedAt - 90_000, exp: startedAt - 10 }, 'wrong'],
    ['dated in the future', { iat: startedAt + 3600, exp: startedAt + 90_000 }, 'look'],
    ['as it should be', { iat: startedAt, exp: startedAt + 86_400 }, 'ok'],
    ['without dates', {}, undefined],
  ])('a token that is %s', (_name, claims, level) => {
    const facts = tokenFacts('global', tokenOf(claims));
    expect(levelsOf({ exchanges: [signedIn()], tokenFacts: [facts] })['token-dates']).toBe(level);
  });

  it.each([
    [301, 'look', '5 minutes behind'],
    [-720, 'look', '12 minutes ahead of'],
    [4 * 3600, 'look', '4 hours behind'],
    [-30 * 86_400, 'look', '30 days ahead of'],
    [300, 'ok', 'agrees'],
  ])('a clock that differs by %i seconds', (seconds, level, words) => {
    const exchanges = [withClock(seconds)];
    expect(levelsOf({ exchanges })['clock']).toBe(level);
    expect(sentenceOf({ exchanges }, 'clock')).toContain(words);
  });

  it.each([
    ['a Jira API token as secret', { clientSecret: 'ATATT3xFfFAKE-FAKE' }, 'Atlassian'],
    ['a secret of 63 characters', { clientSecret: 'a'.repeat(63) }, '63'],
  ])('keys of an unusual shape: %s', (_name, over, words) => {
    const connection = { ...CONNECTION, ...over };
    expect(sentenceOf({ connection }, 'key-shape')).toContain(words);
    expect(JSON.stringify(told({ connection }))).not.toContain(over.clientSecret);
  });

  it('an IP allowlist, told by Xray or by the site itself', () => {
    const words = '{"error":"The IP address has been rejected because it is not on the allowed list"}';
    expect(levelsOf({ exchanges: [signedIn(), data('global', 400, words)] })['allowlist']).toBe('look');
    expect(sentenceOf({ siteFacts: [site({ isAllowlisted: true })] }, 'allowlist')).toContain(
      'acme.atlassian.net',
    );
    const foreign = data('global', 400, words, { server: 'Zscaler/6.2' });
    expect(levelsOf({ exchanges: [signedIn(), foreign] })['allowlist']).toBeUndefined();
  });

  it('hosts that refuse the keys while others accept them, and who says region', () => {
    const refusing = answered({ call: 'authenticate', host: 'us' }, { status: 401, body: WRONG_KEYS });
    const exchanges = [signedIn(), data('global', 401, REGION_TEXT), refusing];
    expect(sentenceOf({ exchanges }, 'keys-split')).toContain('United States refuses');
    expect(levelsOf({ exchanges })['region-split']).toBeUndefined();
    const page = answered({ call: 'authenticate', host: 'us' }, { status: 401, body: '<html>no</html>' });
    expect(levelsOf({ exchanges: [signedIn(), page] })['keys-split']).toBeUndefined();
  });

  it('region text elsewhere and another cause at the global host', () => {
    const eu = [signedIn('eu'), data('eu', 401, REGION_TEXT)];
    const exchanges = [signedIn(), data('global', 500, ''), ...eu];
    expect(sentenceOf({ exchanges }, 'region-split')).toContain('EU, Frankfurt says');
    const isWell = [signedIn(), data('global', 200, ZIP_BYTES), ...eu];
    expect(levelsOf({ exchanges: isWell })['region-split']).toBeUndefined();
  });

  it('who opens a connection that is trusted', () => {
    const exchange: Exchange = {
      ...answered({ call: 'authenticate' }, { status: 401 }),
      connection: {
        address: '192.0.2.1',
        port: 443,
        reused: false,
        tlsVersion: 'TLSv1.3',
        certificate: {
          subject: 'CN=xray.cloud.getxray.app',
          issuer: 'CN=Acme Proxy, O=Acme',
          upperIssuers: ['CN=Netskope Root, O=Netskope'],
          validFrom: '',
          validTo: '',
        },
      },
    };
    expect(sentenceOf({ exchanges: [exchange] }, 'inspection')).toContain(
      'Netskope opens the secure connection',
    );
  });

  it('what is known of the sites: missing, renamed, elsewhere, not to be asked', () => {
    expect(levelsOf({ siteFacts: [site({ state: 'missing' })] })['site-missing']).toBe('look');
    expect(
      sentenceOf(
        { siteFacts: [site({ state: 'unknown', renamedTo: 'new-acme.atlassian.net' })] },
        'site-renamed',
      ),
    ).toContain('new-acme.atlassian.net');
    expect(
      sentenceOf({ siteFacts: [site({ state: 'unknown', problem: 'HTTP 403' })] }, 'site-lookup'),
    ).toContain('HTTP 403');
    const connection = { ...CONNECTION, confluenceSite: 'wiki.atlassian.net' } as const;
    const both = [
      site({ cloudId: 'one', confluenceAddress: 'https://acme.atlassian.net' }),
      site({ site: 'wiki.atlassian.net', cloudId: 'two' }),
    ];
    expect(levelsOf({ connection, siteFacts: both })['site-elsewhere']).toBe('look');
  });

  it('trouble on the public status pages', () => {
    const statusReports = [
      { page: 'xray-status', words: 'Partial Outage' },
      { page: 'atlassian-status', words: null },
    ] as const;
    expect(sentenceOf({ statusReports }, 'xray-status')).toContain('“Partial Outage”');
    expect(sentenceOf({ statusReports }, 'atlassian-status')).toContain('Confluence');
  });

  it('tells what is wrong first and what is fine last', () => {
    const value = tokenOf({ iat: startedAt - 90_000, exp: startedAt - 10 });
    const levels = told({
      exchanges: [withClock(10), signedIn()],
      tokenFacts: [tokenFacts('global', value)],
      statusReports: [{ page: 'xray-status', words: null }],
    }).map(({ level }) => level);
    expect(levels).toEqual(['wrong', 'look', 'ok', 'ok']);
  });
});
