import type { Who, AnsweredExchange } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';
import type { AnswerText } from '../../xray/answer.ts';
import { cameThroughCloudfront, cloudfrontPage } from '../../xray/read-cloudfront-page.ts';
import { isXraysSentence, speaksAsXray } from '../../xray/meanings.ts';
import { issuedToken } from '../../xray/authenticate.ts';
import { redirectsToAtlassian, redirectsToItself, redirectsWithinXray, signsOf } from './answer-signs.ts';
import type { Sign } from './answer-signs.ts';

export type Answerer = Readonly<ReturnType<typeof whoAnswered>>;

interface Seen {
  readonly exchange: AnsweredExchange;
  readonly text: AnswerText;
  readonly signs: readonly Sign[];
  /** Whether the same server gave the token before; false where no token came. */
  readonly isTokensServer: boolean;
}

const has = (signs: readonly Sign[], weight: Sign['weight']): boolean =>
  signs.some((sign) => sign.weight === weight);
/** Whether the marks of an answer say that somebody else than Xray made it. */
export function isGivenByOther(signs: readonly Sign[]): boolean {
  return has(signs, 'gave') || has(signs, 'gave-before');
}

/** A box that opens the connection may have answered in place of the server, unless CloudFront's marks came through it. */
const isSuspect = ({ signs }: Seen): boolean =>
  signs.some(({ id }) => id === 'certificate') && !signs.some(({ id }) => id === 'cloudfront');

/** Who answered: the first row that fits. Nothing here looks at what the words of Xray mean for the verdict. */
const ROWS: readonly (readonly [Who, (seen: Seen) => boolean])[] = [
  // The words of the one and the marks of the other: nobody can tell.
  ['unknown', ({ text, signs }) => text.form !== 'page' && isGivenByOther(signs) && isXraysSentence(text)],
  ['between', ({ signs }) => has(signs, 'gave')],
  ['cloudfront', ({ exchange, text }) => cloudfrontPage(exchange, text) !== null],
  ['xray', ({ exchange }) => hasToken(exchange)],
  ['before', ({ signs }) => has(signs, 'gave-before')],
  [
    'xray',
    ({ exchange, text: { form } }) => exchange.call === 'data-call' && (form === 'zip' || form === 'feature'),
  ],
  ['xray', ({ exchange }) => redirectsWithinXray(exchange)],
  ['atlassian', ({ exchange }) => redirectsToAtlassian(exchange)],
  ['atlassian', ({ text }) => isAtlassians(text) && !isXraysSentence(text)],
  ['cloudfront', ({ exchange, text }) => text.form === 'page' && cameThroughCloudfront(exchange)],
  ['before', ({ text, signs }) => text.form === 'page' && has(signs, 'stands-before')],
  ['unknown', ({ exchange, text }) => text.form === 'page' && redirectsToItself(exchange)],
  // A gateway that cannot reach what is behind it: a company's proxy and Xray's own have the same page.
  ['unknown', (seen) => seen.text.form === 'page' && isGatewayPage(seen)],
  [
    'unknown',
    ({ text, isTokensServer, exchange }) => text.form === 'page' && isTokensServer && hasIdentity(exchange),
  ],
  ['between', ({ text }) => text.form === 'page'],
  ['xray', ({ text }) => text.form === 'xray-error'],
  [
    'xray',
    ({ exchange, text }) =>
      (text.form === 'text' || text.form === 'json') && speaksAsXray(text, exchange.status),
  ],
  ['before', ({ signs }) => has(signs, 'stands-before')],
  // Nothing, or words of no known form, from the very server that had just given the token.
  ['xray', (seen) => seen.text.form === 'nothing' && seen.isTokensServer && !isSuspect(seen)],
  ['cloudfront', ({ exchange }) => cameThroughCloudfront(exchange)],
];

/**
 * Returns who gave an answer. `signIn` is the answer to the sign-in at the same host, with which a data call's answer is
 * compared; null for the sign-in itself.
 */
export function whoAnswered(exchange: AnsweredExchange, text: AnswerText, signIn: AnsweredExchange | null) {
  const signs: readonly Sign[] = signsOf(exchange, text);
  const isTokensServer = signIn !== null && hasToken(signIn) && isSameServer(signIn, exchange);
  const seen: Seen = { exchange, text, signs, isTokensServer };
  const who = ROWS.find(([, fits]) => fits(seen))?.[0] ?? 'unknown';
  return { who, maker: makerOf(who, signs), signs };
}

const NAMING: Readonly<Record<Who, readonly Sign['weight'][]>> = {
  between: ['gave', 'passed'],
  before: ['gave-before', 'stands-before'],
  unknown: ['gave', 'gave-before'],
  xray: [],
  cloudfront: [],
  atlassian: [],
};

function makerOf(who: Who, signs: readonly Sign[]): string | null {
  const naming = NAMING[who].flatMap((weight) => signs.filter((sign) => sign.weight === weight));
  return naming.find(({ id, maker }) => id !== 'cloudfront' && maker !== null)?.maker ?? null;
}

function hasToken(exchange: AnsweredExchange): boolean {
  return exchange.call === 'authenticate' && issuedToken(exchange) !== null;
}

/** Forms and pages of Jira and of Atlassian's sign-in (developer.atlassian.com, REST API; seen: fundakol/pytest-jira-xray#84). */
function isAtlassians({ form, members, folded }: AnswerText): boolean {
  if (form === 'json') return members.includes('errorMessages');
  return (
    form === 'page' &&
    /\batlassian account\b|\byou've found a dead link\b|\bid\.atlassian\.com\b/u.test(folded)
  );
}

const GATEWAY_STATUSES = new Set([500, 502, 503, 504]);
const GATEWAY_WORDS =
  /^(?:\d{3}[ :-]{0,3})?(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)\b/u;

function isGatewayPage({ exchange, text }: Seen): boolean {
  return GATEWAY_STATUSES.has(exchange.status) && GATEWAY_WORDS.test(text.folded);
}

/** Headers that stay the same from answer to answer of one server. */
const IDENTITY = ['server', 'via', 'x-powered-by'];

function identityOf({ response }: AnsweredExchange): string[] {
  return [
    ...IDENTITY.map((name) => headerOf(response.headers, name) ?? ''),
    // The id itself changes with each answer; that there is one does not.
    headerOf(response.headers, 'x-amz-cf-id') === null ? '' : 'x-amz-cf-id',
  ].map(withoutNumbers);
}

/** Versions, and the place of CloudFront's that answered, change from answer to answer. */
function withoutNumbers(value: string): string {
  return value
    .slice(0, MAX_IDENTITY)
    .toLowerCase()
    .split(/[\s,()]+/u)
    .filter((word) => !word.endsWith('.cloudfront.net'))
    .join(' ')
    .replace(/\d/gu, '');
}

const MAX_IDENTITY = 500;

function hasIdentity(exchange: AnsweredExchange): boolean {
  return identityOf(exchange).some((value) => value !== '');
}

function isSameServer(one: AnsweredExchange, other: AnsweredExchange): boolean {
  const own = identityOf(one);
  return identityOf(other).every((value, index) => value === own[index]);
}
