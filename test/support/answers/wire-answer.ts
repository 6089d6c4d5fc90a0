import { bodyOf, headersOf } from './written-answer.ts';
import type { WrittenAnswer } from './written-answer.ts';

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

/** An answer as the bytes of HTTP/1.1, with its length unless it goes in chunks. */
export function onTheWire(answer: WrittenAnswer): WireAnswer {
  const { does, drip, lacks = 0, closes = lacks > 0 } = answer;
  if (does !== undefined) return { does };
  const bytes = answer.raw === undefined ? bytesOf(answer, lacks) : rawBytes(answer.raw);
  if (drip !== undefined) return { does: 'drip', bytes, everyMs: drip.everyMs, at: drip.bytes };
  return { does: 'send', bytes, ...(closes ? { closes } : {}) };
}

const rawBytes = (raw: string): Buffer => Buffer.from(raw.replaceAll('\n', '\r\n'));

function bytesOf(answer: WrittenAnswer, lacks: number): Buffer {
  const body = bodyOf(answer);
  const own = headersOf(answer);
  const length = 'transfer-encoding' in own ? {} : { 'content-length': body.length + lacks };
  const lines = Object.entries({ ...own, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${answer.status ?? 200} Told\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
