import type { ConnectionFacts, Header, Response, Route, Timing } from '../../contract/diagnosis.ts';
import type { HttpOutcome } from './http-client.ts';
import { networkFailure } from './network-failure.ts';
import type { OpeningTrace } from './opening.ts';
import type { ProxyRoute } from '../proxy/proxy-route.ts';

/** Everything that is known of one call, filled while it goes on. */
export interface CallTrace extends OpeningTrace, Omit<Timing, 'totalMs'> {
  readonly startedAt: string;
  /** In the clock of `performance.now()`. */
  readonly start: number;
  route: ProxyRoute | { readonly kind: 'system' };
  connection: ConnectionFacts | null;
  sentHeaders: readonly Header[];
  /** What had come of the answer when it failed. */
  answer: { readonly status: number; readonly response: Response } | null;
}

export function newTrace(startedAt: Date): CallTrace {
  return {
    phase: 'connect',
    startedAt: startedAt.toISOString(),
    start: performance.now(),
    queueMs: null,
    dnsMs: null,
    tcpMs: null,
    tlsMs: null,
    firstByteMs: null,
    certificate: null,
    route: { kind: 'direct' },
    connection: null,
    sentHeaders: [],
    answer: null,
  };
}

/** Returns what every outcome of a call tells. */
export function outcomeBase(trace: CallTrace) {
  return {
    startedAt: trace.startedAt,
    sentHeaders: trace.sentHeaders,
    route: routeOf(trace.route),
    connection: trace.connection,
    timing: timingOf(trace),
  };
}

export function failedOutcome(trace: CallTrace, error: unknown, signal: AbortSignal): HttpOutcome {
  return {
    ...outcomeBase(trace),
    outcome: 'failed',
    status: trace.answer?.status ?? null,
    response: trace.answer?.response ?? null,
    failure: networkFailure(error, { phase: trace.phase, certificate: trace.certificate, signal }),
  };
}

function routeOf(route: CallTrace['route']): Route {
  return route.kind === 'proxy' ? { kind: 'proxy', host: route.host, port: route.port } : route;
}

function timingOf(trace: CallTrace): Timing {
  return {
    queueMs: rounded(trace.queueMs),
    dnsMs: rounded(trace.dnsMs),
    tcpMs: rounded(trace.tcpMs),
    tlsMs: rounded(trace.tlsMs),
    firstByteMs: rounded(trace.firstByteMs),
    totalMs: rounded(performance.now() - trace.start) ?? 0,
  };
}

function rounded(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.max(0, Math.round(milliseconds * 10) / 10);
}
