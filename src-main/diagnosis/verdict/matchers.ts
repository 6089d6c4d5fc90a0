import type { CallName, NetworkFailure, Who } from '../../contract/diagnosis.ts';
import type { Meaning } from '../../xray/meanings.ts';
import { waitSeconds } from '../../xray/retry-after.ts';
import { redirectTarget } from '../answerer/answer-signs.ts';
import type { AnsweredExchange, FailedExchange } from '../run/exchanges.ts';
import type { CallFacts, Facts, Health, HostFacts } from './facts.ts';
import { inspectionMakerIn, issuerName } from '../answerer/tls-inspection-vendors.ts';
import { refusesKeys } from './refusal.ts';
import type { ReadAnswer } from './refusal.ts';
import { hostName } from './regions.ts';
import type { Values } from './sentences.ts';

/** Returns the values for a rule's sentence when it applies, else null. */
export type Matcher = (facts: Facts) => Values | null;

function globalCalls({ global }: Facts): CallFacts[] {
  return [global.authenticate, global.dataCall].filter((call) => call !== null);
}

/** The first call on the global host that failed and fits. */
export function whenFailed(facts: Facts, test: (exchange: FailedExchange) => boolean): Values | null {
  for (const { outcome, exchange } of globalCalls(facts)) {
    if (outcome !== 'failed' || !test(exchange)) continue;
    const { call, route, failure } = exchange;
    const { title = null, schemes = [] } = failure.proxyAnswer ?? {};
    return {
      call,
      ...(schemes.length === 0 ? {} : { schemes }),
      ...(title === null ? {} : { quote: title, answeredBy: { who: 'between', maker: null } }),
      ...(route.kind === 'proxy' ? { proxy: `${route.host}:${route.port}` } : {}),
    };
  }
  return null;
}

/** A failure in one phase of the way. */
export function whenPhase(phase: NetworkFailure['phase']): Matcher {
  return (facts) => whenFailed(facts, ({ failure }) => failure.phase === phase);
}

/** A certificate that was refused for one reason; names its issuer. */
export function whenCertificate(reason: NetworkFailure['tlsReason']): Matcher {
  return (facts) => {
    const isRefused = ({ failure }: FailedExchange): boolean =>
      failure.phase === 'tls' && failure.tlsReason === reason;
    const refused = globalCalls(facts).find((call) => call.outcome === 'failed' && isRefused(call.exchange));
    if (refused?.outcome !== 'failed') return null;
    const { certificate } = refused.exchange.failure;
    const issuer = issuerName(certificate?.issuer ?? '');
    const maker = inspectionMakerIn(certificate);
    return {
      call: refused.exchange.call,
      ...(issuer === null ? {} : { issuer }),
      ...(maker === null ? {} : { maker }),
    };
  };
}

/** The first call on the global host that was answered and fits. */
export function whenAnswered(facts: Facts, test: (answer: ReadAnswer) => boolean): Values | null {
  const found = globalCalls(facts).find((call) => call.outcome === 'answered' && test(call));
  return found?.outcome === 'answered' ? valuesOf(found, facts.now) : null;
}

/** An answer to one of the two calls that fits. */
function whenCall(call: CallName): (facts: Facts, test: (answer: ReadAnswer) => boolean) => Values | null {
  return (facts, test) => whenAnswered(facts, (answer) => answer.exchange.call === call && test(answer));
}

/** An answer to authenticate that fits. */
export const whenSignIn = whenCall('authenticate');
/** An answer to the data call that fits. */
export const whenData = whenCall('data-call');

/** Whether an answer is Xray's own and says one of these. */
export function xraySays(...meanings: readonly Meaning[]): (answer: ReadAnswer) => boolean {
  return ({ reading }) => reading.who === 'xray' && meanings.includes(reading.says);
}

/** Whether one of these gave an answer. */
export function isFrom(...whos: readonly Who[]): (answer: ReadAnswer) => boolean {
  return ({ reading }) => whos.includes(reading.who);
}

/** A healthy data call of one form. */
export function whenHealthy({ global }: Facts, how: Health): Values | null {
  return global.health === how ? { call: 'data-call' } : null;
}

/** Refused keys that no other host took. */
export function whenKeysRefusedEverywhere(facts: Facts): Values | null {
  return facts.regional.some(({ acceptedCredentials }) => acceptedCredentials)
    ? null
    : whenSignIn(facts, refusesKeys);
}

/** Values that count only while some regional host fits; adds the names of those. */
export function whileSomeRegion(
  facts: Facts,
  fits: (host: HostFacts) => boolean,
  values: Values | null,
): Values | null {
  const regions = facts.regional.filter(fits).map(({ host }) => hostName(host));
  return values === null || regions.length === 0 ? null : { ...values, regions };
}

/** Whether a regional host answers without the fault. */
export function works({ health }: HostFacts): boolean {
  return health !== null;
}

/** Whether a regional host issued a token. */
export function takesKeys({ acceptedCredentials }: HostFacts): boolean {
  return acceptedCredentials;
}

/** Whether any host at all refuses the keys that the global one takes. */
export function isSplitOverKeys({ global, regional }: Facts): boolean {
  return (
    global.acceptedCredentials &&
    regional.some(({ authenticate }) => authenticate?.outcome === 'answered' && refusesKeys(authenticate))
  );
}

function valuesOf({ exchange, reading }: ReadAnswer, now: Date): Values {
  const { call, status, response } = exchange;
  const wait = waitSeconds(response.headers, now);
  const target = targetOf(exchange);
  const { who, maker, words } = reading;
  return {
    call,
    status,
    answeredBy: { who, maker },
    ...(words === null ? {} : { quote: words }),
    ...(maker === null ? {} : { maker }),
    ...(wait === null ? {} : { waitSeconds: wait }),
    ...(target === null ? {} : { target }),
  };
}

/** The host that a redirect points to; a redirect within the same host has none worth naming. */
function targetOf(exchange: AnsweredExchange): string | null {
  const hostname = redirectTarget(exchange)?.hostname ?? '';
  return hostname === '' || hostname === new URL(exchange.request.url).hostname ? null : hostname;
}
