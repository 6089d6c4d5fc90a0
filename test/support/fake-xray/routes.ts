import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import * as z from 'zod';

import type { HostId } from '../../../src-main/contract/diagnosis.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { fill, issuesToken } from '../answers/written-answer.ts';
import type { WrittenAnswer } from '../answers/written-answer.ts';
import { TRAP_HOST, USUAL, behaviourOf, scenarioOf } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { mintToken } from './tokens.ts';

/** A request as it came over the wire. */
interface Received {
  /** The host that the client asked for, without a port, in lower case. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The answer to a request, and the scenario that it belongs to if it is known. */
interface Routed {
  readonly reply: WrittenAnswer;
  readonly scenario: string | null;
}

/** What came to the place where the redirects lead. */
export interface Trap {
  /** Every request, as method and path. A client that follows a redirect is seen here, whatever it left at home. */
  readonly visits: readonly string[];
  /** Every Authorization header and every body that a visit brought along. */
  readonly stolen: readonly string[];
}

/** What the server remembers. */
export interface Memory {
  readonly issuedTokens: readonly string[];
  /** Tokens of one host that came to another one. */
  readonly strayTokens: readonly string[];
  readonly trap: Trap;
  /** From now on these keys meet another scenario, as when Xray corrected the region or a network was opened. */
  turn(clientId: string, scenario: string): void;
  route(request: Received): Routed;
}

/** The hosts of Xray (docs.getxray.app, REST API). Any other name, such as `127.0.0.1`, counts as the global host. */
const HOST_OF: ReadonlyMap<string, HostId> = new Map(
  XRAY_HOSTS.map(({ id, baseUrl }) => [new URL(baseUrl).hostname, id]),
);

const NOT_FOUND: WrittenAnswer = { status: 404, text: 'Not found' };

/** What a client sent to sign in. */
interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What an answer may give back of a request, in the dresses in which servers and proxies do that. */
const echoOf = ({ clientId, clientSecret }: Credentials, token: string) => ({
  token,
  'token in percent': encodeURIComponent(token),
  'client id': clientId,
  secret: clientSecret,
  'secret in percent': encodeURIComponent(clientSecret),
  'secret in hex': Buffer.from(clientSecret).toString('hex'),
  'secret in capitals': clientSecret.toUpperCase(),
  'credentials in base64': Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
});

/** What the server tells to anybody, whichever scenario is played. */
export interface Surroundings {
  /** `regionBaseUrls` of Xray's descriptor; null for a descriptor that is gone. */
  readonly regionBaseUrls: Readonly<Record<string, string>> | null;
  /** What Atlassian's status page reports; null for a page that says that all is well. */
  readonly atlassianTrouble: string | null;
}

/** Makes a server's memory: it maps a token back to the scenario and the credentials that it was issued for. */
export function createMemory(surroundings: Surroundings): Memory {
  const key = randomBytes(32);
  const grants = new Map<
    string,
    { readonly scenario: Scenario; readonly host: HostId; readonly credentials: Credentials }
  >();
  const turned = new Map<string, string>();
  const strayTokens: string[] = [];
  const issuedTokens: string[] = [];
  const visits: string[] = [];
  const stolen: string[] = [];

  const authenticate = (host: HostId, request: Received): Routed => {
    const credentials = credentialsOf(request);
    if (credentials === null) return plain(USUAL['wrong syntax']);
    const scenario = scenarioOf(turned.get(credentials.clientId) ?? credentials.clientId);
    if (scenario === undefined) return plain(USUAL['wrong credentials']);
    const { signIn } = behaviourOf(scenario, host);
    const token = mintToken(credentials.clientId, key);
    if (issuesToken(signIn)) {
      issuedTokens.push(token);
      grants.set(token, { scenario, host, credentials });
    }
    return { reply: fill(signIn, echoOf(credentials, token)), scenario: scenario.name };
  };

  const dataCall = (host: HostId, request: Received): Routed => {
    const token = /^Bearer (.+)$/iu.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = grants.get(token);
    if (grant === undefined) return plain(USUAL['a malformed token']);
    if (grant.host !== host) strayTokens.push(`issued by ${grant.host}, seen by ${host}`);
    const { data } = behaviourOf(grant.scenario, host);
    return { reply: fill(data, echoOf(grant.credentials, token)), scenario: grant.scenario.name };
  };

  const fallIntoTrap = ({ method, path, headers, body }: Received): Routed => {
    visits.push(`${method} ${path}`);
    if (headers.authorization !== undefined) stolen.push(headers.authorization);
    if (body !== '') stolen.push(body);
    return plain(USUAL['a feature']);
  };

  return {
    issuedTokens,
    strayTokens,
    trap: { visits, stolen },
    turn: (clientId, name) => void turned.set(clientId, name),
    route: (request) => {
      if (request.host === TRAP_HOST) return fallIntoTrap(request);
      if (STATUS_HOSTS.includes(request.host)) return plain(statusAnswer(request, surroundings));
      if (request.host.endsWith('.atlassian.net')) return plain(siteAnswer(request));
      const host = HOST_OF.get(request.host) ?? furtherHost(request.host) ?? 'global';
      const [path] = request.path.split('?', 1);
      // Seen: a double slash is answered with 400.
      if (path?.startsWith('//') === true) return plain(USUAL['wrong syntax']);
      switch (`${request.method} ${path}`) {
        case 'POST /api/v2/authenticate':
          return authenticate(host, request);
        case 'GET /api/v2/export/cucumber':
          return dataCall(host, request);
        case 'GET /atlassian-connect.json':
          return plain(descriptorAnswer(surroundings));
        default:
          return plain(NOT_FOUND);
      }
    },
  };
}

/** A host that only the descriptor names behaves like a regional one. */
function furtherHost(host: string): HostId | null {
  return host.endsWith('.getxray.app') ? (host.split('.')[0] ?? null) : null;
}

function descriptorAnswer({ regionBaseUrls }: Surroundings): WrittenAnswer {
  return regionBaseUrls === null ? NOT_FOUND : { json: { key: 'fake.xray', regionBaseUrls } };
}

/** The public status pages, by their hosts, with the names that they give themselves. */
const STATUS_NAMES: Readonly<Record<string, string>> = {
  'confluence.status.atlassian.com': 'Confluence',
  'xray.statuspage.io': 'Xray',
};
export const STATUS_HOSTS: readonly string[] = Object.keys(STATUS_NAMES);

/** The documented part of a status page's summary. */
function statusAnswer({ host, method, path }: Received, { atlassianTrouble }: Surroundings): WrittenAnswer {
  if (method !== 'GET' || path !== '/api/v2/summary.json') return NOT_FOUND;
  const status =
    atlassianTrouble === null || host === 'xray.statuspage.io'
      ? { indicator: 'none', description: 'All Systems Operational' }
      : { indicator: 'major', description: atlassianTrouble };
  return { json: { page: { id: 'fake', name: STATUS_NAMES[host] ?? 'Fake' }, status } };
}

function plain(reply: WrittenAnswer): Routed {
  return { reply, scenario: null };
}

const credentialsSchema = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

function credentialsOf({ headers, body }: Received): Credentials | null {
  if (!/^application\/json\b/iu.test(headers['content-type'] ?? '')) return null;
  const sent = credentialsSchema.safeParse(jsonOf(body));
  return sent.success ? { clientId: sent.data.client_id, clientSecret: sent.data.client_secret } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a Jira Cloud site tells anybody about itself (developer.atlassian.com); `no-such-…` is a site that is none. */
function siteAnswer({ host, method, path }: Received): WrittenAnswer {
  if (method !== 'GET' || host.startsWith('no-such-')) return NOT_FOUND;
  switch (path) {
    case '/_edge/tenant_info':
      return { json: { cloudId: cloudIdOf(host) } };
    case '/rest/api/3/serverInfo':
      return {
        json: {
          baseUrl: `https://${host}`,
          displayUrl: `https://${host}`,
          displayUrlConfluence: `https://${host}`,
          version: '1001.0.0-SNAPSHOT',
          versionNumbers: [1001, 0, 0],
          deploymentType: 'Cloud',
          buildNumber: 100_000,
          serverTime: new Date().toISOString().replace('Z', '+0000'),
          serverTitle: 'Jira',
        },
      };
    default:
      return NOT_FOUND;
  }
}

/** The same site has the same id in every run, in the form of a random UUID. */
function cloudIdOf(host: string): string {
  const hex = createHash('sha256').update(host).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-4$3-8$4-$5');
}
