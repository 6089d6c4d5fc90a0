import type { NetworkFailure } from '../contract/diagnosis.ts';
import type { AuthenticateReading } from '../xray/authenticate.ts';
import type { DataCallReading } from '../xray/data-call.ts';
import { retryAfterSeconds } from '../xray/retry-after.ts';
import { signInSpeaksOfRegion, speaksOfToken } from './facts.ts';
import type { AnsweredExchange, Facts, FailedExchange, HostFacts } from './facts.ts';
import { inspectionMakerIn, issuerName } from './inspection-makers.ts';
import { hostName } from './regions.ts';
import type { Values } from './sentences.ts';

/** Gives the values for a rule's sentence when it applies, else null. */
export type Matcher = (facts: Facts) => Values | null;

function globalCalls({ global }: Facts): (AnsweredExchange | FailedExchange)[] {
  return [global.authenticate, global.dataCall].flatMap((call) => (call === null ? [] : [call.exchange]));
}

/** The first call on the global host that failed and fits. */
export function whenFailed(facts: Facts, test: (exchange: FailedExchange) => boolean): Values | null {
  const found = globalCalls(facts).find((exchange) => exchange.outcome === 'failed' && test(exchange));
  if (found === undefined) return null;
  const { call, route } = found;
  return route.kind === 'proxy' ? { call, proxy: `${route.host}:${route.port}` } : { call };
}

/** A failure in one phase of the way. */
export function whenPhase(phase: NetworkFailure['phase']): Matcher {
  return (facts) => whenFailed(facts, ({ failure }) => failure.phase === phase);
}

/** A certificate that was refused for one reason; names its issuer. */
export function whenCertificate(reason: NetworkFailure['tlsReason']): Matcher {
  return (facts) => {
    const refused = globalCalls(facts).find(
      (exchange): exchange is FailedExchange =>
        exchange.outcome === 'failed' &&
        exchange.failure.phase === 'tls' &&
        exchange.failure.tlsReason === reason,
    );
    if (refused === undefined) return null;
    const { certificate } = refused.failure;
    const issuer = issuerName(certificate?.issuer ?? '');
    const maker = inspectionMakerIn(certificate);
    return {
      call: refused.call,
      ...(issuer === null ? {} : { issuer }),
      ...(maker === null ? {} : { maker }),
    };
  };
}

/** The first call on the global host that was answered and fits. */
export function whenAnswered(facts: Facts, test: (exchange: AnsweredExchange) => boolean): Values | null {
  const found = globalCalls(facts).find(
    (exchange): exchange is AnsweredExchange => exchange.outcome === 'answered' && test(exchange),
  );
  return found === undefined ? null : valuesOf(found, facts.now);
}

/** An answer to authenticate that fits. */
export function whenSignInAnswered(
  facts: Facts,
  test: (exchange: AnsweredExchange) => boolean,
): Values | null {
  return whenAnswered(facts, (exchange) => exchange.call === 'authenticate' && test(exchange));
}

/** An answer to authenticate that reads as `kind`. */
export function whenSignIn(facts: Facts, kind: AuthenticateReading['kind']): Values | null {
  const call = facts.global.authenticate;
  return call?.outcome === 'answered' && call.reading.kind === kind
    ? valuesOf(call.exchange, facts.now)
    : null;
}

/** An answer to the data call that reads as `kind`. */
export function whenData(facts: Facts, kind: DataCallReading['kind']): Values | null {
  const call = facts.global.dataCall;
  return call?.outcome === 'answered' && call.reading.kind === kind
    ? valuesOf(call.exchange, facts.now)
    : null;
}

/** An answer to the data call whose status fits. */
export function whenDataStatus(facts: Facts, test: (status: number) => boolean): Values | null {
  return whenAnswered(facts, ({ call, status }) => call === 'data-call' && test(status));
}

/** A healthy data call of one form. */
export function whenHealthy({ global }: Facts, how: HostFacts['health']): Values | null {
  return global.health === how ? { call: 'data-call' } : null;
}

/** Whether authenticate was refused with the words seen whole as `Authentication failed. Invalid client credentials!` */
export function speaksOfCredentials({ global: { authenticate } }: Facts): boolean {
  return (
    authenticate?.outcome === 'answered' &&
    authenticate.reading.kind === 'refused' &&
    authenticate.reading.message?.toLowerCase().includes('invalid client credentials') === true
  );
}

/** Refused keys that no other host took. */
export function whenRefusedEverywhere(facts: Facts): Values | null {
  const isKnownSomewhere = facts.regional.some(({ tookKeys }) => tookKeys);
  return isKnownSomewhere || signInSpeaksOfRegion(facts.global) ? null : whenSignIn(facts, 'refused');
}

/** Whether the data call was answered with words about the token. */
export function dataSpeaksOfToken({ global: { dataCall } }: Facts): boolean {
  return dataCall?.outcome === 'answered' && speaksOfToken(dataCall.reading.message);
}

/** Values that count only while a regional host gives out the data; adds its name. */
export function whileRegionWorks(facts: Facts, values: Values | null): Values | null {
  const working = facts.regional.filter(({ health }) => health !== null).map(({ host }) => hostName(host));
  return values === null || working.length === 0 ? null : { ...values, regions: working };
}

function valuesOf(exchange: AnsweredExchange, now: Date): Values {
  const { call, status, response } = exchange;
  const retryAfter = response.headers.find(({ name }) => name.toLowerCase() === 'retry-after')?.value;
  const waitSeconds = retryAfter === undefined ? null : retryAfterSeconds(retryAfter, now);
  const target = targetOf(exchange);
  return {
    call,
    status,
    ...(waitSeconds === null ? {} : { waitSeconds }),
    ...(target === null ? {} : { target }),
  };
}

/** The host that a redirect points to; a redirect within the same host has none worth naming. */
function targetOf({ request, response }: AnsweredExchange): string | null {
  if (response.redirectTo === null || !URL.canParse(response.redirectTo, request.url)) return null;
  const { hostname } = new URL(response.redirectTo, request.url);
  return hostname === '' || hostname === new URL(request.url).hostname ? null : hostname;
}
