import { createHash } from 'node:crypto';

import type { HostId, VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import {
  EMPTY_EXPORT,
  FEATURE_ZIP,
  INTERNAL_ERROR,
  LAMBDA_PAGE,
  LICENCE,
  MALFORMED_TOKEN,
  REGION_TEXT,
  WRONG_CREDENTIALS,
  WRONG_SYNTAX,
  captivePortal,
  cloudfrontPage,
  gzipped,
  json,
  page,
  rateHeaders,
  text,
} from './answers.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import type { Answer, Reply } from './replies.ts';

/** A call to authenticate that is well formed. */
interface SignIn {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Makes a token that the server will know at the data call. */
  readonly issueToken: () => string;
}

/** A data call whose token the server has issued, with the credentials that the token was issued for. */
export interface DataRead {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token: string;
}

/** How one host answers. */
export interface HostBehaviour {
  readonly authenticate: (call: SignIn) => Reply;
  readonly dataCall: (call: DataRead) => Reply;
}

/** One way for Xray, or for the network before it, to behave; chosen by client id. */
export interface Scenario {
  readonly name: string;
  /** The same as the name. */
  readonly clientId: string;
  /** A second client id, in the shape of Xray's own, for those who want no hint about an unusual id. */
  readonly alias: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** What a diagnosis must say. */
  readonly expectedVerdict: VerdictKind;
  /** A host that is not named behaves as for a site whose data it does not hold. */
  readonly hosts: { readonly global: HostBehaviour } & Readonly<Partial<Record<HostId, HostBehaviour>>>;
}

/** Where the redirects lead. The host is inside the product's list of hosts, so that only "never follow" keeps a client away. */
export const TRAP_HOST = 'trap.atlassian.net';

const answer = (of: Answer): Reply => ({ how: 'answer', answer: of });

/** Takes the credentials: a token in quotes. */
const takes = ({ issueToken }: SignIn): Reply => answer(json(200, issueToken(), rateHeaders()));

const HEALTHY: HostBehaviour = { authenticate: takes, dataCall: () => answer(FEATURE_ZIP) };
const OTHER_REGION: HostBehaviour = { authenticate: takes, dataCall: () => answer(REGION_TEXT) };

const KEYS_UNKNOWN: HostBehaviour = {
  authenticate: () => answer(WRONG_CREDENTIALS),
  dataCall: () => answer(WRONG_CREDENTIALS),
};
const SLOW: HostBehaviour = {
  authenticate: takes,
  dataCall: () => ({ how: 'drip', answer: FEATURE_ZIP, everyMs: 1000 }),
};

/** How `host` behaves in `scenario`. */
export function behaviourOf(scenario: Scenario, host: HostId): HostBehaviour {
  return scenario.hosts[host] ?? OTHER_REGION;
}

/** The scenario that a client id (name or alias, in any case) stands for. */
export function scenarioOf(clientId: string): Scenario | undefined {
  const folded = clientId.toLowerCase();
  return SCENARIOS.find(({ name, alias }) => folded === name || folded === alias.toLowerCase());
}

type Regions = Readonly<Partial<Record<HostId, HostBehaviour>>>;

/** Hosts that behave in some way, and what a diagnosis of them must say. */
const on = (hosts: Scenario['hosts']) => ({
  ends: (expectedVerdict: VerdictKind, summary: string) => ({ hosts, expectedVerdict, summary }),
});

/** The global host differs from a healthy one; `regions` have ways of their own. */
const onGlobal = (behaviour: Partial<HostBehaviour>, regions: Regions = {}) =>
  on({ global: { ...HEALTHY, ...behaviour }, ...regions });

/** Every host differs so, which is when the cause is the keys, the licence or the network. */
function onAll(behaviour: Partial<HostBehaviour>): ReturnType<typeof on> {
  const host: HostBehaviour = { ...HEALTHY, ...behaviour };
  return on({ ...Object.fromEntries(XRAY_HOSTS.map(({ id }) => [id, host])), global: host });
}

const aliasOf = (name: string): string =>
  createHash('sha256').update(`fake-xray ${name}`).digest('hex').slice(0, 32).toUpperCase();

const signIn = (of: Answer): Partial<HostBehaviour> => ({ authenticate: () => answer(of) });
const data = (of: Answer): Partial<HostBehaviour> => ({ dataCall: () => answer(of) });
const dataReply = (reply: Reply): Partial<HostBehaviour> => ({ dataCall: () => reply });

/** An answer that gives back what it was sent, in the dresses in which servers and proxies do that. */
function echo({ clientId, clientSecret, token }: DataRead): Reply {
  return answer(
    json(
      400,
      {
        error: `Issue DEMO-6 not found for the client with the secret ${clientSecret}`,
        received: { client_id: clientId, client_secret: clientSecret, authorization: `Bearer ${token}` },
        query: `client_secret=${encodeURIComponent(clientSecret)}&token=${encodeURIComponent(token)}`,
        basic: Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
        hex: Buffer.from(clientSecret).toString('hex'),
        shouted: clientSecret.toUpperCase(),
      },
      {
        'x-received-authorization': `Bearer ${token}`,
        'x-received-secret': encodeURIComponent(clientSecret),
        'set-cookie': [`session=${token}; Path=/; Secure; HttpOnly`],
        link: `<https://xray.cloud.getxray.app/retry?jwt=${token}>; rel="next"`,
      },
    ),
  );
}

/** Every scenario, in the order of `--help`. */
export const SCENARIOS: readonly Scenario[] = Object.entries({
  'healthy-zip': onGlobal({}).ends('healthy', 'All is well: a token, then a zip with a feature file.'),
  'healthy-empty': onGlobal(data(EMPTY_EXPORT)).ends(
    'healthy',
    'All is well: a token, then an empty 200, as no asked issue holds a Cucumber test.',
  ),
  'unknown-keys': onGlobal(data(json(404, { error: 'Test issue with key DEMO-6 not found.' }))).ends(
    'healthy',
    'All is well, but the asked issues do not exist: a 404 with a JSON error.',
  ),
  'unknown-keys-400': onGlobal(data(json(400, { error: 'Test issue with key DEMO-6 not found.' }))).ends(
    'healthy',
    'The same, told with a 400.',
  ),
  'french-error': onGlobal(data(json(400, { error: 'Aucune donnée trouvée pour le ticket DEMO-6.' }))).ends(
    'healthy',
    "The same, told in the site's language: a 400 in French.",
  ),
  'region-text': onGlobal(data(REGION_TEXT)).ends(
    'residency',
    'The fault this tool is for: a token, then a 401 that says the data is in another region.',
  ),
  'region-text-gzip': onGlobal(data(gzipped(REGION_TEXT))).ends(
    'residency',
    'The same 401, compressed with gzip.',
  ),
  'only-eu-works': onGlobal(data(REGION_TEXT), { eu: HEALTHY }).ends(
    'residency',
    'The same 401 at the global host, while the host for the EU gives out the data.',
  ),
  'keys-known-in-eu': onGlobal(signIn(WRONG_CREDENTIALS), {
    us: KEYS_UNKNOWN,
    eu: HEALTHY,
    au: KEYS_UNKNOWN,
  }).ends(
    'residency-suspected',
    'The global host does not know the keys; the host for the EU takes them and gives out the data.',
  ),
  'lambda-but-au-works': onGlobal(data(LAMBDA_PAGE), {
    us: { authenticate: takes, dataCall: () => answer(LAMBDA_PAGE) },
    au: HEALTHY,
  }).ends(
    'residency-suspected',
    "CloudFront's page about its Lambda function, while the host for Australia gives out the data.",
  ),
  'failing-but-us-works': onGlobal(data(json(500, { error: 'Internal Server Error' })), { us: HEALTHY }).ends(
    'residency-suspected',
    'A 500 at the global host, while the host for the United States gives out the data.',
  ),
  'slow-regions': onGlobal(data(REGION_TEXT), { us: SLOW, eu: SLOW, au: SLOW }).ends(
    'residency',
    'The 401 at the global host; the regional hosts never end their answers. Takes 30 seconds.',
  ),
  'cloudfront-lambda': onGlobal(data(LAMBDA_PAGE)).ends(
    'residency-suspected',
    'The same fault in its other form: a 503 page of CloudFront about its Lambda function.',
  ),
  'refused-403': onGlobal(data(json(403, { error: 'Forbidden' }))).ends(
    'residency-suspected',
    'A token, then a 403 without a known text.',
  ),
  'wrong-credentials': onAll(signIn(WRONG_CREDENTIALS)).ends(
    'credentials-rejected',
    'The keys are not known: a 401 at authenticate, on every host.',
  ),
  'licence-authenticate': onAll(signIn(LICENCE)).ends(
    'licence',
    'The Xray licence is not valid: a 401 at authenticate that looks like wrong keys.',
  ),
  'licence-data': onAll(data(LICENCE)).ends(
    'licence',
    'The Xray licence is not valid: told at the data call.',
  ),
  'rate-limited-authenticate': onAll({
    authenticate: () => answer(text(429, 'Too Many Requests', rateHeaders())),
  }).ends('rate-limited', 'Too many requests: a 429 at authenticate with a decimal Retry-After.'),
  'rate-limited-data': onAll({
    dataCall: () => answer(json(429, { error: 'Too Many Requests' }, rateHeaders())),
  }).ends('rate-limited', 'Too many requests: a 429 at the data call with a decimal Retry-After.'),
  'server-error-500': onGlobal(signIn(INTERNAL_ERROR)).ends(
    'xray-unavailable',
    'Xray fails: a 500 at authenticate.',
  ),
  'bad-gateway-502': onGlobal(data(page(502, '502 Bad Gateway', 'The server gave no valid answer.'))).ends(
    'unclear',
    'A 502 page at the data call, of Xray or of a proxy.',
  ),
  'cloudfront-other': onGlobal(data(cloudfrontPage(503, 'The origin could not be reached.'))).ends(
    'xray-unavailable',
    'Xray fails: a 503 page of CloudFront that does not speak of its Lambda function.',
  ),
  'captive-portal-authenticate': onAll(signIn(captivePortal())).ends(
    'intercepted',
    'A web page asks to sign in to the network, in place of the token.',
  ),
  'captive-portal-data': onAll(data(captivePortal())).ends(
    'intercepted',
    'A web page asks to sign in to the network, in place of the data.',
  ),
  'redirect-authenticate': onAll(signIn(redirect(307))).ends(
    'intercepted',
    'A 307 at authenticate leads to a trap that would be sent the client secret.',
  ),
  'redirect-data': onAll(data(redirect(302))).ends(
    'intercepted',
    'A 302 at the data call leads to a trap that would be sent the token.',
  ),
  'zscaler-at-sign-in': onAll(
    signIn(page(403, 'Internet Security by Zscaler', 'Blocked.', { server: 'Zscaler/6.2' })),
  ).ends('intercepted', 'A filter of Zscaler refuses the sign-in with a 403 page.'),
  'fortigate-at-sign-in': onAll(signIn(page(403, 'Web Filter Violation', 'Blocked by FortiGuard.'))).ends(
    'intercepted',
    'A filter of FortiGuard refuses the sign-in with a 403 page.',
  ),
  'squid-at-data': onAll(
    data(
      page(503, 'ERROR', 'Could not connect.', {
        server: 'squid/6.1',
        'x-squid-error': 'ERR_CONNECT_FAIL 110',
      }),
    ),
  ).ends('intercepted', 'A proxy of Squid answers the data call with a 503 page.'),
  'netskope-at-data': onAll(data(page(403, 'Netskope', 'Blocked by your administrator.'))).ends(
    'intercepted',
    'Netskope stops the data call with a 403 page.',
  ),
  'waf-at-sign-in': onAll(signIn(page(403, '403 Forbidden', '', { server: 'awselb/2.0' }))).ends(
    'unclear',
    'A load balancer of AWS refuses the sign-in, of Xray or of somebody else.',
  ),
  'challenge-at-sign-in': onAll(
    signIn(page(403, 'Just a moment...', '', { server: 'cloudflare', 'cf-mitigated': 'challenge' })),
  ).ends('unclear', 'Cloudflare asks whether there is a person at the sign-in.'),
  'policy-at-sign-in': onAll(signIn(text(403, 'Access denied by security policy'))).ends(
    'unclear',
    'Somebody refuses the sign-in with a plain sentence.',
  ),
  migrating: onAll(data(json(409, { error: 'Data migration is in progress. Please try again later.' }))).ends(
    'residency-suspected',
    'Xray says that a move of the data is in progress.',
  ),
  permission: onAll(data(json(403, { error: 'User does not have permission to browse project DEMO' }))).ends(
    'unclear',
    'Xray says that the user of the key lacks a permission.',
  ),
  'empty-token': onAll(signIn(json(200, ''))).ends(
    'unclear',
    'A 200 at authenticate whose token is an empty string.',
  ),
  'reset-authenticate': onAll({ authenticate: () => ({ how: 'reset' }) }).ends(
    'network',
    'The connection is torn down at authenticate.',
  ),
  'reset-data': onAll(dataReply({ how: 'reset' })).ends(
    'network',
    'The connection is torn down at the data call.',
  ),
  'cut-body': onAll(dataReply({ how: 'cut', answer: FEATURE_ZIP, missingBytes: 4096 })).ends(
    'network',
    'The connection closes in the middle of the data.',
  ),
  'endless-body': onAll(
    dataReply({
      how: 'endless',
      answer: { ...FEATURE_ZIP, body: Buffer.concat([Buffer.from(FEATURE_ZIP.body)], 64 * 1024) },
      everyMs: 250,
    }),
  ).ends('network', 'The data never ends: 64 KiB four times a second. Takes 30 seconds.'),
  'slow-bytes': onAll(dataReply({ how: 'drip', answer: FEATURE_ZIP, everyMs: 1000 })).ends(
    'network',
    'The data comes at one byte a second. Takes 30 seconds.',
  ),
  echo: onGlobal({
    authenticate: ({ clientSecret, issueToken }) => {
      const token = issueToken();
      return answer(
        json(200, token, { 'x-received-secret': encodeURIComponent(clientSecret), 'x-token': token }),
      );
    },
    dataCall: echo,
  }).ends(
    'healthy',
    'The answer to the data call gives the client secret and the token back, in body and headers.',
  ),
  'bare-token': onGlobal({ authenticate: ({ issueToken }) => answer(text(200, issueToken())) }).ends(
    'healthy',
    'All is well, but the token comes without quotes, as text.',
  ),
  'padded-token': onGlobal({
    authenticate: ({ issueToken }) => {
      const quoted = json(200, issueToken());
      return answer({ ...quoted, body: `\r\n  ${quoted.body.toString()} \t\r\n` });
    },
  }).ends('healthy', 'All is well, but the token comes with white space around it.'),
  'token-refused': onGlobal(data(MALFORMED_TOKEN)).ends(
    'unclear',
    'A token, which the data call then calls malformed.',
  ),
  'request-syntax': onGlobal(signIn(WRONG_SYNTAX)).ends(
    'unclear',
    'A 400 at authenticate about the syntax of the request.',
  ),
}).map(([name, told]) => ({ name, clientId: name, alias: aliasOf(name), ...told }));

function redirect(status: number): Answer {
  return text(status, '', { location: `https://${TRAP_HOST}/steal` });
}
