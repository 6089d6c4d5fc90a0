import type { SecureContext, TLSSocket } from 'node:tls';

import { Client } from 'undici';

import type { ConnectionFacts, Header } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/headers.ts';
import { outcomeBase, failedOutcome, headersAsSent, newTrace } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { ConnectTo } from './connect-override.ts';
import type { HttpClient, HttpLimits, HttpOutcome, HttpRequest } from './http-client.ts';
import { linkSignal, raceSignal, settledWithin } from './link-signal.ts';
import { CodedError } from './network-failure.ts';
import { openConnection } from './open-connection.ts';
import type { ProxyRoute } from '../proxy/proxy-address.ts';
import { readBody } from '../body/read-body.ts';
import { watchAnswer } from './answer-timing.ts';
import type { AnswerWatch } from './answer-timing.ts';

export interface UndiciClientOptions {
  readonly limits: HttpLimits;
  /** The roots that are trusted, and no others. */
  readonly secureContext: SecureContext;
  readonly connectTo: ConnectTo;
  /** The routes to a URL, tried in order until one leads to a tunnel or a host. */
  readonly resolveRoute: (url: string) => Promise<readonly ProxyRoute[]>;
  readonly now?: () => Date;
  /** Makes what speaks HTTP on an open connection; undici's client unless a test passes its own. */
  readonly createPooledClient?: (origin: string, options: Client.Options) => PooledClient;
}

/** The part of undici's client that is used. */
export type PooledClient = Pick<Client, 'request' | 'destroy' | 'destroyed'>;

/** One open connection, and the undici client that speaks on it and on nothing else. */
interface Line {
  readonly client: PooledClient;
  readonly socket: TLSSocket;
  readonly route: ProxyRoute;
  readonly facts: Omit<ConnectionFacts, 'reused'>;
  readonly watch: AnswerWatch;
}

/** Sent with every call; Xray's people can find our calls in their logs by it. */
const OWN_HEADERS: readonly Header[] = [
  { name: 'accept', value: '*/*' },
  { name: 'accept-encoding', value: 'gzip, deflate, br' },
  { name: 'user-agent', value: 'xray-residency-doctor' },
];

/** A flood of headers is refused beyond this. */
const MAX_HEADER_BYTES = 64 * 1024;

/** How long a call that was aborted may take to hand over what it has, and a connection to close. */
const GRACE_MS = 200;

/**
 * The transport port on undici: one connection per origin, used for one call at a time. The connection is opened and
 * measured here; undici speaks HTTP/1.1 or HTTP/2 on it. Each step is raced against its limit and the call's signal, so
 * that a call ends in time whatever undici or a proxy's resolver does.
 */
export function createUndiciClient(options: UndiciClientOptions): HttpClient {
  const { secureContext } = options;
  const now = options.now ?? (() => new Date());
  const createPooledClient = options.createPooledClient ?? ((origin, own) => new Client(origin, own));
  const lines = new Map<string, Line>();
  const queues = new Map<string, Promise<unknown>>();
  let isClosed = false;

  const callOnce = async (
    request: HttpRequest,
    signal: AbortSignal,
    onConnected: (() => void) | undefined,
    trace: CallTrace,
  ): Promise<HttpOutcome> => {
    trace.queueMs = performance.now() - trace.start;
    const { origin } = new URL(request.url);
    try {
      signal.throwIfAborted();
      const open = lines.get(origin);
      const isOpen =
        open !== undefined && !open.socket.destroyed && open.socket.writable && !open.client.destroyed;
      if (!isOpen) void drop(origin);
      const line = isOpen ? open : await openLine(request.url, signal, trace);
      if (isClosed) {
        void close(line);
        throw new CodedError('CLIENT_CLOSED', 'The client was closed before the call was sent.');
      }
      lines.set(origin, line);
      trace.route = line.route;
      trace.connection = { ...line.facts, reused: isOpen };
      onConnected?.();
      return await exchange(line, request, signal, trace);
    } catch (error) {
      // What failed, or was stopped half-way, must not carry the next call. The next one does not wait for its end.
      void drop(origin);
      return failedOutcome(trace, error, signal);
    }
  };

  const openLine = async (url: string, signal: AbortSignal, trace: CallTrace): Promise<Line> => {
    const limit = linkSignal(signal, options.limits.connectMs, () =>
      tooSlow('CONNECT_TIMEOUT', 'No connection came about', options.limits.connectMs),
    );
    const opening = openFirst(url, limit.signal, trace);
    try {
      return await raceSignal(opening, limit.signal);
    } catch (error) {
      // A connection that comes about too late belongs to nobody.
      opening.then(close, () => undefined);
      throw error;
    } finally {
      limit.release();
    }
  };

  /** Tries the routes in order. */
  const openFirst = async (url: string, signal: AbortSignal, trace: CallTrace): Promise<Line> => {
    const { hostname, port, origin } = new URL(url);
    const routes = await routesTo(url, signal, trace);
    for (const [index, route] of routes.entries()) {
      trace.route = route;
      const target = { host: hostname, port: port === '' ? 443 : Number(port), route };
      try {
        const opened = await openConnection(
          { ...target, connectTo: options.connectTo, secureContext, signal },
          trace,
        );
        const client = createPooledClient(origin, {
          connect: handOver(opened.socket),
          maxHeaderSize: MAX_HEADER_BYTES,
          headersTimeout: 0,
          bodyTimeout: 0,
          pipelining: 1,
        });
        return { client, ...opened, route, watch: watchAnswer(opened.socket) };
      } catch (error) {
        // An unreachable proxy is reported only when no route is left; what a host answered always is.
        const isAway = route.kind === 'proxy' && AWAY.has(trace.phase) && !signal.aborted;
        if (!isAway || index === routes.length - 1) throw error;
      }
    }
    throw new CodedError('NO_ROUTE', 'No way to the host is known.');
  };

  const routesTo = async (
    url: string,
    signal: AbortSignal,
    trace: CallTrace,
  ): Promise<readonly ProxyRoute[]> => {
    trace.phase = 'proxy';
    const limit = linkSignal(signal, options.limits.proxySettingsMs, () =>
      tooSlow('PROXY_SETTINGS_TIMEOUT', 'No proxy was named', options.limits.proxySettingsMs),
    );
    try {
      return await raceSignal(options.resolveRoute(url), limit.signal);
    } finally {
      limit.release();
    }
  };

  const exchange = async (
    line: Line,
    request: HttpRequest,
    signal: AbortSignal,
    trace: CallTrace,
  ): Promise<HttpOutcome> => {
    const limit = linkSignal(signal, options.limits.answerMs, () =>
      tooSlow('ANSWER_TIMEOUT', 'The answer was not complete', options.limits.answerMs),
    );
    try {
      return await raceSignal(ask(line, request, limit.signal, trace), limit.signal, GRACE_MS);
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : error;
    } finally {
      limit.release();
    }
  };

  const ask = async (
    line: Line,
    request: HttpRequest,
    signal: AbortSignal,
    trace: CallTrace,
  ): Promise<HttpOutcome> => {
    const headers = [...OWN_HEADERS, ...request.headers];
    trace.sentHeaders = headersAsSent(request, headers, line.watch.httpVersion());
    trace.phase = 'first-byte';
    line.watch.reset();
    const sentAt = performance.now();
    const { pathname, search } = new URL(request.url);
    const answer = await line.client.request({
      method: request.method,
      path: `${pathname}${search}`,
      headers: headers.flatMap(({ name, value }) => [name, value]),
      body: request.body,
      signal,
    });
    const arrivedAt = now();
    trace.firstByteMs = (line.watch.firstByteAt() ?? performance.now()) - sentAt;
    trace.phase = 'body';
    const received = headerList(answer.headers);
    const { body, error } = await readBody(answer.body, {
      contentEncoding: headerOf(received, 'content-encoding'),
      contentType: headerOf(received, 'content-type'),
      keepBytes: options.limits.bodyBytes,
    });
    const isRedirect = answer.statusCode >= 300 && answer.statusCode <= 399;
    trace.answer = {
      status: answer.statusCode,
      response: {
        httpVersion: line.watch.httpVersion(),
        statusText: answer.statusText,
        headers: received,
        body,
        redirectTo: isRedirect ? headerOf(received, 'location') : null,
        clockDifferenceSeconds: clockDifference(headerOf(received, 'date'), arrivedAt),
      },
    };
    if (error !== null) throw error;
    return { ...outcomeBase(trace), outcome: 'answered', ...trace.answer };
  };

  const drop = async (origin: string): Promise<void> => {
    const line = lines.get(origin);
    lines.delete(origin);
    if (line !== undefined) await close(line);
  };

  return {
    send: async (request, signal, onConnected) => {
      const trace = newTrace(now());
      const { origin } = new URL(request.url);
      const before = queues.get(origin) ?? Promise.resolve();
      // A call that is stopped while it waits ends at once; the one behind it still waits for the one before.
      const call = raceSignal(before, signal).then(
        () => callOnce(request, signal, onConnected, trace),
        (error: unknown) => failedOutcome(trace, error, signal),
      );
      queues.set(
        origin,
        Promise.allSettled([before, call]).then(() => undefined),
      );
      return call;
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...lines.keys()].map(drop));
    },
  };
}

/** Never rejects, and waits no longer than a moment: a connection that does not close must not hold anything. */
async function close({ socket, client }: Line): Promise<void> {
  socket.destroy();
  await settledWithin((async () => client.destroy())(), GRACE_MS);
}

/** Phases in which a proxy itself did not work; a refusal to sign in is not among them, see its code. */
const AWAY = new Set<CallTrace['phase']>(['dns', 'connect']);

/** Gives undici the socket that is open already, once: a second connection would be one that nobody measured. */
function handOver(socket: TLSSocket): NonNullable<Client.Options['connect']> {
  let isTaken = false;
  return (_options, callback) => {
    if (isTaken || socket.destroyed) {
      callback(new CodedError('ECONNRESET', 'The connection was closed before the call was sent.'), null);
      return;
    }
    isTaken = true;
    // undici is still asking for the connection here and does not hear an answer that comes at once.
    queueMicrotask(() => callback(null, socket));
  };
}

function tooSlow(code: string, what: string, limitMs: number): Error {
  return new CodedError(code, `${what} within ${limitMs / 1000} seconds.`);
}

function headerList(headers: Readonly<Record<string, string | string[] | undefined>>): Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => ({ name, value: each })),
  );
}

function clockDifference(date: string | null, arrivedAt: Date): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : Math.round((time - arrivedAt.getTime()) / 1000);
}
