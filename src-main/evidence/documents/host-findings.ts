import type { Behaviour, Diagnosis, Exchange, Residency } from '../../contract/diagnosis.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { pageTitle } from '../../contract/text/page-title.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { isToken } from './exact-answer.ts';
import { milliseconds, oneLine } from './plain-text.ts';

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

/** Returns the last exchange of a call at the global host. */
function globalCall({ exchanges }: Diagnosis, name: Exchange['call']): Exchange | undefined {
  return exchanges.findLast(
    ({ host, call, stack }) => host === 'global' && call === name && stack === 'node',
  );
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
  const hasSignIn = globalCall(diagnosis, 'authenticate') !== undefined;
  const missing: readonly (readonly [boolean, MessageKey])[] = [
    [!hasSignIn, 'missing.calls'],
    [hasSignIn && globalCall(diagnosis, 'data-call') === undefined, 'missing.data-call'],
    [diagnosis.verdict.regions === null, 'missing.regions'],
    [residency === 'unknown', 'missing.residency'],
    [bodies.some(({ truncated }) => truncated), 'missing.long-answer'],
    [bodies.some(({ text }) => text === null), 'missing.binary-answer'],
  ];
  return missing.flatMap(([isMissing, key]) => (isMissing ? [message(key)] : []));
}
