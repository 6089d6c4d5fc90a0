import type { Body } from '../../contract/diagnosis.ts';
import { parseJson } from '../../contract/text/json.ts';

export type DecodedText = Readonly<Pick<Body, 'text' | 'looksLike' | 'charset'>>;

/** The end of a body that came whole: its last bytes, at least 66 KiB or all, and its length. */
export interface BodyEnd {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/**
 * Decides by the bytes what a body is, and decodes it when it is text: by its byte order mark, else by the charset of
 * its content type, else as UTF-8, else as windows-1252, in which every byte is a character.
 * `bytes` are the first ones, all of them if `isWhole`. A zip is only called so if its last record is there: without one
 * it is binary, so also when `end` is null because the body was cut off.
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | null,
  isWhole: boolean,
  end: BodyEnd | null = isWhole ? { bytes, length: bytes.length } : null,
): DecodedText {
  if (bytes.length === 0) return { text: '', looksLike: 'empty', charset: null };
  if (beginsZip(bytes))
    return { text: null, looksLike: end !== null && endsZip(end) ? 'zip' : 'binary', charset: null };
  const { text, charset } = textOf(bytes, contentType, isWhole);
  if (isBinary(text)) return { text: null, looksLike: 'binary', charset: null };
  return { text, looksLike: shapeOf(text, isWhole), charset };
}

/** `PK` with one of the signatures that a zip begins with: a file, an empty archive, a split one (APPNOTE 4.3). */
function beginsZip([first, second, third, fourth]: Uint8Array): boolean {
  const mark = `${third ?? 0},${fourth ?? 0}`;
  return first === 0x50 && second === 0x4b && (mark === '3,4' || mark === '5,6' || mark === '7,8');
}

const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');
const END_RECORD_BYTES = 22;
/** Stands in the record of a zip64, whose true numbers stand elsewhere (APPNOTE 4.4.1.4). */
const ZIP64 = 0xff_ff_ff_ff;

/**
 * Whether the last bytes are the record that ends a zip (APPNOTE 4.3.16), with a comment that reaches to the end, and the
 * list of files that it names lies before it.
 */
function endsZip({ bytes, length }: BodyEnd): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lastStart = tail.length - END_RECORD_BYTES;
  const firstStart = Math.max(0, lastStart - 0xff_ff);
  let at = lastStart < 0 ? -1 : tail.lastIndexOf(END_RECORD, lastStart);
  while (at >= firstStart) {
    if (at + END_RECORD_BYTES + tail.readUInt16LE(at + 20) === tail.length) {
      const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
      if (size === ZIP64 || offset === ZIP64 || offset + size <= length - tail.length + at) return true;
    }
    at = at === 0 ? -1 : tail.lastIndexOf(END_RECORD, at - 1);
  }
  return false;
}

function textOf(
  bytes: Uint8Array,
  contentType: string | null,
  isWhole: boolean,
): { text: string; charset: string } {
  /** Null for an unknown charset, or for bytes that a fatal decoding refuses. A cut end is no mistake. */
  const decoded = (charset: string, fatal: boolean): { text: string; charset: string } | null => {
    try {
      return { text: new TextDecoder(charset, { fatal }).decode(bytes, { stream: !isWhole }), charset };
    } catch {
      return null;
    }
  };
  const named = markOf(bytes) ?? charsetOf(contentType);
  return (
    (named === null ? null : decoded(named, false)) ??
    decoded('utf-8', true) ?? { text: Buffer.from(bytes).toString('latin1'), charset: 'windows-1252' }
  );
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([\w:.-]{1,40})/iu.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Text has no NUL, and hardly any other control character. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 4096);
  if (sample.includes('\u0000')) return true;
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/gu)?.length ?? 0;
  return controls > sample.length / 10;
}

function shapeOf(text: string, isWhole: boolean): 'empty' | 'json' | 'html' | 'text' {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/u, '')
    .trimStart();
  // White space alone is kept as text and is not the empty answer that Xray may give.
  if (start === '' && isWhole) return text.replace(/^\uFEFF/u, '') === '' ? 'empty' : 'text';
  if (/^<(?:!doctype\s+html|html|head|body|title|meta|script|!--)/iu.test(start)) return 'html';
  if (start.startsWith('<') && /<(?:html|head|body|title)[\s>]/iu.test(start)) return 'html';
  if (!/^[{["]/u.test(start)) return isJson(text) ? 'json' : 'text';
  return !isWhole || isJson(text) ? 'json' : 'text';
}

function isJson(text: string): boolean {
  return parseJson(text.replace(/^\uFEFF/u, '')) !== undefined;
}
