import { Readable } from 'node:stream';

import { net } from 'electron';
import type { ClientRequest, IncomingMessage, Session } from 'electron';

import type { Header } from '../contract/diagnosis.ts';
import { carriedBy, failedOutcome, newTrace } from './call-trace.ts';
import type { CallTrace } from './call-trace.ts';
import type { HttpClient, HttpLimits, HttpOutcome, HttpRequest } from './http-client.ts';
import { linkSignal } from './link-signal.ts';
import { CodedError } from './network-failure.ts';
import { readBody } from './read-body.ts';

export interface ChromiumClientOptions {
  /** A session of its own, in memory: no page is ever loaded in it. */
  readonly session: Session;
  readonly limits: HttpLimits;
  /** Leaves nothing behind in the session. */
  readonly empty: (session: Session) => Promise<void>;
}

/**
 * The transport port on Chromium's network stack, for a second opinion: it uses the system's proxies, sign-ins and
 * certificates as the person's browser does. Chromium tells neither the phases nor the address of a connection, undoes
 * the compression itself, and adds headers that it does not name.
 */
export function createChromiumClient({ session, limits, empty }: ChromiumClientOptions): HttpClient {
  return {
    send: async (request, signal) => {
      const trace: CallTrace = { ...newTrace(new Date()), route: { kind: 'system' } };
      const limit = linkSignal(
        signal,
        limits.answerMs,
        () => new CodedError('ANSWER_TIMEOUT', `No answer within ${limits.answerMs / 1000} seconds.`),
      );
      try {
        if (limit.signal.aborted) throw limit.signal.reason;
        return await callOnce(request, { session, limits, trace, signal: limit.signal });
      } catch (error) {
        return failedOutcome(trace, limit.signal.aborted ? limit.signal.reason : error, signal);
      } finally {
        limit.release();
      }
    },
    close: () => empty(session),
  };
}

interface OneCall {
  readonly session: Session;
  readonly limits: HttpLimits;
  readonly trace: CallTrace;
  readonly signal: AbortSignal;
}

async function callOnce(
  request: HttpRequest,
  { session, limits, trace, signal }: OneCall,
): Promise<HttpOutcome> {
  const asked = net.request({
    method: request.method,
    url: request.url,
    session,
    redirect: 'manual',
    credentials: 'omit',
    useSessionCookies: false,
    cache: 'no-store',
  });
  const stop = (): void => asked.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (const { name, value } of request.headers) asked.setHeader(name, value);
    trace.sentHeaders = request.headers;
    trace.phase = 'first-byte';
    const sentAt = performance.now();
    const answer = await answerOf(asked, request.body);
    const arrivedAt = Date.now();
    trace.firstByteMs = performance.now() - sentAt;
    trace.phase = 'body';
    const { body, error } = await readBody(answer.body, {
      contentEncoding: null,
      contentType: headerOf(answer.headers, 'content-type'),
      keepBytes: limits.bodyBytes,
    });
    const date = Date.parse(headerOf(answer.headers, 'date') ?? '');
    trace.answer = {
      status: answer.status,
      response: {
        httpVersion: answer.httpVersion,
        statusText: answer.statusText,
        headers: answer.headers,
        body,
        redirectTo: answer.redirectTo,
        clockDifferenceSeconds: Number.isNaN(date) ? null : Math.round((date - arrivedAt) / 1000),
      },
    };
    if (error !== null) throw error;
    return { ...carriedBy(trace), outcome: 'answered', ...trace.answer };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: Header[];
  readonly redirectTo: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Sends the request and waits for the head of its answer. A redirect is an answer without a body: it is not followed. */
function answerOf(asked: ClientRequest, body: string | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.on('login', (_info, proceed) => {
      // Nothing to sign in with beyond what the system offers by itself; the 407 or 401 is then the answer.
      proceed();
    });
    asked.on('redirect', (status, _method, url, headers) => {
      resolve({
        status,
        statusText: '',
        httpVersion: 'HTTP',
        headers: Object.entries(headers).flatMap(([name, values]) =>
          values.map((value) => ({ name, value })),
        ),
        redirectTo: url,
        body: Readable.from([]),
      });
      asked.abort();
    });
    asked.on('response', (response) => {
      resolve({
        status: response.statusCode,
        statusText: response.statusMessage,
        httpVersion: `HTTP/${response.httpVersionMajor}.${response.httpVersionMinor}`,
        headers: headersOf(response),
        redirectTo: null,
        body: bodyOf(response),
      });
    });
    asked.on('error', (error) => reject(named(error)));
    asked.on('abort', () => reject(new CodedError('ABORTED', 'The call was ended.')));
    asked.end(body ?? undefined);
  });
}

function headersOf(response: IncomingMessage): Header[] {
  return Object.entries(response.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => ({ name, value: each })),
  );
}

/** Electron's message is a stream in all but its type. */
function bodyOf(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const stream = new Readable({ read: () => undefined });
  response.on('data', (chunk) => stream.push(chunk));
  response.on('end', () => stream.push(null));
  response.on('error', (error: unknown) => stream.destroy(error instanceof Error ? named(error) : undefined));
  response.on('aborted', () => stream.destroy(new CodedError('ABORTED', 'The answer was cut off.')));
  return stream;
}

function headerOf(headers: readonly Header[], name: string): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Chromium names what happened inside of the message: `net::ERR_CERT_AUTHORITY_INVALID`. */
function named(error: Error): Error {
  const code = /\bERR_[A-Z0-9_]+/u.exec(error.message)?.[0];
  return code === undefined ? error : new CodedError(code, error.message);
}
