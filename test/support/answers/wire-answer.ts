import { gzipSync } from 'node:zlib';

/** What a server does with one request. */
export type WireAnswer =
  /** These bytes, then the connection stays open, unless `closes`. */
  | { readonly does: 'send'; readonly bytes: Buffer; readonly closes?: boolean }
  /** The connection is torn down before a byte of an answer. */
  | { readonly does: 'reset' }
  /** Nothing ever comes. */
  | { readonly does: 'silence' }
  /** A few bytes each `everyMs`, for as long as there are any. */
  | { readonly does: 'drip'; readonly bytes: Buffer; readonly everyMs: number; readonly at: number };

type Headers = Readonly<Record<string, string>>;

/** An answer of HTTP/1.1 as bytes, with its length. */
export function http(status: number, headers: Headers = {}, body: string | Buffer = ''): WireAnswer {
  const bytes = Buffer.from(body);
  return {
    does: 'send',
    bytes: Buffer.concat([head(status, { ...headers, 'content-length': String(bytes.length) }), bytes]),
  };
}

/** The head of an answer, up to the empty line. */
export function head(status: number, headers: Headers = {}, version = 'HTTP/1.1'): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${version} ${status} Told\r\n${lines.join('')}\r\n`, 'latin1');
}

/** Bytes as they are; the connection closes behind them. */
export function raw(...parts: readonly (string | Buffer)[]): WireAnswer {
  return { does: 'send', bytes: Buffer.concat(parts.map((part) => Buffer.from(part))), closes: true };
}

/** A JSON answer; a string becomes a JSON string in quotes. */
export function json(status: number, value: unknown, headers: Headers = {}): WireAnswer {
  return http(
    status,
    { 'content-type': 'application/json; charset=utf-8', ...headers },
    JSON.stringify(value),
  );
}

/** A plain text answer. */
export function text(status: number, body: string, headers: Headers = {}): WireAnswer {
  return http(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }, body);
}

/** A web page. */
export function page(status: number, title: string, sentence = '', headers: Headers = {}): WireAnswer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>${sentence}</p></body></html>`;
  return http(status, { 'content-type': 'text/html', ...headers }, body);
}

/** A compressed body under the name of its encoding. */
export function compressed(status: number, encoding: string, body: Buffer): WireAnswer {
  return http(status, { 'content-type': 'application/json', 'content-encoding': encoding }, body);
}

/** In chunks of a few bytes. */
export function chunked(status: number, body: string): WireAnswer {
  const pieces = body.match(/[\s\S]{1,7}/gu) ?? [];
  const chunks = pieces.map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`);
  return {
    does: 'send',
    bytes: Buffer.concat([
      head(status, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
      Buffer.from(`${chunks.join('')}0\r\n\r\n`),
    ]),
  };
}

/** The same answer with other answers of the status 1xx before it. */
export function afterInterim(answer: WireAnswer): WireAnswer {
  if (answer.does !== 'send') throw new Error('Only an answer that is sent can follow another one.');
  const interim = Buffer.concat([head(100), head(103, { link: '</style.css>; rel=preload' })]);
  return { ...answer, bytes: Buffer.concat([interim, answer.bytes]) };
}

/** Half of a body that was promised whole. */
export function cut(status: number, body: string): WireAnswer {
  return raw(head(status, { 'content-length': String(body.length * 2) }), body);
}

/** What gzip makes of a text, broken off in the middle. */
export function brokenGzip(body: string): Buffer {
  const whole = gzipSync(body);
  return whole.subarray(0, whole.length - 12);
}

/** The same bytes a few at a time, as fast as they go. */
export function slowly(answer: WireAnswer): WireAnswer {
  if (answer.does !== 'send') throw new Error('Only an answer that is sent can be slow.');
  return { does: 'drip', bytes: answer.bytes, everyMs: 1, at: 5 };
}
