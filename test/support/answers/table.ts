import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import type { RULES } from '../../../src-main/diagnosis/verdict/rules.ts';
import type { CertificateWish } from '../servers/certificates.ts';
import {
  afterInterim,
  brokenGzip,
  chunked,
  compressed,
  cut,
  head,
  http,
  json,
  page,
  raw,
  slowly,
  text,
} from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';

/** How one host behaves; a host takes the keys and says nothing of data unless told. */
export interface HostRow {
  /** Null for the ordinary: a token of this host's own in quotes. A function is given that token. */
  readonly signIn?: WireAnswer | ((token: string) => WireAnswer);
  readonly data?: WireAnswer;
}

/** What stands between us and Xray. */
export type NetworkRow =
  | { readonly is: 'refused-port' | 'unknown-name' | 'torn-handshake' | 'mute-port' | 'no-tls' }
  | { readonly is: 'certificate'; readonly wish: Partial<CertificateWish>; readonly issuer?: string }
  | { readonly is: 'proxy'; readonly status: number }
  | { readonly is: 'proxy-away' | 'proxy-settings-broken' | 'proxy-settings-silent' | 'proxy-socks' }
  | { readonly is: 'stopped' | 'out-of-time' };

/** One labelled answer or fault. */
export interface LabelledRow {
  readonly name: string;
  readonly global?: HostRow;
  /** The regional hosts; each says that the data is in another region unless told. */
  readonly regions?: Readonly<Partial<Record<'us' | 'eu' | 'au', HostRow>>>;
  readonly network?: NetworkRow;
  readonly rule: (typeof RULES)[number]['id'];
}

// The vendor's words, as documented or seen.
const REGION = 'Xray data is in another region. Contact support to migrate Xray data to current region.';
const REGION_JSON = JSON.stringify({ error: REGION });
const WRONG_KEYS = json(401, { error: 'Authentication failed. Invalid client credentials!' });
const LICENCE = text(401, 'The Xray license is not valid.');
const SYNTAX = text(400, 'Wrong request syntax.');
const INTERNAL = text(500, 'An internal error occurred when authenticating the request.');
const MALFORMED = json(401, { error: 'Invalid JWT: JsonWebTokenError: jwt malformed' });
const CLOUDFRONT_TITLE = 'ERROR: The request could not be satisfied';
const LAMBDA_WORDS =
  "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.";
const LAMBDA = page(503, CLOUDFRONT_TITLE, LAMBDA_WORDS, { server: 'CloudFront' });

const ZIP = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
const FEATURES = http(200, { 'content-type': 'application/octet-stream' }, ZIP);
const WORKS: HostRow = { data: FEATURES };
const NO_KEYS: HostRow = { signIn: WRONG_KEYS };
const ELSEWHERE = 'https://trap.atlassian.net/steal';

const data = (answer: WireAnswer): { global: HostRow } => ({ global: { data: answer } });
const signIn = (answer: HostRow['signIn'] & {}): { global: HostRow } => ({ global: { signIn: answer } });
const everywhere = (host: HostRow): Pick<LabelledRow, 'global' | 'regions'> => ({
  global: host,
  regions: { us: host, eu: host, au: host },
});
const utf16 = (words: string): Buffer => Buffer.from(`\uFEFF${words}`, 'utf16le');
const certificate = (wish: Partial<CertificateWish>, issuer?: string): { network: NetworkRow } => ({
  network: { is: 'certificate', wish, ...(issuer === undefined ? {} : { issuer }) },
});
const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** Every labelled answer and fault, each with the rule that it must end in. */
export const LABELLED: readonly LabelledRow[] = [
  // The region text, in every dress.
  { name: 'region text', ...data(json(401, { error: REGION })), rule: 'residency.region-text' },
  { name: 'region text, status 403', ...data(json(403, { error: REGION })), rule: 'residency.region-text' },
  { name: 'region text, status 400', ...data(json(400, { error: REGION })), rule: 'residency.region-text' },
  { name: 'region text, status 500', ...data(json(500, { error: REGION })), rule: 'residency.region-text' },
  {
    name: 'region text, status 503 and when to come back',
    ...data(json(503, { error: REGION }, { 'retry-after': '120' })),
    rule: 'residency.region-text',
  },
  { name: 'region text, status 200', ...data(json(200, { error: REGION })), rule: 'residency.region-text' },
  {
    name: 'region text in capitals',
    ...data(text(401, REGION.toUpperCase())),
    rule: 'residency.region-text',
  },
  {
    name: 'region text over several lines',
    ...data(text(401, REGION.replaceAll(' ', ' \r\n\t'))),
    rule: 'residency.region-text',
  },
  { name: 'region text as plain text', ...data(text(401, REGION)), rule: 'residency.region-text' },
  {
    name: 'region text without a content type',
    ...data(http(401, {}, REGION_JSON)),
    rule: 'residency.region-text',
  },
  {
    name: 'region text called a picture',
    ...data(http(401, { 'content-type': 'image/png' }, REGION_JSON)),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in gzip',
    ...data(compressed(401, 'gzip', gzipSync(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in deflate',
    ...data(compressed(401, 'deflate', deflateSync(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in bare deflate',
    ...data(compressed(401, 'deflate', deflateRawSync(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in br',
    ...data(compressed(401, 'br', brotliCompressSync(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in gzip in br',
    ...data(compressed(401, 'gzip, br', brotliCompressSync(gzipSync(REGION_JSON)))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text called gzip, and plain',
    ...data(compressed(401, 'gzip', Buffer.from(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text behind a byte order mark',
    ...data(http(401, {}, `\uFEFF${REGION_JSON}`)),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in UTF-16',
    ...data(http(401, {}, utf16(REGION_JSON))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text in UTF-16, the other way round',
    ...data(http(401, {}, utf16(REGION_JSON).swap16())),
    rule: 'residency.region-text',
  },
  { name: 'region text in chunks', ...data(chunked(401, REGION_JSON)), rule: 'residency.region-text' },
  {
    name: 'region text after 100 and 103',
    ...data(afterInterim(json(401, { error: REGION }))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text after 100 and 103, a few bytes at a time',
    ...data(slowly(afterInterim(json(401, { error: REGION })))),
    rule: 'residency.region-text',
  },
  {
    name: 'region text by HTTP/1.0, ended by closing',
    ...data(raw(head(401, {}, 'HTTP/1.0'), REGION_JSON)),
    rule: 'residency.region-text',
  },
  {
    name: 'region text with Retry-After',
    ...data(json(401, { error: REGION }, { 'retry-after': '59.86' })),
    rule: 'residency.region-text',
  },
  {
    name: 'region text, and one region works',
    ...data(json(401, { error: REGION })),
    regions: { eu: WORKS },
    rule: 'residency.region-text',
  },
  {
    name: 'region text, and no region can be reached',
    ...data(json(401, { error: REGION })),
    regions: { us: { data: { does: 'reset' } } },
    rule: 'residency.region-text',
  },

  // Suspected, each for its own reason.
  { name: 'the Lambda page', ...data(LAMBDA), rule: 'residency-suspected.cloudfront-lambda' },
  {
    name: 'the Lambda page in gzip, status 502',
    ...data(
      http(
        502,
        { 'content-encoding': 'gzip' },
        gzipSync(`<html><title>${CLOUDFRONT_TITLE}</title>${LAMBDA_WORDS}</html>`),
      ),
    ),
    rule: 'residency-suspected.cloudfront-lambda',
  },
  {
    name: 'a 401 without known words, a region works',
    ...data(json(401, { error: 'Unauthorized' })),
    regions: { us: WORKS },
    rule: 'residency-suspected.refused-but-region-works',
  },
  {
    name: 'an empty 403, a region works',
    ...data(http(403)),
    regions: { au: WORKS },
    rule: 'residency-suspected.refused-but-region-works',
  },
  {
    name: 'a 500 at the data, a region works',
    ...data(json(500, { error: 'Internal Server Error' })),
    regions: { eu: WORKS },
    rule: 'residency-suspected.failed-but-region-works',
  },
  {
    name: 'a 401 without known words',
    ...data(json(401, { error: 'Unauthorized' })),
    rule: 'residency-suspected.refused-without-known-text',
  },
  {
    name: 'a 403 in Japanese',
    ...data(json(403, { error: 'アクセスが拒否されました' })),
    rule: 'unclear.xray-words',
  },
  {
    name: 'keys known in one region only',
    global: NO_KEYS,
    regions: { us: NO_KEYS, eu: WORKS, au: NO_KEYS },
    rule: 'residency-suspected.keys-known-elsewhere',
  },
  {
    name: 'the region text at the sign-in',
    ...signIn(json(401, { error: REGION })),
    rule: 'residency-suspected.sign-in-region-text',
  },
  {
    name: 'the Lambda page at the sign-in, a region works',
    ...signIn(LAMBDA),
    regions: { eu: WORKS },
    rule: 'residency-suspected.sign-in-lambda-but-region-works',
  },

  {
    name: 'a move in progress',
    ...data(json(409, { error: 'Data migration is in progress. Please try again later.' })),
    rule: 'residency-suspected.migration',
  },
  {
    name: 'words about a region that were not seen before',
    ...data(json(400, { error: 'Please use the regional endpoint of your site.' })),
    rule: 'residency-suspected.region-words',
  },
  {
    name: 'the region text with the marks of a box',
    ...data(json(401, { error: REGION }, { server: 'Zscaler/6.2' })),
    rule: 'unclear.contradiction',
  },

  // The keys and the licence.
  {
    name: 'a user who is not active',
    ...everywhere({ signIn: json(401, { error: 'User is not active.' }) }),
    rule: 'credentials-rejected.refused',
  },
  { name: 'a payment that is required', ...data(http(402)), rule: 'licence.payment' },
  {
    name: 'a limit, with another status',
    ...data(json(503, { error: 'Rate limit exceeded.' })),
    rule: 'rate-limited.words',
  },
  { name: 'wrong keys', ...everywhere(NO_KEYS), rule: 'credentials-rejected.invalid' },
  {
    name: 'wrong keys, told in gzip',
    ...everywhere({
      signIn: compressed(
        401,
        'gzip',
        gzipSync('{"error":"Authentication failed. Invalid client credentials!"}'),
      ),
    }),
    rule: 'credentials-rejected.invalid',
  },
  {
    name: 'a 401 in German',
    ...everywhere({ signIn: json(401, { error: 'Anmeldung fehlgeschlagen' }) }),
    rule: 'unclear.xray-words',
  },
  {
    name: 'an empty 403 at the sign-in',
    ...everywhere({ signIn: http(403) }),
    rule: 'unclear.sign-in-answer',
  },
  { name: 'the licence at the sign-in', ...signIn(LICENCE), rule: 'licence.text' },
  {
    name: 'the licence at the sign-in, as JSON',
    ...signIn(json(401, { error: 'The Xray license is not valid.' })),
    rule: 'licence.text',
  },
  { name: 'the licence at the data', ...data(LICENCE), rule: 'licence.text' },

  // Limits and outages.
  {
    name: 'a 429 with a decimal wait',
    ...signIn(text(429, 'Too Many Requests', { 'retry-after': '59.86' })),
    rule: 'rate-limited.429',
  },
  {
    name: 'a 429 with a date to wait for',
    ...data(http(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() })),
    rule: 'rate-limited.429',
  },
  { name: 'a 429 that tells no wait', ...data(json(429, {})), rule: 'rate-limited.429' },
  { name: 'a 500 at the sign-in', ...signIn(INTERNAL), rule: 'xray-unavailable.sign-in' },
  { name: 'a 500 at the data', ...data(http(500)), rule: 'xray-unavailable.data' },
  { name: 'a 502 page at the data', ...data(page(502, '502 Bad Gateway')), rule: 'unclear.web-page' },
  {
    name: 'a 503 in UTF-16',
    ...data(http(503, {}, utf16('Service Unavailable'))),
    rule: 'xray-unavailable.data',
  },
  {
    name: 'another CloudFront page',
    ...data(page(503, CLOUDFRONT_TITLE, 'We can not connect to the server.')),
    rule: 'xray-unavailable.cloudfront',
  },
  {
    name: 'the Lambda page at the sign-in, everywhere',
    ...everywhere({ signIn: LAMBDA }),
    rule: 'xray-unavailable.cloudfront',
  },

  // All is well, and what only looks like it.
  { name: 'a zip', ...data(FEATURES), rule: 'healthy.zip' },
  {
    name: 'a zip called text',
    ...data(http(200, { 'content-type': 'text/plain' }, ZIP)),
    rule: 'healthy.zip',
  },
  {
    name: 'a zip in gzip',
    ...data(http(200, { 'content-encoding': 'gzip' }, gzipSync(ZIP))),
    rule: 'healthy.zip',
  },
  {
    name: 'a zip, with a bare token',
    global: { signIn: (token) => text(200, token), data: FEATURES },
    rule: 'healthy.zip',
  },
  {
    name: 'a zip, with a padded token and Retry-After',
    global: {
      signIn: (token) => http(200, { 'retry-after': '59.86' }, `\r\n "${token}" \r\n`),
      data: FEATURES,
    },
    rule: 'healthy.zip',
  },
  { name: 'an empty 200', ...data(http(200)), rule: 'healthy.empty' },
  {
    name: 'a 404 about something else',
    ...data(json(404, { error: 'job not found.' })),
    rule: 'unclear.xray-words',
  },
  {
    name: 'a 400 about the keys',
    ...data(json(400, { error: 'Test issue with key LES-99 not found.' })),
    rule: 'healthy.xray-error',
  },
  {
    name: 'a 400 in French that names no key, called latin-1',
    ...data(
      http(
        400,
        { 'content-type': 'application/json; charset=iso-8859-1' },
        Buffer.from('{"error":"Aucune donnée trouvée"}', 'latin1'),
      ),
    ),
    rule: 'unclear.xray-words',
  },
  {
    name: 'a broken gzip with a 200',
    ...data(compressed(200, 'gzip', brokenGzip('PK'.repeat(500)))),
    rule: 'unclear.data-answer',
  },
  {
    name: 'an unknown encoding with a 200',
    ...data(compressed(200, 'zzz', Buffer.from([1, 2, 3, 0, 255]))),
    rule: 'unclear.data-answer',
  },
  { name: 'a 204', ...data(raw(head(204))), rule: 'unclear.data-answer' },
  { name: 'a 206 with half a zip', ...data(http(206, {}, ZIP)), rule: 'unclear.data-answer' },
  { name: 'a 200 with words', ...data(text(200, 'Hello')), rule: 'unclear.data-answer' },
  { name: 'a 404 without JSON', ...data(text(404, 'Not found')), rule: 'unclear.data-answer' },
  { name: 'a 418', ...data(text(418, 'teapot')), rule: 'unclear.data-answer' },
  { name: 'a token that is then called malformed', ...data(MALFORMED), rule: 'unclear.token-refused' },
  {
    name: 'a token that is then called expired, with a 400',
    ...data(json(400, { error: 'Invalid JWT: TokenExpiredError: jwt expired' })),
    rule: 'unclear.token-refused',
  },
  { name: 'a wrong syntax', ...signIn(SYNTAX), rule: 'unclear.request-syntax' },
  {
    name: 'a redirect to a region',
    ...data(http(307, { location: 'https://eu.xray.cloud.getxray.app/api' })),
    rule: 'unclear.redirect-within-xray',
  },
  {
    name: 'a CloudFront page with a 403',
    ...data(page(403, CLOUDFRONT_TITLE, 'Request blocked.')),
    rule: 'unclear.cloudfront',
  },
  {
    name: 'a page with a 404',
    ...data(page(404, "Oops, you've found a dead link.")),
    rule: 'unclear.atlassian',
  },
  {
    name: 'a 404 at the sign-in',
    ...signIn(json(404, { error: 'Not here.' })),
    rule: 'unclear.xray-words',
  },

  {
    name: 'a 404 that names a key that was asked for',
    ...data(json(404, { error: 'Test issue with key DEMO-6 not found.' })),
    rule: 'healthy.xray-error',
  },
  {
    name: 'a feature file',
    ...data(text(200, '@DEMO-6\nFeature: fake')),
    rule: 'healthy.feature',
  },
  {
    name: 'Xray is not installed',
    ...data(json(400, { error: 'Xray is not installed on this Jira instance.' })),
    rule: 'unclear.not-installed',
  },
  {
    name: 'a permission is missing',
    ...data(json(403, { error: 'User does not have permission to browse project DEMO' })),
    rule: 'unclear.permission',
  },
  {
    name: 'an inactive user, told at the data',
    ...data(json(400, { error: 'The user of this API key is inactive.' })),
    rule: 'unclear.account',
  },
  {
    name: 'an allowlist',
    ...data(
      json(400, {
        error:
          'Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
      }),
    ),
    rule: 'unclear.allowlist',
  },
  {
    name: 'a page of a load balancer',
    ...signIn(page(403, '403 Forbidden', '', { server: 'awselb/2.0' })),
    rule: 'unclear.network-before-xray',
  },

  // Somebody in between.
  {
    name: 'a text of a box that names itself',
    ...signIn(text(403, 'no', { server: 'Zscaler/6.2' })),
    rule: 'intercepted.answer',
  },
  {
    name: 'a proxy that wants a sign-in on its page',
    network: { is: 'proxy', status: 511 },
    rule: 'intercepted.proxy-guest',
  },
  {
    name: 'a guest network’s page at the sign-in',
    ...signIn(page(200, 'Guest Wi-Fi')),
    rule: 'intercepted.web-page',
  },
  {
    name: 'a guest network’s page at the data',
    ...data(page(200, 'Guest Wi-Fi')),
    rule: 'intercepted.web-page',
  },
  {
    name: 'a page with a 511 of a guest network',
    ...data(page(511, 'Network Authentication Required')),
    rule: 'intercepted.guest-network',
  },
  {
    name: 'a redirect at the sign-in',
    ...signIn(http(307, { location: ELSEWHERE })),
    rule: 'intercepted.redirect',
  },
  {
    name: 'a redirect at the data',
    ...data(http(302, { location: ELSEWHERE })),
    rule: 'intercepted.redirect',
  },
  { name: 'a lasting redirect without a place', ...data(http(301)), rule: 'intercepted.redirect' },
  { name: 'an empty token', ...signIn(json(200, '')), rule: 'unclear.no-token' },
  { name: 'a null for a token', ...signIn(json(200, null)), rule: 'unclear.no-token' },
  { name: 'an object for a token', ...signIn(json(200, {})), rule: 'unclear.no-token' },
  { name: 'a proxy’s 407 inside of the tunnel', ...data(http(407)), rule: 'proxy-sign-in.407' },

  // The way itself.
  { name: 'nobody listens', network: { is: 'refused-port' }, rule: 'network.connect' },
  { name: 'the name is not known', network: { is: 'unknown-name' }, rule: 'network.dns' },
  { name: 'the handshake is torn down', network: { is: 'torn-handshake' }, rule: 'network.tls' },
  { name: 'the port is mute', network: { is: 'mute-port' }, rule: 'network.tls' },
  { name: 'the port speaks no TLS', network: { is: 'no-tls' }, rule: 'network.tls' },
  { name: 'torn down at the sign-in', ...signIn({ does: 'reset' }), rule: 'network.no-answer' },
  { name: 'torn down at the data', ...data({ does: 'reset' }), rule: 'network.no-answer' },
  { name: 'silence at the data', ...data({ does: 'silence' }), rule: 'network.no-answer' },
  {
    name: 'a flood of headers',
    ...data(
      raw(
        head(
          200,
          Object.fromEntries(
            Array.from({ length: 3000 }, (_, index) => [`x-flood-${index}`, 'x'.repeat(60)]),
          ),
        ),
      ),
    ),
    rule: 'network.no-answer',
  },
  { name: 'no HTTP at all', ...data(raw('SSH-2.0-Fake\r\n')), rule: 'network.no-answer' },
  { name: 'half of a body', ...data(cut(200, 'PK half of it')), rule: 'network.cut-off' },
  {
    name: 'a byte now and then',
    ...data({ does: 'drip', bytes: Buffer.concat([head(200), Buffer.alloc(500, 'x')]), everyMs: 10, at: 1 }),
    rule: 'network.cut-off',
  },
  {
    name: 'a byte now and then, until the time of the run is over',
    ...data({ does: 'drip', bytes: Buffer.concat([head(200), Buffer.alloc(500, 'x')]), everyMs: 10, at: 1 }),
    network: { is: 'out-of-time' },
    rule: 'network.deadline',
  },
  {
    name: 'stopped by the person',
    ...data({ does: 'silence' }),
    network: { is: 'stopped' },
    rule: 'cancelled.by-person',
  },
  {
    name: 'an expired certificate',
    ...certificate({ notBefore: ago(9), notAfter: ago(2) }),
    rule: 'tls-untrusted.expired',
  },
  {
    name: 'a certificate of the future',
    ...certificate({ notBefore: ago(-2), notAfter: ago(-9) }),
    rule: 'tls-untrusted.expired',
  },
  {
    name: 'a certificate for another host',
    ...certificate({ hosts: ['portal.acme.test'] }),
    rule: 'tls-untrusted.wrong-host',
  },
  {
    name: 'a certificate of an unknown authority',
    ...certificate({}, 'Acme Private'),
    rule: 'tls-untrusted.unknown-issuer',
  },
  {
    name: 'a certificate of an inspecting box',
    ...certificate({}, 'Palo Alto Networks'),
    rule: 'tls-untrusted.inspected',
  },
  { name: 'a proxy that asks to sign in', network: { is: 'proxy', status: 407 }, rule: 'proxy-sign-in.407' },
  { name: 'a proxy that cannot', network: { is: 'proxy', status: 502 }, rule: 'network.proxy' },
  { name: 'a proxy that is away', network: { is: 'proxy-away' }, rule: 'network.connect' },
  {
    name: 'proxy settings that cannot be read',
    network: { is: 'proxy-settings-broken' },
    rule: 'network.proxy-settings',
  },
  { name: 'a SOCKS proxy and nothing else', network: { is: 'proxy-socks' }, rule: 'network.socks' },
  {
    name: 'proxy settings that never come',
    network: { is: 'proxy-settings-silent' },
    rule: 'network.proxy-settings',
  },
];
