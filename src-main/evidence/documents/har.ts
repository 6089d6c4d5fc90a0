import type { Diagnosis, Exchange, Header, Response, Timing } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';
import { httpVersionOf } from './exact-answer.ts';

/**
 * Returns every exchange of a redacted diagnosis as HAR 1.2 (w3c.github.io/web-performance/specs/HAR, "HTTP Archive
 * format"), which browsers open, in the order of the run. A test holds it to the published schema.
 */
export function harOf(diagnosis: Diagnosis, appVersion: string) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Xray Residency Doctor', version: appVersion },
      entries: diagnosis.exchanges.map(entryOf),
    },
  };
}

function entryOf(exchange: Exchange) {
  const { request, response, connection, timing } = exchange;
  const httpVersion = response === null ? '' : httpVersionOf(response);
  const failure = exchange.outcome === 'failed' ? exchange.failure : null;
  return {
    startedDateTime: exchange.startedAt,
    time: timing.totalMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion,
      cookies: [],
      headers: request.headers,
      queryString: queryOf(request.url),
      ...(request.body === null
        ? {}
        : { postData: { mimeType: headerOf(request.headers, 'content-type') ?? '', text: request.body } }),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      // The number that browsers write for a call without an answer.
      status: exchange.status ?? 0,
      statusText: response?.statusText ?? '',
      httpVersion,
      cookies: [],
      headers: response?.headers ?? [],
      content: contentOf(response),
      redirectURL: response?.redirectTo ?? '',
      headersSize: -1,
      bodySize: response?.body.wireBytes ?? 0,
      // What Chromium's network panel shows for a call without an answer.
      ...(failure === null ? {} : { _error: `${failure.phase}: ${failure.code}` }),
    },
    cache: {},
    timings: timingsOf(timing),
    ...(connection === null ? {} : { serverIPAddress: connection.address }),
    comment: `${exchange.host}, ${exchange.call}, attempt ${exchange.attempt}${exchange.stack === 'chromium' ? ', network of the built-in browser' : ''}`,
  };
}

function queryOf(url: string): Header[] {
  return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}

function contentOf(response: Response | null) {
  if (response === null) return { size: 0, mimeType: '' };
  const { body, headers } = response;
  const mimeType = headerOf(headers, 'content-type') ?? '';
  if (body.text === null)
    return { size: body.wireBytes, mimeType, comment: `binary, looks like ${body.looksLike}; not kept` };
  return {
    size: body.truncated ? body.wireBytes : body.keptBytes,
    mimeType,
    text: body.text,
    ...(body.truncated ? { comment: `the first ${body.keptBytes} bytes are kept` } : {}),
  };
}

/** HAR's `connect` includes `ssl`; -1 stands for a phase that did not take place, and `time` is the sum of the others. */
function timingsOf({ queueMs, dnsMs, tcpMs, tlsMs, firstByteMs, totalMs }: Timing) {
  const connect = tcpMs === null && tlsMs === null ? -1 : (tcpMs ?? 0) + (tlsMs ?? 0);
  const known = [queueMs, dnsMs, tcpMs, tlsMs, firstByteMs].reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  return {
    blocked: queueMs ?? -1,
    dns: dnsMs ?? -1,
    connect,
    ssl: tlsMs ?? -1,
    send: 0,
    wait: firstByteMs ?? 0,
    receive: Math.max(0, totalMs - known),
  };
}
