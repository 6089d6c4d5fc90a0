import type { CallName, Exchange, HostId } from '../contract/diagnosis.ts';
import { readAuthenticate } from '../xray/authenticate.ts';
import type { AuthenticateReading } from '../xray/authenticate.ts';
import { readDataCall } from '../xray/data-call.ts';
import type { DataCallReading } from '../xray/data-call.ts';
import { GLOBAL_HOST } from '../xray/hosts.ts';
import { speaksOfRegion } from '../xray/vendor-words.ts';

export type AnsweredExchange = Extract<Exchange, { outcome: 'answered' }>;
export type FailedExchange = Extract<Exchange, { outcome: 'failed' }>;

/** The last attempt of a call: its answer and how that reads, or the failure in its place. */
export type CallFacts<Reading> =
  | { readonly outcome: 'answered'; readonly exchange: AnsweredExchange; readonly reading: Reading }
  | { readonly outcome: 'failed'; readonly exchange: FailedExchange };

/** What one host gave; null for a call that was not made. */
export interface HostFacts {
  readonly host: HostId;
  readonly authenticate: CallFacts<AuthenticateReading> | null;
  readonly dataCall: CallFacts<DataCallReading> | null;
  /** Whether the host issued a token. */
  readonly tookKeys: boolean;
  /** How a healthy data call was answered, or null if it was not healthy. */
  readonly health: 'zip' | 'empty' | 'xray-error' | null;
}

/** What the rules look at. */
export interface Facts {
  readonly cancelled: boolean;
  readonly now: Date;
  /** The host that decides. */
  readonly global: HostFacts;
  /** The hosts that explain, in the order of their first exchange. */
  readonly regional: readonly HostFacts[];
  /** The call that failed at the global host, as it went on Chromium's stack; null when that was not asked. */
  readonly secondOpinion: Exchange | null;
}

/** What `classify` is given; `now` is needed for a Retry-After that is a date. */
export interface FactsInput {
  readonly exchanges: readonly Exchange[];
  readonly cancelled: boolean;
  readonly now: Date;
}

/** Reads the exchanges of a run, host by host. Only the last attempt of each call counts. */
export function collectFacts({ exchanges, cancelled, now }: FactsInput): Facts {
  const own = exchanges.filter(({ stack }) => stack === 'node');
  const regionalIds = new Set(own.map(({ host }) => host));
  regionalIds.delete(GLOBAL_HOST.id);
  return {
    cancelled,
    now,
    global: hostFacts(GLOBAL_HOST.id, own),
    regional: [...regionalIds].map((host) => hostFacts(host, own)),
    secondOpinion:
      exchanges.findLast(({ host, stack }) => host === GLOBAL_HOST.id && stack === 'chromium') ?? null,
  };
}

/** Reads what one host gave; `exchanges` are those of our own stack. */
export function hostFacts(host: HostId, exchanges: readonly Exchange[]): HostFacts {
  const authenticate = callFacts(lastAttempt(host, 'authenticate', exchanges), readAuthenticate);
  const dataCall = callFacts(lastAttempt(host, 'data-call', exchanges), readDataCall);
  return {
    host,
    authenticate,
    dataCall,
    tookKeys: authenticate?.outcome === 'answered' && authenticate.reading.kind === 'token',
    health: healthOf(dataCall),
  };
}

function lastAttempt(host: HostId, call: CallName, exchanges: readonly Exchange[]): Exchange | null {
  return exchanges
    .filter((exchange) => exchange.host === host && exchange.call === call)
    .reduce<Exchange | null>(
      (last, exchange) => (last === null || exchange.attempt >= last.attempt ? exchange : last),
      null,
    );
}

function callFacts<Reading>(
  exchange: Exchange | null,
  read: (exchange: AnsweredExchange) => Reading,
): CallFacts<Reading> | null {
  if (exchange === null) return null;
  return exchange.outcome === 'failed'
    ? { outcome: 'failed', exchange }
    : { outcome: 'answered', exchange, reading: read(exchange) };
}

function healthOf(dataCall: CallFacts<DataCallReading> | null): HostFacts['health'] {
  if (dataCall?.outcome !== 'answered') return null;
  const { exchange, reading } = dataCall;
  // Nothing legible is not the same as nothing: a broken compression can leave no text, or half of one.
  if (exchange.response.body.problem !== null) return null;
  switch (reading.kind) {
    case 'zip':
    case 'empty':
      return reading.kind;
    case 'xray-error':
      return speaksOfToken(reading.message) ? null : 'xray-error';
    case 'region':
    case 'cloudfront-lambda':
    case 'cloudfront':
    case 'licence':
    case 'rate-limited':
    case 'refused':
    case 'server-error':
    case 'html':
    case 'redirect':
    case 'other':
      return null;
  }
}

/** Seen: `Invalid JWT: JsonWebTokenError: jwt malformed`. Documented: `The API token is invalid.`, `… is not valid.` */
const TOKEN_WORDS = /invalid jwt|api token is (?:invalid|not valid)/iu;

/** Whether Xray's words are about the token itself: such an answer did not reach the data, whatever its status. */
export function speaksOfToken(message: string | null): boolean {
  return message !== null && TOKEN_WORDS.test(message);
}

/** Whether the answer to authenticate names a region, which is not known to happen and would be Xray's own word. */
export function signInSpeaksOfRegion({ authenticate }: HostFacts): boolean {
  return authenticate?.outcome === 'answered' && speaksOfRegion(authenticate.exchange);
}

/** Whether a redirect leads to another host of Xray: then Xray sent it and nobody on the way. */
export function redirectsWithinXray({ request, response }: AnsweredExchange): boolean {
  if (response.redirectTo === null) return false;
  try {
    const origin = new URL(request.url);
    const target = new URL(response.redirectTo, origin);
    return (
      target.protocol === 'https:' &&
      target.hostname !== origin.hostname &&
      target.hostname.endsWith('.getxray.app')
    );
  } catch {
    return false;
  }
}

/** Whether the answer is a redirect. */
export function isRedirect({ status }: AnsweredExchange): boolean {
  return status >= 300 && status <= 399;
}

/** Whether the answer is a web page with a status of success. */
export function isPageOfSuccess({ status, response }: AnsweredExchange): boolean {
  return status >= 200 && status <= 299 && response.body.looksLike === 'html';
}
