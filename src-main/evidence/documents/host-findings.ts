import type { AskedHost, Behaviour, Diagnosis, Exchange, Residency } from '../../contract/diagnosis.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { pageTitle } from '../../contract/text/page-title.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { isToken, requestIdWords } from './exact-answer.ts';
import { milliseconds, namesInSentence, oneLine } from './plain-text.ts';

/** What the person said of the Data residency page. */
export const RESIDENCY_NAMES: Readonly<Record<Residency, string>> = {
  pinned: 'pinned to a location',
  migrating: 'a move to another location is under way',
  unknown: 'not known',
};

/** What a host did with the data, whoever speaks of it. */
export const BEHAVIOURS: Readonly<Record<Behaviour, string>> = {
  works: 'no region error',
  migrating: 'data is being moved',
  'something-else': 'something else answered',
  'another-region': 'in another region',
  'error-page': 'CloudFront error page',
  'keys-refused': 'not called (no sign-in)',
  licence: 'license not valid',
  'asks-to-wait': 'asks to wait',
  'data-refused': 'refused',
  'own-error': 'server error',
  'not-reached': 'not reached',
  'no-answer': 'no answer',
  stopped: 'stopped',
  other: 'another answer',
};

/** Returns the exchanges of each call at each host, in the order of the run. */
export function callsOf({ exchanges }: Diagnosis): Exchange[][] {
  return [...Map.groupBy(exchanges, ({ host, call }) => `${host}/${call}`).values()];
}

/** Returns an exchange as one sentence: `POST https://… answered 401 Unauthorized after 88 ms with "…"`. */
export function exchangeSentence(exchange: Exchange): string {
  const { request, timing, stack } = exchange;
  const again = stack === 'chromium' ? ', asked again on the network of the built-in browser,' : '';
  const call = `${request.method} ${oneLine(request.url, 300)}${again}`;
  const after = `after ${milliseconds(timing.totalMs)}`;
  if (exchange.outcome === 'failed') {
    const { phase, code } = exchange.failure;
    return `${call} failed in the phase ${phase} ${after} (${oneLine(code, 100)})`;
  }
  const { response, status } = exchange;
  const line = `${status} ${oneLine(response.statusText, 60)}`.trim();
  return `${call} answered ${line} ${after}${answerWords(exchange)}`;
}

const MAX_QUOTE_LENGTH = 300;

function answerWords(exchange: Extract<Exchange, { outcome: 'answered' }>): string {
  const { looksLike, wireBytes, text } = exchange.response.body;
  switch (looksLike) {
    case 'empty':
      return ' with an empty body';
    case 'zip':
      return ` with a zip of ${wireBytes} bytes`;
    case 'binary':
      return ` with ${wireBytes} bytes that are no text`;
    case 'html': {
      const title = pageTitle(text ?? '');
      return ` with a web page${title === null ? '' : `, titled "${oneLine(title, 120)}"`}`;
    }
    case 'json':
    case 'text':
      return isToken(exchange) ? ' with a token' : ` with: ${oneLine(text ?? '', MAX_QUOTE_LENGTH)}`;
  }
}

/** Seconds; the Date header has whole ones, and the answer took a part of one. */
const CLOCK_GRAIN = 2;

/** Returns how the clocks differ, by the first answer with a readable Date header. */
export function clockSentence(diagnosis: Diagnosis): string {
  const seconds = diagnosis.exchanges
    .map((exchange) => exchange.response?.clockDifferenceSeconds ?? null)
    .find((difference) => difference !== null);
  if (seconds === undefined) return 'No answer told its time, so the clocks could not be compared.';
  const rounded = Math.abs(Math.round(seconds));
  if (rounded <= CLOCK_GRAIN) return "The clock of the customer's computer agrees with Xray's.";
  return `The clock of the customer's computer is ${rounded} s ${seconds > 0 ? 'behind' : 'ahead of'} Xray's.`;
}

/** Returns one sentence for each fact of site and page that is not known, with its reason. */
export function missingFacts(
  { siteFacts }: Diagnosis,
  facts: readonly ResidencyFact[],
  isWithoutIds: boolean,
): Message[] {
  const isStated = (name: ResidencyFact['product']): boolean =>
    facts.some(({ product, location, status }) => product === name && `${location}${status}` !== '');
  const unknown = siteFacts.filter(({ cloudId }) => cloudId === null);
  return [
    ...(['Jira', 'Xray'] as const)
      .filter((product) => !isStated(product))
      .map((product) => message('missing.fact', { product })),
    ...(siteFacts.length === 0 && !isWithoutIds ? [message('missing.no-cloud-id')] : []),
    ...unknown.map(({ site, state, problem }) =>
      message('missing.cloud-id', { site, problem: oneLine(problem ?? state, 100) }),
    ),
  ];
}

/** Returns one sentence for each answer that support would like to have and will not find in the bundle. */
export function missingAnswers(diagnosis: Diagnosis, residency: Residency): Message[] {
  const bodies = diagnosis.exchanges.flatMap(({ response }) => (response === null ? [] : [response.body]));
  const global = diagnosis.exchanges.filter(({ host, stack }) => host === 'global' && stack === 'node');
  const asked = new Set(global.map(({ call }) => call));
  const missing: readonly (readonly [boolean, MessageKey])[] = [
    [!asked.has('authenticate'), 'missing.calls'],
    [asked.has('authenticate') && !asked.has('data-call'), 'missing.data-call'],
    [diagnosis.verdict.regions === null, 'missing.regions'],
    [residency === 'unknown', 'missing.residency'],
    [bodies.some(({ truncated }) => truncated), 'missing.long-answer'],
    [bodies.some(({ text }) => text === null), 'missing.binary-answer'],
  ];
  return missing.flatMap(([isMissing, key]) => (isMissing ? [message(key)] : []));
}

/** A host with the last call of each kind that our own network stack made, and the last one of both. */
export interface HostCalls {
  readonly host: AskedHost;
  readonly signIn: Exchange | null;
  readonly dataCall: Exchange | null;
  readonly last: Exchange | null;
}

/** Returns the hosts in the order of the run, each with its calls. */
export function hostCalls({ hosts, exchanges }: Pick<Diagnosis, 'hosts' | 'exchanges'>): HostCalls[] {
  const own = new Map<string, Exchange>();
  for (const exchange of exchanges)
    if (exchange.stack === 'node') own.set(`${exchange.host}/${exchange.call}`, exchange);
  return hosts.map((host) => {
    const signIn = own.get(`${host.id}/authenticate`) ?? null;
    const dataCall = own.get(`${host.id}/data-call`) ?? null;
    return { host, signIn, dataCall, last: dataCall ?? signIn };
  });
}

/** Returns the last call to a host that our own network stack made; undefined if there is none. */
export function lastCallTo(hostId: string, exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.findLast(({ host, stack }) => host === hostId && stack === 'node');
}

/** Returns what a host did with the data, in words. */
export function behaviourWords({ behaviour }: Pick<AskedHost, 'behaviour'>): string {
  return behaviour === null ? 'not finished' : BEHAVIOURS[behaviour];
}

/** Returns whether a host took the keys, in a word. */
export function keysWord({ tookKeys }: Pick<AskedHost, 'tookKeys'>): string {
  return tookKeys === null ? 'unclear' : tookKeys ? 'accepted' : 'rejected';
}

function status(exchange: Exchange | null): string {
  return exchange === null ? '' : String(exchange.status ?? 'no answer');
}

/** Returns `200 accepted`: the status of the sign-in, and whether the host took the keys. */
export function signInWords({ host, signIn }: HostCalls): string {
  return [status(signIn), keysWord(host)].filter(Boolean).join(' ');
}

/** Returns `401 in another region`: the status of the data call, and what the host did with the data. */
export function dataCallWords({ host, dataCall }: HostCalls): string {
  if (dataCall?.outcome === 'failed')
    return dataCall.status === null ? 'no answer' : `${dataCall.status}, cut off`;
  return [status(dataCall), behaviourWords(host)].filter(Boolean).join(' ');
}

/** Returns the request ids of a host's last call as `x-amz-cf-id …, Request ID …`; empty for a host without calls. */
export function lastRequestIds({ last }: HostCalls): string {
  return last === null ? '' : requestIdWords(last).join(', ') || 'none returned';
}

/** Returns where sign-in and data call were accepted, in one sentence each. `product` is what uses the global host. */
export function findingOf(hosts: readonly HostCalls[], product: string | null): string {
  const accepting = hostIds(hosts, ({ tookKeys }) => tookKeys === true);
  const rejecting = hostIds(hosts, ({ tookKeys }) => tookKeys === false);
  return [
    accepting.length === 0
      ? 'No host accepts the sign-in.'
      : `Sign-in is accepted by ${namesInSentence(accepting)}.`,
    ...(rejecting.length === 0 ? [] : [`Sign-in is rejected by ${namesInSentence(rejecting)}.`]),
    dataCallFinding(hosts),
    `${product ?? 'The app of the customer'} uses the global host.`,
  ].join(' ');
}

function dataCallFinding(hosts: readonly HostCalls[]): string {
  const working = hostIds(hosts, ({ behaviour }) => behaviour === 'works');
  if (hosts.every(({ dataCall }) => dataCall === null)) return 'The data call was not made at any host.';
  if (working.length === 0) return 'No host answers the data call without an error.';
  if (working.length === hosts.length) return 'The data call works at every host.';
  return `Only ${namesInSentence(working)} ${working.length === 1 ? 'answers' : 'answer'} the data call as expected.`;
}

/** Returns the ids of the hosts for which `is` holds. */
export function hostIds(hosts: readonly HostCalls[], is: (host: AskedHost) => boolean): string[] {
  return hosts.filter(({ host }) => is(host)).map(({ host }) => oneLine(host.id, 40));
}

/** Returns the ids by which Xray and Atlassian find the customer: each once, since every host tells the same. */
export function customerIds({ tokens, siteFacts }: Pick<Diagnosis, 'tokens' | 'siteFacts'>) {
  return {
    tenants: usableIds(tokens.map(({ tenant }) => tenant)),
    clouds: siteFacts.flatMap((facts) =>
      usableIds([facts.cloudId]).map((cloudId) => ({ ...facts, cloudId })),
    ),
    accounts: usableIds(tokens.map(({ accountId }) => accountId)),
  };
}

/** A tag in an id's place is of no use. */
function usableIds(ids: readonly (string | null | undefined)[]): string[] {
  const known = ids.flatMap((id) =>
    id === null || id === undefined || id.includes('‹') ? [] : [oneLine(id, 80)],
  );
  return [...new Set(known)];
}
