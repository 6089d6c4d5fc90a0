import type { SecureContext, TLSSocket } from 'node:tls';

import { Client } from 'undici';

import type { ConnectionFacts, Header } from '../contract/diagnosis.ts';
import { carriedBy, failedOutcome, headersAsSent, newTrace } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { ConnectTo } from './connect-to.ts';
import type { HttpClient, HttpLimits, HttpOutcome, HttpRequest } from './http-client.ts';
import { linkSignal } from './link-signal.ts';
import { CodedError } from './network-failure.ts';
import { openConnection } from './open-connection.ts';
import type { ProxyRoute } from './proxy-route.ts';
import { readBody } from './read-body.ts';
import { watchAnswer } from './watch-answer.ts';
import type { AnswerWatch } from './watch-answer.ts';

export interface UndiciClientOptions {
  readonly limits: HttpLimits;
  /** The roots that are trusted, and no others. */
  readonly secureContext: SecureContext;
  readonly connectTo: ConnectTo;
  /** The routes to a URL, tried in order until one leads to a tunnel or a host. */
  readonly resolveRoute: (url: string) => Promise<readonly ProxyRoute[]>;
  readonly now?: () => Date;
}

/** One open connection, and the undici client that speaks on it and on nothing else. */
interface Line {
  readonly client: Client;
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
const MOST_HEADER_BYTES = 64 * 1024;

/**
 * The transport port on undici: one connection per origin, used for one call at a time. The connection is opened and
 * measured here; undici speaks HTTP/1.1 or HTTP/2 on it.
 */
export function createUndiciClient(options: UndiciClientOptions): HttpClient {
  const { secureContext } = options;
  const now = options.now ?? (() => new Date());
  const lines = new Map<string, Line>();
  const queues = new Map<string, Promise<unknown>>();

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
      const line = isOpen ? open : await openLine(request.url, signal, trace);
      lines.set(origin, line);
      trace.route = line.route;
      trace.connection = { ...line.facts, reused: isOpen };
      onConnected?.();
      return await exchange(line, request, signal, trace);
    } catch (error) {
      // What failed, or was stopped half-way, must not carry the next call.
      await drop(origin);
      return failedOutcome(trace, error, signal);
    }
  };

  const openLine = async (url: string, signal: AbortSignal, trace: CallTrace): Promise<Line> => {
    const { hostname, port, origin } = new URL(url);
    const limit = linkSignal(signal, options.limits.connectMs, () =>
      tooSlow('CONNECT_TIMEOUT', 'No connection came about', options.limits.connectMs),
    );
    try {
      const routes = await routesTo(url, limit.signal, trace);
      for (const [index, route] of routes.entries()) {
        trace.route = route;
        const target = { host: hostname, port: port === '' ? 443 : Number(port), route };
        try {
          const opened = await openConnection(
            { ...target, connectTo: options.connectTo, secureContext, signal: limit.signal },
            trace,
          );
          const client = new Client(origin, {
            connect: handOver(opened.socket),
            maxHeaderSize: MOST_HEADER_BYTES,
            headersTimeout: 0,
            bodyTimeout: 0,
            pipelining: 1,
          });
          return { client, ...opened, route, watch: watchAnswer(opened.socket) };
        } catch (error) {
          // A proxy that is away is no news while another way is left; what a host answered is.
          const isAway = route.kind === 'proxy' && AWAY.has(trace.phase) && !limit.signal.aborted;
          if (!isAway || index === routes.length - 1) throw error;
        }
      }
      throw new CodedError('NO_ROUTE', 'No way to the host is known.');
    } finally {
      limit.release();
    }
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
      return await unlessAborted(options.resolveRoute(url), limit.signal);
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
    const headers = [...OWN_HEADERS, ...request.headers];
    trace.sentHeaders = headersAsSent(request, headers, line.watch.httpVersion());
    trace.phase = 'first-byte';
    line.watch.reset();
    const sentAt = performance.now();
    try {
      const { pathname, search } = new URL(request.url);
      const answer = await line.client.request({
        method: request.method,
        path: `${pathname}${search}`,
        headers: headers.flatMap(({ name, value }) => [name, value]),
        body: request.body,
        signal: limit.signal,
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
      return { ...carriedBy(trace), outcome: 'answered', ...trace.answer };
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : error;
    } finally {
      limit.release();
    }
  };

  const drop = async (origin: string): Promise<void> => {
    const line = lines.get(origin);
    lines.delete(origin);
    line?.socket.destroy();
    await line?.client.destroy();
  };

  return {
    send: async (request, signal, onConnected) => {
      const trace = newTrace(now());
      const { origin } = new URL(request.url);
      const before = queues.get(origin) ?? Promise.resolve();
      const call = before.then(() => callOnce(request, signal, onConnected, trace));
      queues.set(origin, call);
      return call;
    },
    close: async () => {
      await Promise.all([...lines.keys()].map(drop));
    },
  };
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

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function headerList(headers: Readonly<Record<string, string | string[] | undefined>>): Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => ({ name, value: each })),
  );
}

function headerOf(headers: readonly Header[], name: string): string | null {
  const values = headers.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);
  return values.length === 0 ? null : values.join(', ');
}

function clockDifference(date: string | null, arrivedAt: Date): number | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : Math.round((time - arrivedAt.getTime()) / 1000);
}
