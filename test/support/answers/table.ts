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

/** Rows by their names, all of which end in one rule. */
const endIn = (
  rule: LabelledRow['rule'],
  rows: Readonly<Record<string, Omit<LabelledRow, 'name' | 'rule'>>>,
): LabelledRow[] => Object.entries(rows).map(([name, row]) => ({ name, ...row, rule }));

/** Every labelled answer and fault, each with the rule that it must end in. */
export const LABELLED: readonly LabelledRow[] = [
  // The region text, in every dress.
  ...endIn('residency.region-text', {
    'region text': data(json(401, { error: REGION })),
    'region text, status 403': data(json(403, { error: REGION })),
    'region text, status 400': data(json(400, { error: REGION })),
    'region text, status 500': data(json(500, { error: REGION })),
    'region text, status 503 and when to come back': data(
      json(503, { error: REGION }, { 'retry-after': '120' }),
    ),
    'region text, status 200': data(json(200, { error: REGION })),
    'region text in capitals': data(text(401, REGION.toUpperCase())),
    'region text over several lines': data(text(401, REGION.replaceAll(' ', ' \r\n\t'))),
    'region text as plain text': data(text(401, REGION)),
    'region text without a content type': data(http(401, {}, REGION_JSON)),
    'region text called a picture': data(http(401, { 'content-type': 'image/png' }, REGION_JSON)),
    'region text in gzip': data(compressed(401, 'gzip', gzipSync(REGION_JSON))),
    'region text in deflate': data(compressed(401, 'deflate', deflateSync(REGION_JSON))),
    'region text in bare deflate': data(compressed(401, 'deflate', deflateRawSync(REGION_JSON))),
    'region text in br': data(compressed(401, 'br', brotliCompressSync(REGION_JSON))),
    'region text in gzip in br': data(compressed(401, 'gzip, br', brotliCompressSync(gzipSync(REGION_JSON)))),
    'region text called gzip, and plain': data(compressed(401, 'gzip', Buffer.from(REGION_JSON))),
    'region text behind a byte order mark': data(http(401, {}, `\uFEFF${REGION_JSON}`)),
    'region text in UTF-16': data(http(401, {}, utf16(REGION_JSON))),
    'region text in UTF-16, the other way round': data(http(401, {}, utf16(REGION_JSON).swap16())),
    'region text in chunks': data(chunked(401, REGION_JSON)),
    'region text after 100 and 103': data(afterInterim(json(401, { error: REGION }))),
    'region text after 100 and 103, a few bytes at a time': data(
      slowly(afterInterim(json(401, { error: REGION }))),
    ),
    'region text by HTTP/1.0, ended by closing': data(raw(head(401, {}, 'HTTP/1.0'), REGION_JSON)),
    'region text with Retry-After': data(json(401, { error: REGION }, { 'retry-after': '59.86' })),
    'region text, and one region works': { ...data(json(401, { error: REGION })), regions: { eu: WORKS } },
    'region text, and no region can be reached': {
      ...data(json(401, { error: REGION })),
      regions: { us: { data: { does: 'reset' } } },
    },
  }),

  // Suspected, each for its own reason.
  ...endIn('residency-suspected.cloudfront-lambda', {
    'the Lambda page': data(LAMBDA),
    'the Lambda page in gzip, status 502': data(
      http(
        502,
        { 'content-encoding': 'gzip' },
        gzipSync(`<html><title>${CLOUDFRONT_TITLE}</title>${LAMBDA_WORDS}</html>`),
      ),
    ),
  }),
  ...endIn('residency-suspected.refused-but-region-works', {
    'a 401 without known words, a region works': {
      ...data(json(401, { error: 'Unauthorized' })),
      regions: { us: WORKS },
    },
    'an empty 403, a region works': { ...data(http(403)), regions: { au: WORKS } },
  }),
  ...endIn('residency-suspected.failed-but-region-works', {
    'a 500 at the data, a region works': {
      ...data(json(500, { error: 'Internal Server Error' })),
      regions: { eu: WORKS },
    },
  }),
  ...endIn('residency-suspected.refused-without-known-text', {
    'a 401 without known words': data(json(401, { error: 'Unauthorized' })),
  }),
  ...endIn('unclear.xray-words', {
    'a 403 in Japanese': data(json(403, { error: 'アクセスが拒否されました' })),
  }),
  ...endIn('residency-suspected.keys-known-elsewhere', {
    'keys known in one region only': { global: NO_KEYS, regions: { us: NO_KEYS, eu: WORKS, au: NO_KEYS } },
  }),
  ...endIn('residency-suspected.sign-in-region-text', {
    'the region text at the sign-in': signIn(json(401, { error: REGION })),
  }),
  ...endIn('residency-suspected.sign-in-lambda-but-region-works', {
    'the Lambda page at the sign-in, a region works': { ...signIn(LAMBDA), regions: { eu: WORKS } },
  }),

  ...endIn('residency-suspected.migration', {
    'a move in progress': data(
      json(409, { error: 'Data migration is in progress. Please try again later.' }),
    ),
  }),
  ...endIn('residency-suspected.region-words', {
    'words about a region that were not seen before': data(
      json(400, { error: 'Please use the regional endpoint of your site.' }),
    ),
  }),
  ...endIn('unclear.contradiction', {
    'the region text with the marks of a box': data(json(401, { error: REGION }, { server: 'Zscaler/6.2' })),
  }),

  // The keys and the licence.
  ...endIn('credentials-rejected.refused', {
    'a user who is not active': everywhere({ signIn: json(401, { error: 'User is not active.' }) }),
  }),
  ...endIn('licence.payment', { 'a payment that is required': data(http(402)) }),
  ...endIn('rate-limited.words', {
    'a limit, with another status': data(json(503, { error: 'Rate limit exceeded.' })),
  }),
  ...endIn('credentials-rejected.invalid', {
    'wrong keys': everywhere(NO_KEYS),
    'wrong keys, told in gzip': everywhere({
      signIn: compressed(
        401,
        'gzip',
        gzipSync('{"error":"Authentication failed. Invalid client credentials!"}'),
      ),
    }),
  }),
  ...endIn('unclear.xray-words', {
    'a 401 in German': everywhere({ signIn: json(401, { error: 'Anmeldung fehlgeschlagen' }) }),
  }),
  ...endIn('unclear.sign-in-answer', { 'an empty 403 at the sign-in': everywhere({ signIn: http(403) }) }),
  ...endIn('licence.text', {
    'the licence at the sign-in': signIn(LICENCE),
    'the licence at the sign-in, as JSON': signIn(json(401, { error: 'The Xray license is not valid.' })),
    'the licence at the data': data(LICENCE),
  }),

  // Limits and outages.
  ...endIn('rate-limited.429', {
    'a 429 with a decimal wait': signIn(text(429, 'Too Many Requests', { 'retry-after': '59.86' })),
    'a 429 with a date to wait for': data(
      http(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }),
    ),
    'a 429 that tells no wait': data(json(429, {})),
  }),
  ...endIn('xray-unavailable.sign-in', { 'a 500 at the sign-in': signIn(INTERNAL) }),
  ...endIn('xray-unavailable.data', { 'a 500 at the data': data(http(500)) }),
  ...endIn('unclear.web-page', { 'a 502 page at the data': data(page(502, '502 Bad Gateway')) }),
  ...endIn('xray-unavailable.data', { 'a 503 in UTF-16': data(http(503, {}, utf16('Service Unavailable'))) }),
  ...endIn('xray-unavailable.cloudfront', {
    'another CloudFront page': data(page(503, CLOUDFRONT_TITLE, 'We can not connect to the server.')),
    'the Lambda page at the sign-in, everywhere': everywhere({ signIn: LAMBDA }),
  }),

  // All is well, and what only looks like it.
  ...endIn('healthy.zip', {
    'a zip': data(FEATURES),
    'a zip called text': data(http(200, { 'content-type': 'text/plain' }, ZIP)),
    'a zip in gzip': data(http(200, { 'content-encoding': 'gzip' }, gzipSync(ZIP))),
    'a zip, with a bare token': { global: { signIn: (token) => text(200, token), data: FEATURES } },
    'a zip, with a padded token and Retry-After': {
      global: {
        signIn: (token) => http(200, { 'retry-after': '59.86' }, `\r\n "${token}" \r\n`),
        data: FEATURES,
      },
    },
  }),
  ...endIn('healthy.empty', { 'an empty 200': data(http(200)) }),
  ...endIn('unclear.xray-words', {
    'a 404 about something else': data(json(404, { error: 'job not found.' })),
  }),
  ...endIn('healthy.xray-error', {
    'a 400 about the keys': data(json(400, { error: 'Test issue with key LES-99 not found.' })),
  }),
  ...endIn('unclear.xray-words', {
    'a 400 in French that names no key, called latin-1': data(
      http(
        400,
        { 'content-type': 'application/json; charset=iso-8859-1' },
        Buffer.from('{"error":"Aucune donnée trouvée"}', 'latin1'),
      ),
    ),
  }),
  ...endIn('unclear.data-answer', {
    'a broken gzip with a 200': data(compressed(200, 'gzip', brokenGzip('PK'.repeat(500)))),
    'an unknown encoding with a 200': data(compressed(200, 'zzz', Buffer.from([1, 2, 3, 0, 255]))),
    'a 204': data(raw(head(204))),
    'a 206 with half a zip': data(http(206, {}, ZIP)),
    'a 200 with words': data(text(200, 'Hello')),
    'a 404 without JSON': data(text(404, 'Not found')),
    'a 418': data(text(418, 'teapot')),
  }),
  ...endIn('unclear.token-refused', {
    'a token that is then called malformed': data(MALFORMED),
    'a token that is then called expired, with a 400': data(
      json(400, { error: 'Invalid JWT: TokenExpiredError: jwt expired' }),
    ),
  }),
  ...endIn('unclear.request-syntax', { 'a wrong syntax': signIn(SYNTAX) }),
  // A server sends these as well as a filter does.
  ...endIn('unclear.data-answer', {
    'a lasting redirect without a place': data(http(301)),
    'a redirect to the same address without TLS': data(
      http(301, { location: 'http://xray.cloud.getxray.app/api/v2/export/cucumber' }),
    ),
    'a redirect to a sign-in of the same server': data(http(302, { location: '/login' })),
  }),
  ...endIn('unclear.sign-in-answer', {
    'a redirect to the same address with a slash': signIn(
      http(308, { location: 'https://xray.cloud.getxray.app/api/v2/authenticate/' }),
    ),
  }),
  ...endIn('unclear.web-page', {
    'a redirect to the same server, with a page': signIn(
      page(301, '301 Moved Permanently', 'nginx', { location: '/api/v2/authenticate/', server: 'nginx' }),
    ),
  }),
  ...endIn('unclear.atlassian', {
    'a redirect to Atlassian’s sign-in': data(
      http(302, { location: 'https://id.atlassian.com/login?continue=x' }),
    ),
  }),
  ...endIn('unclear.redirect-within-xray', {
    'a redirect to a region': data(http(307, { location: 'https://eu.xray.cloud.getxray.app/api' })),
  }),
  ...endIn('unclear.cloudfront', {
    'a CloudFront page with a 403': data(page(403, CLOUDFRONT_TITLE, 'Request blocked.')),
  }),
  ...endIn('unclear.atlassian', { 'a page with a 404': data(page(404, "Oops, you've found a dead link.")) }),
  ...endIn('unclear.xray-words', { 'a 404 at the sign-in': signIn(json(404, { error: 'Not here.' })) }),

  ...endIn('healthy.xray-error', {
    'a 404 that names a key that was asked for': data(
      json(404, { error: 'Test issue with key DEMO-6 not found.' }),
    ),
  }),
  ...endIn('healthy.feature', { 'a feature file': data(text(200, '@DEMO-6\nFeature: fake')) }),
  ...endIn('unclear.not-installed', {
    'Xray is not installed': data(json(400, { error: 'Xray is not installed on this Jira instance.' })),
  }),
  ...endIn('unclear.permission', {
    'a permission is missing': data(
      json(403, { error: 'User does not have permission to browse project DEMO' }),
    ),
  }),
  ...endIn('unclear.account', {
    'an inactive user, told at the data': data(json(400, { error: 'The user of this API key is inactive.' })),
  }),
  ...endIn('unclear.allowlist', {
    'an allowlist': data(
      json(400, {
        error:
          'Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
      }),
    ),
  }),
  ...endIn('unclear.network-before-xray', {
    'a page of a load balancer': signIn(page(403, '403 Forbidden', '', { server: 'awselb/2.0' })),
  }),

  // Somebody in between.
  ...endIn('intercepted.answer', {
    'a text of a box that names itself': signIn(text(403, 'no', { server: 'Zscaler/6.2' })),
  }),
  ...endIn('intercepted.proxy-guest', {
    'a proxy that wants a sign-in on its page': { network: { is: 'proxy', status: 511 } },
  }),
  ...endIn('intercepted.web-page', {
    'a guest network’s page at the sign-in': signIn(page(200, 'Guest Wi-Fi')),
    'a guest network’s page at the data': data(page(200, 'Guest Wi-Fi')),
  }),
  ...endIn('intercepted.guest-network', {
    'a page with a 511 of a guest network': data(page(511, 'Network Authentication Required')),
  }),
  ...endIn('intercepted.redirect', {
    'a redirect at the sign-in': signIn(http(307, { location: ELSEWHERE })),
    'a redirect at the data': data(http(302, { location: ELSEWHERE })),
  }),
  ...endIn('unclear.no-token', {
    'an empty token': signIn(json(200, '')),
    'a null for a token': signIn(json(200, null)),
    'an object for a token': signIn(json(200, {})),
  }),
  ...endIn('proxy-sign-in.407', { 'a proxy’s 407 inside of the tunnel': data(http(407)) }),

  // The way itself.
  ...endIn('network.connect', { 'nobody listens': { network: { is: 'refused-port' } } }),
  ...endIn('network.dns', { 'the name is not known': { network: { is: 'unknown-name' } } }),
  ...endIn('network.tls', {
    'the handshake is torn down': { network: { is: 'torn-handshake' } },
    'the port is mute': { network: { is: 'mute-port' } },
    'the port speaks no TLS': { network: { is: 'no-tls' } },
  }),
  ...endIn('network.no-answer', {
    'torn down at the sign-in': signIn({ does: 'reset' }),
    'torn down at the data': data({ does: 'reset' }),
    'silence at the data': data({ does: 'silence' }),
    'a flood of headers': data(
      raw(
        head(
          200,
          Object.fromEntries(
            Array.from({ length: 3000 }, (_, index) => [`x-flood-${index}`, 'x'.repeat(60)]),
          ),
        ),
      ),
    ),
    'no HTTP at all': data(raw('SSH-2.0-Fake\r\n')),
  }),
  ...endIn('network.cut-off', {
    'half of a body': data(cut(200, 'PK half of it')),
    'a byte now and then': data({
      does: 'drip',
      bytes: Buffer.concat([head(200), Buffer.alloc(500, 'x')]),
      everyMs: 10,
      at: 1,
    }),
  }),
  ...endIn('network.deadline', {
    'a byte now and then, until the time of the run is over': {
      ...data({
        does: 'drip',
        bytes: Buffer.concat([head(200), Buffer.alloc(500, 'x')]),
        everyMs: 10,
        at: 1,
      }),
      network: { is: 'out-of-time' },
    },
  }),
  ...endIn('cancelled.by-person', {
    'stopped by the person': { ...data({ does: 'silence' }), network: { is: 'stopped' } },
  }),
  ...endIn('tls-untrusted.expired', {
    'an expired certificate': certificate({ notBefore: ago(9), notAfter: ago(2) }),
    'a certificate of the future': certificate({ notBefore: ago(-2), notAfter: ago(-9) }),
  }),
  ...endIn('tls-untrusted.wrong-host', {
    'a certificate for another host': certificate({ hosts: ['portal.acme.test'] }),
  }),
  ...endIn('tls-untrusted.unknown-issuer', {
    'a certificate of an unknown authority': certificate({}, 'Acme Private'),
  }),
  ...endIn('tls-untrusted.inspected', {
    'a certificate of an inspecting box': certificate({}, 'Palo Alto Networks'),
  }),
  ...endIn('proxy-sign-in.407', {
    'a proxy that asks to sign in': { network: { is: 'proxy', status: 407 } },
  }),
  ...endIn('network.proxy', { 'a proxy that cannot': { network: { is: 'proxy', status: 502 } } }),
  ...endIn('network.connect', { 'a proxy that is away': { network: { is: 'proxy-away' } } }),
  ...endIn('network.proxy-settings', {
    'proxy settings that cannot be read': { network: { is: 'proxy-settings-broken' } },
  }),
  ...endIn('network.socks', { 'a SOCKS proxy and nothing else': { network: { is: 'proxy-socks' } } }),
  ...endIn('network.proxy-settings', {
    'proxy settings that never come': { network: { is: 'proxy-settings-silent' } },
  }),
];
