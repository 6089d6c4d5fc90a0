import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { SecureContext, TLSSocket } from 'node:tls';

import { Client } from 'undici';

import type { Header } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';
import type { ProxyRoute } from '../proxy/proxy-address.ts';
import { failedOutcome, newTrace } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { ConnectTo } from './connect-override.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client.ts';
import { ABORT_GRACE_MS, MAX_HEADER_BYTES } from './http-limits.ts';
import type { HttpLimits } from './http-limits.ts';
import { CodedError } from './network-failure.ts';
import { openConnection } from './open-connection.ts';
import type { OpenedConnection } from './open-connection.ts';
import { headerList, readResponse } from './read-response.ts';
import { peekResponseStart } from './response-start.ts';
import type { ResponseStart } from './response-start.ts';
import { raceSignal, settledWithin, withTimeLimit } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

export interface UndiciClientOptions {
  readonly limits: HttpLimits;
  readonly secureContext: SecureContext;
  readonly connectTo: ConnectTo;
  /** The routes to a URL, tried in order until one leads to a tunnel or a host. */
  readonly resolveRoute: (url: string) => Promise<readonly ProxyRoute[]>;
  readonly now?: () => Date;
  /** Makes the client that speaks HTTP on an open connection; undici's unless a test passes its own. */
  readonly createPooledClient?: (origin: string, options: Client.Options) => PooledClient;
}

export type PooledClient = Pick<Client, 'request' | 'destroy' | 'destroyed'>;

/** One open connection, and the undici client that speaks on it and on nothing else. */
interface Connection extends OpenedConnection {
  readonly client: PooledClient;
  readonly route: ProxyRoute;
}

/** Sent with every call; Xray's people can find our calls in their logs by it. */
const OWN_HEADERS: readonly Header[] = [
  { name: 'accept', value: '*/*' },
  { name: 'accept-encoding', value: 'gzip, deflate, br' },
  { name: 'user-agent', value: 'xray-residency-doctor' },
];

/**
 * The transport port on undici: one connection per origin, used for one call at a time. The connection is opened and
 * measured here; undici speaks HTTP/1.1 or HTTP/2 on it. Each step is raced against its limit and the call's signal, so
 * that a call ends in time whatever undici or a proxy's resolver does.
 */
export function createUndiciClient(options: UndiciClientOptions): HttpClient {
  const { limits, connectTo, secureContext, resolveRoute } = options;
  const proxySettingsLimit = limit('PROXY_SETTINGS_TIMEOUT', 'No proxy was named', limits.proxySettingsMs);
  const connectLimit = limit('CONNECT_TIMEOUT', 'No connection came about', limits.connectMs);
  const answerLimit = limit('ANSWER_TIMEOUT', 'The answer was not complete', limits.answerMs);
  const now = options.now ?? (() => new Date());
  const createPooledClient = options.createPooledClient ?? ((origin, own) => new Client(origin, own));
  const connections = new Map<string, Connection>();
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
      const open = connections.get(origin);
      const isReused = open !== undefined && isUsable(open);
      if (!isReused) void drop(origin);
      const connection = isReused ? open : await connect(request.url, signal, trace);
      if (isClosed) {
        void close(connection);
        throw new CodedError('CLIENT_CLOSED', 'The client was closed before the call was sent.');
      }
      connections.set(origin, connection);
      trace.route = connection.route;
      trace.connection = { ...connection.facts, reused: isReused };
      onConnected?.();
      return await withTimeLimit(
        answerLimit,
        signal,
        (limited) => exchange(connection, request, limited, trace),
        ABORT_GRACE_MS,
      );
    } catch (error) {
      // A connection that failed or was stopped half-way must not carry the next call, which does not wait for its end.
      void drop(origin);
      return failedOutcome(trace, error, signal);
    }
  };

  const connect = (url: string, signal: AbortSignal, trace: CallTrace): Promise<Connection> =>
    withTimeLimit(connectLimit, signal, async (limited) => {
      const connection = await connectByRoutes(url, limited, trace);
      // Nobody waits any more for a connection that comes about too late.
      if (limited.aborted) void close(connection);
      return connection;
    });

  const connectByRoutes = async (url: string, signal: AbortSignal, trace: CallTrace): Promise<Connection> => {
    const { hostname: host, port, origin } = new URL(url);
    trace.phase = 'proxy';
    const routes = await withTimeLimit(proxySettingsLimit, signal, () => resolveRoute(url));
    for (const [index, route] of routes.entries()) {
      trace.route = route;
      try {
        const opened = await openConnection(
          { host, port: port === '' ? 443 : Number(port), route, connectTo, secureContext, signal },
          trace,
        );
        const client = createPooledClient(origin, {
          connect: handOver(opened.socket),
          maxHeaderSize: MAX_HEADER_BYTES,
          headersTimeout: 0,
          bodyTimeout: 0,
          pipelining: 1,
        });
        return { client, ...opened, route };
      } catch (error) {
        // An unreachable proxy is reported only when no route is left; what a host answered always is.
        const isProxyAway = route.kind === 'proxy' && CONNECT_PHASES.has(trace.phase) && !signal.aborted;
        if (!isProxyAway || index === routes.length - 1) throw error;
      }
    }
    throw new CodedError('NO_ROUTE', 'No way to the host is known.');
  };

  const exchange = async (
    { client, socket }: Connection,
    request: HttpRequest,
    signal: AbortSignal,
    trace: CallTrace,
  ): Promise<HttpOutcome> => {
    const { pathname, search } = new URL(request.url);
    trace.phase = 'first-byte';
    const sentAt = performance.now();
    const { answer, start } = await whileWatching(socket, request, trace, () =>
      client.request({
        method: request.method,
        path: `${pathname}${search}`,
        headers: [...OWN_HEADERS, ...request.headers].flatMap(({ name, value }) => [name, value]),
        body: request.body,
        signal,
      }),
    );
    trace.firstByteMs = (start?.firstByteAt ?? performance.now()) - sentAt;
    const headers = headerList(answer.headers);
    const isRedirect = answer.statusCode >= 300 && answer.statusCode <= 399;
    return readResponse(
      trace,
      {
        status: answer.statusCode,
        statusText: answer.statusText,
        httpVersion: start?.httpVersion ?? 'HTTP/1.1',
        headers,
        redirectTo: isRedirect ? headerOf(headers, 'location') : null,
        arrivedAt: now(),
        contentEncoding: headerOf(headers, 'content-encoding'),
        body: answer.body,
      },
      limits.bodyBytes,
    );
  };

  const drop = async (origin: string): Promise<void> => {
    const connection = connections.get(origin);
    connections.delete(origin);
    if (connection !== undefined) await close(connection);
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
      queues.set(origin, Promise.allSettled([before, call]));
      return call;
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...connections.keys()].map(drop));
    },
  };
}

const limit = (code: string, words: string, ms: number): TimeLimit => ({ code, words, ms });

function isUsable({ socket, client }: Connection): boolean {
  return !socket.destroyed && socket.writable && !client.destroyed;
}

/** Never rejects: a connection that does not close must not hold anything up. */
async function close({ socket, client }: Connection): Promise<void> {
  socket.destroy();
  await settledWithin((async () => client.destroy())(), ABORT_GRACE_MS);
}

/** Phases in which a proxy itself did not work; a refusal to sign in is not among them, see its code. */
const CONNECT_PHASES = new Set<CallTrace['phase']>(['dns', 'connect']);

/** Gives undici the open socket, once: nobody would have measured a second connection. */
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

/** Published by undici when it writes the head of a request (undici docs, "DiagnosticsChannel"). */
const SEND_HEADERS = 'undici:client:sendHeaders';

/** Sends a request; puts the headers as undici wrote them into `trace`, and peeks at the start of the answer. */
async function whileWatching<T>(
  socket: TLSSocket,
  { body }: HttpRequest,
  trace: CallTrace,
  send: () => Promise<T>,
): Promise<{ readonly answer: T; readonly start: Readonly<ResponseStart> | null }> {
  let start: Readonly<ResponseStart> | null = null;
  const onSent = (sent: unknown): void => {
    if (!isSent(sent) || sent.socket !== socket) return;
    trace.sentHeaders = headersAsWritten(sent.headers, body);
    start = peekResponseStart(socket);
  };
  subscribe(SEND_HEADERS, onSent);
  try {
    return { answer: await send(), start };
  } finally {
    unsubscribe(SEND_HEADERS, onSent);
  }
}

function isSent(sent: unknown): sent is { readonly headers: string; readonly socket: unknown } {
  return (
    typeof sent === 'object' &&
    sent !== null &&
    'socket' in sent &&
    'headers' in sent &&
    typeof sent.headers === 'string'
  );
}

/** The headers out of a head's lines, without the request line of HTTP/1.1 and the pseudo headers of HTTP/2. */
function headersAsWritten(head: string, body: string | null): Header[] {
  const headers = head.split('\r\n').flatMap((line) => {
    const [, name, value] = /^([^\s:]+): (.*)$/su.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
  // Over HTTP/1.1 undici adds the length together with the body.
  return body === null || headerOf(headers, 'content-length') !== null
    ? headers
    : [...headers, { name: 'content-length', value: String(Buffer.byteLength(body)) }];
}
