import type {
  CallName,
  NetworkFailure,
  Who,
  AnsweredExchange,
  FailedExchange,
} from '../../contract/diagnosis.ts';
import type { Meaning } from '../../xray/meanings.ts';
import { waitSeconds } from '../../xray/retry-after.ts';
import { isRedirect, redirectTarget } from '../answerer/answer-signs.ts';
import { inspectionMakerIn, issuerName } from '../answerer/tls-inspection-vendors.ts';
import { isGivenByOther } from '../answerer/who-answered.ts';
import { hostName } from './compare-hosts.ts';
import { callsOf } from './facts.ts';
import type { AnsweredCall, Facts, Health, HostFacts } from './facts.ts';
import type { Values } from './sentences.ts';

/** Returns the values for a rule's sentence when the rule applies, else null. */
export type Condition = (facts: Facts) => Values | null;

/** Something that is true of an answer. */
export type Test = (answer: AnsweredCall) => boolean;

/** The first call on the global host that failed and fits; `valuesFor` says what the sentence may name of it. */
export function failed(
  test: (exchange: FailedExchange) => boolean,
  valuesFor: (exchange: FailedExchange) => Values = proxyOf,
): Condition {
  return ({ global }) => {
    for (const { outcome, exchange } of callsOf(global))
      if (outcome === 'failed' && test(exchange)) return { call: exchange.call, ...valuesFor(exchange) };
    return null;
  };
}

/** The proxy on the way, and what it answered. */
function proxyOf({ route, failure: { proxyAnswer } }: FailedExchange): Values {
  const quote = proxyAnswer?.title ?? null;
  return {
    schemes: proxyAnswer?.schemes ?? [],
    quote,
    answeredBy: quote === null ? null : { who: 'between', maker: null },
    proxy: route.kind === 'proxy' ? `${route.host}:${route.port}` : null,
  };
}

export function failedAt(phase: NetworkFailure['phase']): Condition {
  return failed(({ failure }) => failure.phase === phase);
}

export function failedWith(...codes: readonly string[]): Condition {
  return failed(({ failure }) => codes.includes(failure.code));
}

/** A certificate that was refused for one reason; names its issuer. */
export function certificateRefused(reason: NetworkFailure['tlsReason']): Condition {
  return failed(
    ({ failure }) => failure.phase === 'tls' && failure.tlsReason === reason,
    ({ failure: { certificate } }) => ({
      issuer: issuerName(certificate?.issuer ?? ''),
      maker: inspectionMakerIn(certificate),
    }),
  );
}

/** The first answer of the global host that fits all tests. */
export function answered(...tests: readonly Test[]): Condition {
  return ({ global, now }) => {
    for (const call of callsOf(global))
      if (call.outcome === 'answered' && tests.every((test) => test(call))) return valuesOf(call, now);
    return null;
  };
}

const isOfCall =
  (call: CallName): Test =>
  ({ exchange }) =>
    exchange.call === call;

/** The global host's answer to authenticate fits all tests. */
export function signIn(...tests: readonly Test[]): Condition {
  return answered(isOfCall('authenticate'), ...tests);
}

/** The global host's answer to the data call fits all tests. */
export function dataCall(...tests: readonly Test[]): Condition {
  return answered(isOfCall('data-call'), ...tests);
}

export function healthy(how: Health): Condition {
  return ({ global }) => (global.health === how ? { call: 'data-call' } : null);
}

/** A condition that counts only while some regional host fits; adds the names of those. */
export function whileSomeRegion(fits: (host: HostFacts) => boolean, condition: Condition): Condition {
  return (facts) => {
    const regions = facts.regional.filter(fits).map(({ host }) => hostName(host));
    const values = condition(facts);
    return values === null || regions.length === 0 ? null : { ...values, regions };
  };
}

/** A condition that counts only while `fits` is true of the facts. */
export function only(fits: (facts: Facts) => boolean, condition: Condition): Condition {
  return (facts) => (fits(facts) ? condition(facts) : null);
}

/** The first of the conditions that applies. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  return (facts) => conditions.map((condition) => condition(facts)).find((values) => values !== null) ?? null;
}

export const not =
  (test: Test): Test =>
  (answer) =>
    !test(answer);

/** Whether one of these gave an answer. */
export function isFrom(...whos: readonly Who[]): Test {
  return ({ reading }) => whos.includes(reading.who);
}

/** Whether an answer says one of these, whoever gave it. */
export function says(...meanings: readonly Meaning[]): Test {
  return ({ reading }) => meanings.includes(reading.says);
}

/** Whether an answer is Xray's own and says one of these. */
export function xraySays(...meanings: readonly Meaning[]): Test {
  return (answer) => answer.reading.who === 'xray' && says(...meanings)(answer);
}

export function hasStatus(...statuses: readonly number[]): Test {
  return ({ exchange }) => statuses.includes(exchange.status);
}

export const isRefusal = hasStatus(401, 403);
export const isServerError: Test = ({ exchange: { status } }) => status >= 500;
export const isSuccess: Test = ({ exchange: { status } }) => status >= 200 && status <= 299;
export const isPage: Test = ({ reading }) => reading.form === 'page';
export const isRedirectAnswer: Test = ({ exchange }) => isRedirect(exchange);
/** CloudFront's page about its Lambda. */
export const isLambdaPage: Test = ({ reading }) =>
  reading.who === 'cloudfront' && reading.cloudfrontPage === 'lambda';
export const hasForeignMarks: Test = ({ reading: { signs } }) => isGivenByOther(signs);
export const givesNoReason = says('none', 'status-words');
/** Words behind which the region may hide: they name no other cause. */
export const namesNoOtherCause = says('none', 'status-words', 'words', 'fault', 'region-like', 'not-found');
/** Nobody is known to have answered, but something on the way is known to look into or pass on what comes. */
export const mayBeForeign: Test = ({ reading: { who, signs } }) =>
  who === 'unknown' &&
  (isGivenByOther(signs) || signs.some(({ weight, id }) => weight === 'passed' && id !== 'cloudfront'));

function valuesOf({ exchange, reading }: AnsweredCall, now: Date): Values {
  const { call, status, response } = exchange;
  const { who, maker, words } = reading;
  return {
    call,
    status,
    answeredBy: { who, maker },
    quote: words,
    maker,
    waitSeconds: waitSeconds(response.headers, now),
    target: targetOf(exchange),
  };
}

/** The host that a redirect points to; a redirect within the same host has none worth naming. */
function targetOf(exchange: AnsweredExchange): string | null {
  const hostname = redirectTarget(exchange)?.hostname ?? '';
  return hostname === '' || hostname === new URL(exchange.request.url).hostname ? null : hostname;
}
