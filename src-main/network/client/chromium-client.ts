import type { ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron';

import { headerList, readResponse } from './read-response.ts';
import type { ResponseHead } from './read-response.ts';
import { failedOutcome, newTrace } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client.ts';
import { ABORT_GRACE_MS } from './http-limits.ts';
import type { HttpLimits } from './http-limits.ts';
import { CodedError } from './network-failure.ts';
import { settledWithin, withTimeLimit } from './time-limit.ts';

export interface ChromiumRequest {
  setHeader(name: string, value: string): void;
  end(body?: string): unknown;
  abort(): void;
  on(event: 'login', listener: (info: unknown, proceed: () => void) => void): unknown;
  on(
    event: 'redirect',
    listener: (status: number, method: string, url: string, headers: Record<string, string[]>) => void,
  ): unknown;
  on(event: 'response', listener: (response: ChromiumResponse) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'abort', listener: () => void): unknown;
}

type ChromiumResponse = Pick<
  IncomingMessage,
  'statusCode' | 'statusMessage' | 'httpVersionMajor' | 'httpVersionMinor' | 'headers'
>;

export interface ChromiumClientOptions {
  readonly request: (options: ClientRequestConstructorOptions) => ChromiumRequest;
  /** A session of its own, in memory: no page is ever loaded in it. */
  readonly session: Session;
  readonly limits: HttpLimits;
  readonly empty: (session: Session) => Promise<void>;
}

/**
 * The transport port on Chromium's network stack, for a second opinion: it uses the system's proxies, sign-ins and
 * certificates as the person's browser does. Chromium tells neither the phases nor the address of a connection, undoes
 * the compression itself, and adds headers that it does not name.
 */
export function createChromiumClient(options: ChromiumClientOptions): HttpClient {
  const { session, limits, empty } = options;
  return {
    send: async (request, signal) => {
      const trace: CallTrace = { ...newTrace(new Date()), route: { kind: 'system' } };
      try {
        signal.throwIfAborted();
        const limit = { ms: limits.answerMs, code: 'ANSWER_TIMEOUT', words: 'No answer' };
        return await withTimeLimit(
          limit,
          signal,
          (limited) => callOnce(request, options, trace, limited),
          ABORT_GRACE_MS,
        );
      } catch (error) {
        return failedOutcome(trace, error, signal);
      }
    },
    close: () => settledWithin(empty(session), MAX_EMPTYING_MS),
  };
}

/** A session that cannot be emptied must not hold up the end of a run. */
const MAX_EMPTYING_MS = 2000;

async function callOnce(
  request: HttpRequest,
  options: ChromiumClientOptions,
  trace: CallTrace,
  signal: AbortSignal,
): Promise<HttpOutcome> {
  const clientRequest = options.request({
    method: request.method,
    url: request.url,
    session: options.session,
    redirect: 'manual',
    credentials: 'omit',
    useSessionCookies: false,
    cache: 'no-store',
  });
  const stop = (): void => clientRequest.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (const { name, value } of request.headers) clientRequest.setHeader(name, value);
    trace.sentHeaders = request.headers;
    trace.phase = 'first-byte';
    const sentAt = performance.now();
    const head = await headOf(clientRequest, request.body);
    trace.firstByteMs = performance.now() - sentAt;
    return await readResponse(trace, head, options.limits.bodyBytes);
  } catch (error) {
    // Chromium would go on to load a body that was given up.
    clientRequest.abort();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Sends the request and waits for the head of its answer. A redirect is an answer without a body: it is not followed.
 * The request's own `close` is not listened to: it is a writable stream, which closes when it has been sent and before
 * an answer comes (electron/lib/common/api/net-client-request.ts).
 */
function headOf(clientRequest: ChromiumRequest, requestBody: string | null): Promise<ResponseHead> {
  return new Promise((resolve, reject) => {
    const answer = (head: Omit<ResponseHead, 'arrivedAt' | 'contentEncoding'>): void =>
      resolve({ ...head, arrivedAt: new Date(), contentEncoding: null });
    // Nothing to sign in with beyond what the system offers by itself; the 407 or 401 is then the answer.
    clientRequest.on('login', (_info, proceed) => proceed());
    clientRequest.on('redirect', (status, _method, redirectTo, headers) => {
      const body = emptyBody();
      answer({ status, statusText: '', httpVersion: 'HTTP', headers: headerList(headers), redirectTo, body });
      clientRequest.abort();
    });
    clientRequest.on('response', (response) =>
      answer({
        status: response.statusCode,
        statusText: response.statusMessage,
        httpVersion: `HTTP/${response.httpVersionMajor}.${response.httpVersionMinor}`,
        headers: headerList(response.headers),
        redirectTo: null,
        body: bodyOf(response),
      }),
    );
    clientRequest.on('error', (error) => reject(withChromiumCode(error)));
    clientRequest.on('abort', () => reject(new CodedError('ABORTED', 'The call was ended.')));
    clientRequest.end(requestBody ?? undefined);
  });
}

/**
 * Electron's message is a readable stream in all but its type, and holds Chromium back while nobody reads. Being aborted,
 * it only closes (no `aborted`, whatever the documentation says); iterating it throws then.
 */
async function* bodyOf(response: ChromiumResponse): AsyncGenerator<Uint8Array> {
  if (!isIterable(response)) throw new CodedError('NO_STREAM', 'The answer cannot be read as a stream.');
  try {
    for await (const chunk of response) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw error instanceof Error ? withChromiumCode(error) : error;
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

function isIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** Chromium names what happened inside of the message: `net::ERR_CERT_AUTHORITY_INVALID`. */
function withChromiumCode(error: Error): Error {
  if ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new CodedError('ABORTED', 'The answer was cut off.');
  const code = /\bERR_[A-Z0-9_]+/u.exec(error.message)?.[0];
  return code === undefined ? error : new CodedError(code, error.message);
}
