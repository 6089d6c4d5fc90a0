import type {
  CallName,
  Exchange,
  HostId,
  Reading as ToldReading,
  AnsweredExchange,
  FailedExchange,
} from '../../contract/diagnosis.ts';
import { readText } from '../../xray/answer.ts';
import type { Form } from '../../xray/answer.ts';
import { issuedToken } from '../../xray/authenticate.ts';
import { cloudfrontPage } from '../../xray/read-cloudfront-page.ts';
import { GLOBAL_HOST } from '../../xray/hosts.ts';
import { meaningOf } from '../../xray/meanings.ts';
import type { Meaning } from '../../xray/meanings.ts';
import { whoAnswered } from '../answerer/who-answered.ts';
import type { Answerer } from '../answerer/who-answered.ts';

export interface Reading extends Answerer {
  readonly form: Form;
  /** What the words say, whoever wrote them; rules that name Xray ask `who` first. */
  readonly says: Meaning;
  /** The words themselves, in one line; null if there are none, or if they may hold a token. */
  readonly words: string | null;
  readonly cloudfrontPage: 'lambda' | 'other' | null;
}

/** The last attempt of a call: its answer and how that reads, or the failure in its place. */
export type CallFacts = AnsweredCall | { readonly outcome: 'failed'; readonly exchange: FailedExchange };

export interface AnsweredCall {
  readonly outcome: 'answered';
  readonly exchange: AnsweredExchange;
  readonly reading: Reading;
}

/** How a data call without the fault can be answered. */
export type Health = 'zip' | 'feature' | 'empty' | 'xray-error';

/** What one host gave; null for a call that was not made. */
export interface HostFacts {
  readonly host: HostId;
  readonly authenticate: CallFacts | null;
  readonly dataCall: CallFacts | null;
  readonly acceptedCredentials: boolean;
  /** Whether the host refused the credentials in words of Xray's own. */
  readonly refusedCredentials: boolean;
  readonly health: Health | null;
}

export interface Facts {
  readonly cancelled: boolean;
  readonly now: Date;
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
  const signIn = lastAttempt(host, 'authenticate', exchanges);
  const authenticate = callFacts(signIn, null);
  const dataCall = callFacts(
    lastAttempt(host, 'data-call', exchanges),
    signIn?.outcome === 'answered' ? signIn : null,
  );
  return {
    host,
    authenticate,
    dataCall,
    acceptedCredentials: authenticate?.outcome === 'answered' && issuedToken(authenticate.exchange) !== null,
    refusedCredentials: authenticate?.outcome === 'answered' && refusesCredentials(authenticate),
    health: healthOf(dataCall),
  };
}

/** Whether an answer to the sign-in is Xray's own and refuses credentials, key or user. */
export function refusesCredentials({
  exchange: { call, status },
  reading: { who, says },
}: AnsweredCall): boolean {
  const isRefusal = status === 401 || status === 403;
  return call === 'authenticate' && isRefusal && who === 'xray' && (says === 'keys' || says === 'user');
}

function lastAttempt(host: HostId, call: CallName, exchanges: readonly Exchange[]): Exchange | null {
  const attempts = exchanges.filter((exchange) => exchange.host === host && exchange.call === call);
  return attempts.toSorted((one, other) => one.attempt - other.attempt).at(-1) ?? null;
}

function callFacts(exchange: Exchange | null, signIn: AnsweredExchange | null): CallFacts | null {
  if (exchange === null) return null;
  return exchange.outcome === 'failed'
    ? { outcome: 'failed', exchange }
    : { outcome: 'answered', exchange, reading: readAnswer(exchange, signIn) };
}

/** An exchange is never changed, and each partial result asks for all of them again. */
const readings = new WeakMap<AnsweredExchange, Reading>();

/** Who gave an answer and what it says. `signIn` is the answer to the sign-in at the same host, if there is one. */
export function readAnswer(exchange: AnsweredExchange, signIn: AnsweredExchange | null): Reading {
  const known = readings.get(exchange);
  if (known !== undefined) return known;
  const text = readText(exchange);
  // The words of a successful sign-in may be half of a token.
  const isSecret = exchange.call === 'authenticate' && exchange.status >= 200 && exchange.status <= 299;
  const reading: Reading = {
    ...whoAnswered(exchange, text, signIn),
    form: text.form,
    says: isSecret ? 'none' : meaningOf(text, exchange.status),
    words: isSecret ? null : text.words,
    cloudfrontPage: cloudfrontPage(exchange, text),
  };
  readings.set(exchange, reading);
  return reading;
}

/**
 * The safe rule for health: a positive sign of Xray's data layer. A whole zip or a feature file; nothing at all, from the
 * server that had just given the token; or words that an issue, or one of the keys that were asked for, was not found.
 */
function healthOf(dataCall: CallFacts | null): Health | null {
  if (dataCall?.outcome !== 'answered' || dataCall.reading.who !== 'xray') return null;
  const { status } = dataCall.exchange;
  const { form, says } = dataCall.reading;
  if (status === 200 && (form === 'zip' || form === 'feature')) return form;
  if (status === 200 && form === 'nothing') return 'empty';
  return says === 'not-found' && NOT_FOUND_STATUSES.has(status) ? 'xray-error' : null;
}

const NOT_FOUND_STATUSES = new Set([200, 400, 404]);

/** Returns every host, the global one first. */
export function hostsOf({ global, regional }: Facts): HostFacts[] {
  return [global, ...regional];
}

/** Returns the calls that were made to a host, in their order. */
export function callsOf({ authenticate, dataCall }: HostFacts): CallFacts[] {
  return [authenticate, dataCall].filter((call) => call !== null);
}

/** Returns how each answer was read, as it stands in the diagnosis. */
export function readingsOf(facts: Facts): ToldReading[] {
  const calls = hostsOf(facts).flatMap(callsOf);
  return calls.flatMap((made) => {
    if (made.outcome === 'failed') return [];
    const { host, call } = made.exchange;
    const { who, maker, form, says } = made.reading;
    const signs = made.reading.signs.map(({ id, found }) => ({ id, found }));
    return [{ host, call, who, maker, signs, form, says }];
  });
}
