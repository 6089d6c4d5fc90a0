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

interface Told {
  readonly summary: string;
  readonly verdict: VerdictKind;
  /** What differs from a healthy host. */
  readonly behaviour: Partial<HostBehaviour>;
  /** Whether every host behaves so, which is when the cause is the keys, the licence or the network. */
  readonly everywhere?: boolean;
  /** Regional hosts that behave in a way of their own. */
  readonly regions?: Readonly<Partial<Record<HostId, HostBehaviour>>>;
}

function scenario(
  name: string,
  { summary, verdict, behaviour, everywhere = false, regions = {} }: Told,
): Scenario {
  const global: HostBehaviour = { ...HEALTHY, ...behaviour };
  return {
    name,
    clientId: name,
    alias: createHash('sha256').update(`fake-xray ${name}`).digest('hex').slice(0, 32).toUpperCase(),
    summary,
    expectedVerdict: verdict,
    hosts: everywhere
      ? { ...Object.fromEntries(XRAY_HOSTS.map(({ id }) => [id, global])), global }
      : { global, ...regions },
  };
}

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
export const SCENARIOS: readonly Scenario[] = [
  scenario('healthy-zip', {
    summary: 'All is well: a token, then a zip with a feature file.',
    verdict: 'healthy',
    behaviour: {},
  }),
  scenario('healthy-empty', {
    summary: 'All is well: a token, then an empty 200, as no asked issue holds a Cucumber test.',
    verdict: 'healthy',
    behaviour: data(EMPTY_EXPORT),
  }),
  scenario('unknown-keys', {
    summary: 'All is well, but the asked issues do not exist: a 404 with a JSON error.',
    verdict: 'healthy',
    behaviour: data(json(404, { error: 'Test issue with key DEMO-6 not found.' })),
  }),
  scenario('unknown-keys-400', {
    summary: 'The same, told with a 400.',
    verdict: 'healthy',
    behaviour: data(json(400, { error: 'Test issue with key DEMO-6 not found.' })),
  }),
  scenario('french-error', {
    summary: "The same, told in the site's language: a 400 in French.",
    verdict: 'healthy',
    behaviour: data(json(400, { error: 'Aucune donnée trouvée pour le ticket DEMO-6.' })),
  }),
  scenario('region-text', {
    summary: 'The fault this tool is for: a token, then a 401 that says the data is in another region.',
    verdict: 'residency',
    behaviour: data(REGION_TEXT),
  }),
  scenario('region-text-gzip', {
    summary: 'The same 401, compressed with gzip.',
    verdict: 'residency',
    behaviour: data(gzipped(REGION_TEXT)),
  }),
  scenario('only-eu-works', {
    summary: 'The same 401 at the global host, while the host for the EU gives out the data.',
    verdict: 'residency',
    behaviour: data(REGION_TEXT),
    regions: { eu: HEALTHY },
  }),
  scenario('keys-known-in-eu', {
    summary: 'The global host does not know the keys; the host for the EU takes them and gives out the data.',
    verdict: 'residency-suspected',
    behaviour: signIn(WRONG_CREDENTIALS),
    regions: { us: KEYS_UNKNOWN, eu: HEALTHY, au: KEYS_UNKNOWN },
  }),
  scenario('lambda-but-au-works', {
    summary: "CloudFront's page about its Lambda function, while the host for Australia gives out the data.",
    verdict: 'residency-suspected',
    behaviour: data(LAMBDA_PAGE),
    regions: { us: { authenticate: takes, dataCall: () => answer(LAMBDA_PAGE) }, au: HEALTHY },
  }),
  scenario('failing-but-us-works', {
    summary: 'A 500 at the global host, while the host for the United States gives out the data.',
    verdict: 'residency-suspected',
    behaviour: data(json(500, { error: 'Internal Server Error' })),
    regions: { us: HEALTHY },
  }),
  scenario('slow-regions', {
    summary: 'The 401 at the global host; the regional hosts never end their answers. Takes 30 seconds.',
    verdict: 'residency',
    behaviour: data(REGION_TEXT),
    regions: { us: SLOW, eu: SLOW, au: SLOW },
  }),
  scenario('cloudfront-lambda', {
    summary: 'The same fault in its other form: a 503 page of CloudFront about its Lambda function.',
    verdict: 'residency-suspected',
    behaviour: data(LAMBDA_PAGE),
  }),
  scenario('refused-403', {
    summary: 'A token, then a 403 without a known text.',
    verdict: 'residency-suspected',
    behaviour: data(json(403, { error: 'Forbidden' })),
  }),
  scenario('wrong-credentials', {
    summary: 'The keys are not known: a 401 at authenticate, on every host.',
    verdict: 'credentials-rejected',
    behaviour: signIn(WRONG_CREDENTIALS),
    everywhere: true,
  }),
  scenario('licence-authenticate', {
    summary: 'The Xray licence is not valid: a 401 at authenticate that looks like wrong keys.',
    verdict: 'licence',
    behaviour: signIn(LICENCE),
    everywhere: true,
  }),
  scenario('licence-data', {
    summary: 'The Xray licence is not valid: told at the data call.',
    verdict: 'licence',
    behaviour: data(LICENCE),
    everywhere: true,
  }),
  scenario('rate-limited-authenticate', {
    summary: 'Too many requests: a 429 at authenticate with a decimal Retry-After.',
    verdict: 'rate-limited',
    behaviour: { authenticate: () => answer(text(429, 'Too Many Requests', rateHeaders())) },
    everywhere: true,
  }),
  scenario('rate-limited-data', {
    summary: 'Too many requests: a 429 at the data call with a decimal Retry-After.',
    verdict: 'rate-limited',
    behaviour: { dataCall: () => answer(json(429, { error: 'Too Many Requests' }, rateHeaders())) },
    everywhere: true,
  }),
  scenario('server-error-500', {
    summary: 'Xray fails: a 500 at authenticate.',
    verdict: 'xray-unavailable',
    behaviour: signIn(INTERNAL_ERROR),
  }),
  scenario('bad-gateway-502', {
    summary: 'A 502 page at the data call, of Xray or of a proxy.',
    verdict: 'unclear',
    behaviour: data(page(502, '502 Bad Gateway', 'The server gave no valid answer.')),
  }),
  scenario('cloudfront-other', {
    summary: 'Xray fails: a 503 page of CloudFront that does not speak of its Lambda function.',
    verdict: 'xray-unavailable',
    behaviour: data(cloudfrontPage(503, 'The origin could not be reached.')),
  }),
  scenario('captive-portal-authenticate', {
    summary: 'A web page asks to sign in to the network, in place of the token.',
    verdict: 'intercepted',
    behaviour: signIn(captivePortal()),
    everywhere: true,
  }),
  scenario('captive-portal-data', {
    summary: 'A web page asks to sign in to the network, in place of the data.',
    verdict: 'intercepted',
    behaviour: data(captivePortal()),
    everywhere: true,
  }),
  scenario('redirect-authenticate', {
    summary: 'A 307 at authenticate leads to a trap that would be sent the client secret.',
    verdict: 'intercepted',
    behaviour: signIn(redirect(307)),
    everywhere: true,
  }),
  scenario('redirect-data', {
    summary: 'A 302 at the data call leads to a trap that would be sent the token.',
    verdict: 'intercepted',
    behaviour: data(redirect(302)),
    everywhere: true,
  }),
  scenario('zscaler-at-sign-in', {
    summary: 'A filter of Zscaler refuses the sign-in with a 403 page.',
    verdict: 'intercepted',
    behaviour: signIn(page(403, 'Internet Security by Zscaler', 'Blocked.', { server: 'Zscaler/6.2' })),
    everywhere: true,
  }),
  scenario('fortigate-at-sign-in', {
    summary: 'A filter of FortiGuard refuses the sign-in with a 403 page.',
    verdict: 'intercepted',
    behaviour: signIn(page(403, 'Web Filter Violation', 'Blocked by FortiGuard.')),
    everywhere: true,
  }),
  scenario('squid-at-data', {
    summary: 'A proxy of Squid answers the data call with a 503 page.',
    verdict: 'intercepted',
    behaviour: data(
      page(503, 'ERROR', 'Could not connect.', {
        server: 'squid/6.1',
        'x-squid-error': 'ERR_CONNECT_FAIL 110',
      }),
    ),
    everywhere: true,
  }),
  scenario('netskope-at-data', {
    summary: 'Netskope stops the data call with a 403 page.',
    verdict: 'intercepted',
    behaviour: data(page(403, 'Netskope', 'Blocked by your administrator.')),
    everywhere: true,
  }),
  scenario('waf-at-sign-in', {
    summary: 'A load balancer of AWS refuses the sign-in, of Xray or of somebody else.',
    verdict: 'unclear',
    behaviour: signIn(page(403, '403 Forbidden', '', { server: 'awselb/2.0' })),
    everywhere: true,
  }),
  scenario('challenge-at-sign-in', {
    summary: 'Cloudflare asks whether there is a person at the sign-in.',
    verdict: 'unclear',
    behaviour: signIn(
      page(403, 'Just a moment...', '', { server: 'cloudflare', 'cf-mitigated': 'challenge' }),
    ),
    everywhere: true,
  }),
  scenario('policy-at-sign-in', {
    summary: 'Somebody refuses the sign-in with a plain sentence.',
    verdict: 'unclear',
    behaviour: signIn(text(403, 'Access denied by security policy')),
    everywhere: true,
  }),
  scenario('migrating', {
    summary: 'Xray says that a move of the data is in progress.',
    verdict: 'residency-suspected',
    behaviour: data(json(409, { error: 'Data migration is in progress. Please try again later.' })),
    everywhere: true,
  }),
  scenario('permission', {
    summary: 'Xray says that the user of the key lacks a permission.',
    verdict: 'unclear',
    behaviour: data(json(403, { error: 'User does not have permission to browse project DEMO' })),
    everywhere: true,
  }),
  scenario('empty-token', {
    summary: 'A 200 at authenticate whose token is an empty string.',
    verdict: 'unclear',
    behaviour: signIn(json(200, '')),
    everywhere: true,
  }),
  scenario('reset-authenticate', {
    summary: 'The connection is torn down at authenticate.',
    verdict: 'network',
    behaviour: { authenticate: () => ({ how: 'reset' }) },
    everywhere: true,
  }),
  scenario('reset-data', {
    summary: 'The connection is torn down at the data call.',
    verdict: 'network',
    behaviour: dataReply({ how: 'reset' }),
    everywhere: true,
  }),
  scenario('cut-body', {
    summary: 'The connection closes in the middle of the data.',
    verdict: 'network',
    behaviour: dataReply({ how: 'cut', answer: FEATURE_ZIP, missingBytes: 4096 }),
    everywhere: true,
  }),
  scenario('endless-body', {
    summary: 'The data never ends: 64 KiB four times a second. Takes 30 seconds.',
    verdict: 'network',
    behaviour: dataReply({
      how: 'endless',
      answer: { ...FEATURE_ZIP, body: Buffer.concat([Buffer.from(FEATURE_ZIP.body)], 64 * 1024) },
      everyMs: 250,
    }),
    everywhere: true,
  }),
  scenario('slow-bytes', {
    summary: 'The data comes at one byte a second. Takes 30 seconds.',
    verdict: 'network',
    behaviour: dataReply({ how: 'drip', answer: FEATURE_ZIP, everyMs: 1000 }),
    everywhere: true,
  }),
  scenario('echo', {
    summary: 'The answer to the data call gives the client secret and the token back, in body and headers.',
    verdict: 'healthy',
    behaviour: {
      authenticate: ({ clientSecret, issueToken }) => {
        const token = issueToken();
        return answer(
          json(200, token, { 'x-received-secret': encodeURIComponent(clientSecret), 'x-token': token }),
        );
      },
      dataCall: echo,
    },
  }),
  scenario('bare-token', {
    summary: 'All is well, but the token comes without quotes, as text.',
    verdict: 'healthy',
    behaviour: { authenticate: ({ issueToken }) => answer(text(200, issueToken())) },
  }),
  scenario('padded-token', {
    summary: 'All is well, but the token comes with white space around it.',
    verdict: 'healthy',
    behaviour: {
      authenticate: ({ issueToken }) => {
        const quoted = json(200, issueToken());
        return answer({ ...quoted, body: `\r\n  ${quoted.body.toString()} \t\r\n` });
      },
    },
  }),
  scenario('token-refused', {
    summary: 'A token, which the data call then calls malformed.',
    verdict: 'unclear',
    behaviour: data(MALFORMED_TOKEN),
  }),
  scenario('request-syntax', {
    summary: 'A 400 at authenticate about the syntax of the request.',
    verdict: 'unclear',
    behaviour: signIn(WRONG_SYNTAX),
  }),
];

function redirect(status: number): Answer {
  return text(status, '', { location: `https://${TRAP_HOST}/steal` });
}
