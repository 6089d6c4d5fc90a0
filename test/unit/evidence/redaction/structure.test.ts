import { describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../../src-main/evidence/gate/gate.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import {
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../../../support/samples/sample-run.ts';

/** Values of somebody else, which nobody has told the redactor; all of them fake. */
const planted = (name: string): string => `pLaNtEd7${name}`;
const SALT = Buffer.from('salt of the structure');
const redact = (text: string): string => createRedactor(SAMPLE_SECRETS, SALT).redactResponse(text);

/** In two parts, so that no scanner takes it for a real one. */
const AWS_KEY = ['AKIA', 'ABCDEFGHIJKLMNOP'].join('');

const PORTAL = `<!DOCTYPE html><html><head><title>Sign in to Acme</title>
<meta name="csrf-token" content="${planted('a1')}"><meta content='${planted('a2')}' name=csrf>
<meta http-equiv="refresh" content="0; url=https://idp.example/in?code=${planted('a3')}&lang=de">
<style>a{background:url(x?${planted('a4')})}</style>
<script>var token="${planted('a5')}"; document.cookie="sid=${planted('a6')}";</script></head>
<body onload="go('${planted('a7')}')" data-token=${planted('a8')}>
<h1>Please sign in</h1><p>Your network needs a sign-in before you go on.</p>
<form action="/login;jsessionid=${planted('a9')}?next=${planted('b1')}" method="post">
<input type="hidden" name="csrf_token" value="${planted('b2')}"><input value='${planted('b3')}' type=hidden name=SAMLResponse>
<input type=password name=pw value=${planted('b4')}>
</form><a href="https://portal.example/p/a?sig=${planted('b5')}#access_token=${planted('b6')}">here</a>
<password>${planted('b7')}</password><token>${planted('b8')}</token>
<p>password: ${planted('b9')}, token: ${planted('c1')} X-Api-Key: ${planted('c2')} sessionId=${planted('c3')}</p>
<!-- {"secretAccessKey":"${planted('c4')}"} -->
-----BEGIN RSA PRIVATE KEY-----
${planted('c5')}
-----END RSA PRIVATE KEY-----
${AWS_KEY} ATATT3xFfGF0${planted('c6')} ghp_${planted('c7')} Reference #18.2f3e1a02
</body></html>`;

const JSON_BODY = JSON.stringify({
  error: 'sign in first',
  count: 3,
  oauth_client_secret: planted('d1'),
  inner: JSON.stringify({ secretAccessKey: planted('d2'), apiSecret: planted('d3'), reason: 'no session' }),
  headers: [
    { name: 'Cookie', value: `a=${planted('d4')}` },
    { value: planted('d5'), name: 'X-Auth-Token' },
    { name: 'Accept', value: 'text/html' },
  ],
  sessionId: planted('d6'),
  user: 'jan@acme.example',
  refresh_token: planted('d7'),
  code: 'ERR_SIGN_IN',
  token: 'expired',
});

const HEADERS: readonly (readonly [string, string])[] = [
  ['server', 'Portal/2.1'],
  ['via', '1.1 squid.acme.example (squid/6.1)'],
  ['x-amz-cf-id', 'Zx8ddKq3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghij=='],
  ['cf-ray', '8a1b2c3d4e5f6789-FRA'],
  ['retry-after', '30'],
  ['x-ratelimit-remaining', '0'],
  [
    'location',
    `https://idp.example/sso/saml;jsessionid=${planted('e1')}?SAMLRequest=${planted('e2')}&code=${planted('e3')}&user=jan%40acme.example&zsq=${planted('e4')}#id_token=${planted('e5')}`,
  ],
  ['set-cookie', `sid=${planted('e6')}; Path=/; HttpOnly; other=${planted('e7')}; SameSite=Lax`],
  ['set-cookie', 'gone=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
  ['set-cookie2', `two=${planted('e8')}; Version=1`],
  [
    'www-authenticate',
    `Negotiate ${planted('e9')}AAAA==, NTLM TlRM${planted('f1')}, Basic realm="Guest Wi-Fi"`,
  ],
  ['proxy-authenticate', `Digest realm="corp", nonce="${planted('f2')}", algorithm=MD5`],
  ['x-session-token', planted('f3')],
  ['x-refresh-token', planted('f4')],
  ['x-vault-token', planted('f5')],
  ['private-token', planted('f6')],
  ['x-client-secret', planted('f7')],
  ['x-password', planted('f8')],
  ['refresh', `0;url=/in?ticket=${planted('f9')}`],
  ['x-odd', `first words and ${planted('g1')}0123456789abcdef ${'on and '.repeat(40)}${planted('g2')}`],
  ['link', `</style.css?v=${planted('g3')}>; rel=preload`],
];

describe('an answer of somebody else, full of credentials', () => {
  it('leaves none of them in the evidence, and what support reads stays', async () => {
    const headers = HEADERS.map(([name, value]) => ({ name, value }));
    const redirectTo = headers.find(({ name }) => name === 'location')?.value ?? '';
    const bundle = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({
          exchanges: [
            sampleSignIn({ status: 302, response: sampleResponse(PORTAL, { headers, redirectTo }) }),
            sampleDataCall({
              status: 403,
              response: sampleResponse(
                `${JSON_BODY}\nRequest ID: Zx8ddKq3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghij==`,
              ),
            }),
            sampleDataCall({ host: 'us', status: 403, response: sampleResponse(JSON_BODY) }),
          ],
        }),
      }),
    );
    const texts = bundle.entries.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    expect([...new Set(texts.match(/pLaNtEd7\w{2}/giu) ?? [])]).toEqual([]);
    expect(texts).not.toMatch(/AKIAABCD|jan@acme|jan%40acme|secretAccessKey[\\": ]+p/u);
    for (const kept of [
      'Sign in to Acme',
      'Your network needs a sign-in before you go on.',
      'Portal/2.1',
      '1.1 squid.acme.example (squid/6.1)',
      'x-amz-cf-id: Zx8ddKq3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghij==',
      'Request ID: Zx8ddKq3aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghij==',
      'cf-ray: 8a1b2c3d4e5f6789-FRA',
      'https://idp.example/sso/saml;jsessionid=‹token#',
      'SAMLRequest=‹token#',
      'set-cookie: sid=‹cookie#',
      '; Path=/; HttpOnly; other=‹cookie#',
      'set-cookie: gone=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'Basic realm="Guest Wi-Fi"',
      'Digest realm="corp", nonce="‹authorization#',
      'algorithm=MD5',
      'x-odd: first words and ‹token#',
      'Reference #18.2f3e1a02',
      'ERR_SIGN_IN',
      '\\"token\\":\\"expired\\"',
      'no session',
    ])
      expect(texts, kept).toContain(kept);
    expect(bundle.missing.map(({ key }) => key)).not.toContain('missing.left-out');
    expect(await createGate(SAMPLE_SECRETS).bundle(bundle.zip)).toEqual({ clean: true });
  });

  it('a cookie of the run is looked for everywhere', async () => {
    const value = 'Ab12Cd34Ef56';
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
      sampleDiagnosis({
        exchanges: [
          sampleSignIn({
            response: sampleResponse('{}', {
              headers: [{ name: 'set-cookie', value: `s=${value}; Path=/` }],
            }),
          }),
          sampleDataCall({ response: sampleResponse(`{"message":"session was ${value}, sorry"}`) }),
        ],
      }),
    );
    expect(diagnosis.exchanges[1]?.response?.body.text).toMatch(
      /^\{"message":"session was ‹cookie#[0-9a-f]{4}›, sorry"\}$/u,
    );
  });

  it('a cookie of the run stays known when the call that set it is left out', async () => {
    const cookie = 'Ab12Cd34Ef56';
    const headers = [{ name: 'set-cookie', value: `s=${cookie}; Path=/` }];
    const redactor = createRedactor(SAMPLE_SECRETS, SALT);
    redactor.learnFrom(
      sampleDiagnosis({ exchanges: [sampleSignIn({ response: sampleResponse('{}', { headers }) })] }),
    );
    await redactor.redactDiagnosis(sampleDiagnosis({ exchanges: [] }));
    expect(redactor.redactUserText(`It was ${cookie}.`)).toMatch(/^It was ‹cookie#[0-9a-f]{4}›\.$/u);
  });
});

describe('a successful answer to the sign-in', () => {
  const TOKEN = 'opaque0token1value2';
  it.each([
    ['a field that is not known', JSON.stringify({ result: TOKEN })],
    ['a list', JSON.stringify([TOKEN])],
    ['deep', JSON.stringify({ data: { value: TOKEN } })],
    ['XML', `<response><result>${TOKEN}</result></response>`],
    ['a line', `token: ${TOKEN}`],
    ['two lines', `${TOKEN.slice(0, 9)}${TOKEN.slice(0, 5)}\n${TOKEN}`],
    ['two strings', JSON.stringify([TOKEN.slice(0, 9), TOKEN.slice(9)])],
    ['a short one', 'abc123def'],
    ['a number', JSON.stringify({ t: 123_456_789_012_345 })],
  ])('keeps its shape alone: %s', async (_, body) => {
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
      sampleDiagnosis({ exchanges: [sampleSignIn({ response: sampleResponse(body) })] }),
    );
    const text = diagnosis.exchanges[0]?.response?.body.text ?? '';
    expect(text).toContain('‹token#');
    expect(text).not.toMatch(/opaque0to|token1val|oken1value2|abc123def|1234567890/u);
    if (/^[[{]/u.test(body)) expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it('a page of a filter still tells its title', async () => {
    const body = '<html><title>Internet Security by Zscaler</title><p>Blocked by your company.</p></html>';
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
      sampleDiagnosis({ exchanges: [sampleSignIn({ response: sampleResponse(body) })] }),
    );
    expect(diagnosis.exchanges[0]?.response?.body.text).toBe(body);
  });
});

describe('words that look generated', () => {
  it.each([
    'Request-Id b1946ac92492d2347c6235b4d2611184',
    'key AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEf',
    'x9Kd-72Lq-8Zpw-11Ab-4Rty is the code',
  ])('go: %s', (text) => {
    expect(redact(text)).toMatch(/‹token#[0-9a-f]{4}›/u);
  });

  it.each([
    'at 2026-03-01T09:30:00.000Z, xray-evidence-acme-20260301T0930Z.zip was written',
    'error-code-401-unauthorized-for-this-site',
    'Your support ID is 12345678901234567890',
    'd111111abcdef8.cloudfront.net and https://xray.cloud.getxray.app/api/v2/authenticate',
    'Reference id: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'com.atlassian.connect.ApplicationNotFoundException at LambdaValidationError from CloudFront',
  ])('stay when they are none: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('the home folder in other letters', () => {
  const home = (text: string): string =>
    createRedactor({ ...SAMPLE_SECRETS, homeFolder: '/Users/Jörg Weiß' }, SALT).redactDocument(text);
  it.each([
    ['NFD', '/Users/Jörg Weiß/x'.normalize('NFD')],
    ['entities', '/Users/J&ouml;rg Wei&szlig;/x'],
    ['numbers', '/Users/J&#246;rg Wei&#xdf;/x'],
    ['percent', '/Users/J%C3%B6rg%20Wei%C3%9F/x'],
    ['JSON', String.raw`/Users/J\u00f6rg Wei\u00df/x`],
  ])('%s', (_, text) => {
    expect(home(`in ${text}`)).toBe('in ~/x');
  });
});
