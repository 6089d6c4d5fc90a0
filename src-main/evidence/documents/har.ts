import type { Diagnosis, Exchange, Response, Timing } from '../../contract/diagnosis.ts';
import { headerOf } from '../../contract/text/headers.ts';

/** The calls as HAR 1.2 (w3c.github.io/web-performance/specs/HAR, "HTTP Archive format"), which browsers open. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

interface HarField {
  readonly name: string;
  readonly value: string;
}

interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarField[];
    readonly queryString: readonly HarField[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: -1;
    readonly bodySize: -1;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarField[];
    readonly content: {
      readonly size: number;
      readonly mimeType: string;
      readonly text?: string;
      readonly comment?: string;
    };
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: number;
    /** What Chromium's network panel shows for a call without an answer. */
    readonly _error?: string;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: {
    readonly blocked: number;
    readonly dns: number;
    readonly connect: number;
    readonly ssl: number;
    readonly send: 0;
    readonly wait: number;
    readonly receive: number;
  };
  readonly serverIPAddress?: string;
  readonly comment: string;
}

/** Returns every exchange of a redacted diagnosis as HAR 1.2, in the order of the run. */
export function harOf(diagnosis: Diagnosis, appVersion: string): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Xray Residency Doctor', version: appVersion },
      entries: diagnosis.exchanges.map(entryOf),
    },
  };
}

function entryOf(exchange: Exchange): HarEntry {
  const { request, response, connection, timing } = exchange;
  const httpVersion = response === null ? '' : versionOf(response);
  const failure = exchange.outcome === 'failed' ? exchange.failure : null;
  return {
    startedDateTime: exchange.startedAt,
    time: timing.totalMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion,
      cookies: [],
      headers: request.headers.map(fieldOf),
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
      headers: (response?.headers ?? []).map(fieldOf),
      content: contentOf(response),
      redirectURL: response?.redirectTo ?? '',
      headersSize: -1,
      bodySize: response?.body.wireBytes ?? 0,
      ...(failure === null ? {} : { _error: `${failure.phase}: ${failure.code}` }),
    },
    cache: {},
    timings: timingsOf(timing),
    ...(connection === null ? {} : { serverIPAddress: connection.address }),
    comment: `${exchange.host}, ${exchange.call}, attempt ${exchange.attempt}${exchange.stack === 'chromium' ? ', network of the built-in browser' : ''}`,
  };
}

function fieldOf({ name, value }: HarField): HarField {
  return { name, value };
}

function queryOf(url: string): HarField[] {
  return URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}

function versionOf({ httpVersion }: Response): string {
  return /^\d/u.test(httpVersion) ? `HTTP/${httpVersion}` : httpVersion;
}

function contentOf(response: Response | null): HarEntry['response']['content'] {
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
function timingsOf({ queueMs, dnsMs, tcpMs, tlsMs, firstByteMs, totalMs }: Timing): HarEntry['timings'] {
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
