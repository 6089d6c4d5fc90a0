import type { Bounds } from './find-patterns.ts';
import { MAX_IN_EVERY_ENCODING } from './known-secrets.ts';

/** A secret as it may be written somewhere: the name of the encoding, and its bytes, one a character. */
export interface Encoding {
  readonly name: string;
  readonly bytes: string;
}

/** Returns every encoding of a secret, without doubles; of a long one its UTF-8. Letter case of escapes is left to the search. */
export function encodingsOf(secret: string): Encoding[] {
  const escapes = writersFor(secret).map(([name, write]) => ({ name, bytes: write(secret) }));
  return unique([...escapes, ...blocksOf(secret)]);
}

/** Writes a text or one character of it. */
type Writer = (text: string) => string;

const RAW: Readonly<Record<string, Writer>> = { raw: utf8 };
/** The encodings that write character by character. */
const ESCAPES: Readonly<Record<string, Writer>> = {
  ...RAW,
  'upper case': (text) => utf8(text.toUpperCase()),
  'lower case': (text) => utf8(text.toLowerCase()),
  JSON: (text) => utf8(json(text)),
  'JSON in ASCII': jsonAscii,
  'JSON with \\/': (text) => utf8(json(text).replaceAll('/', '\\/')),
  'JSON twice': (text) => utf8(json(json(text))),
  'JSON in ASCII twice': (text) => json(jsonAscii(text)),
  'JSON, all escaped': unicodeEscapes,
  'JSON, all escaped, twice': (text) => unicodeEscapes(text).replaceAll('\\', '\\\\'),
  'hex escapes': (text) => writeBytes(text, HEX_ESCAPES),
  percent,
  'percent as encodeURI': (text) => writeBytes(text, URI_SAFE),
  'percent, plus for space': (text) => percent(text).replaceAll('%20', '+'),
  'percent by RFC 3986': (text) => writeBytes(text, RFC_3986),
  form: (text) => writeBytes(text, FORM).replaceAll('%20', '+'),
  'percent twice': (text) => percent(text).replaceAll('%', '%25'),
  'percent, all': (text) => writeBytes(text, PERCENT),
  'percent, all, twice': (text) => writeBytes(text, PERCENT).replaceAll('%', '%25'),
  HTML: (text) => utf8(escapeHtml(text)),
  'HTML, decimal': (text) => writePoints(text, (point) => `&#${point};`),
  'HTML, hex': (text) => writePoints(text, (point) => `&#x${HEX[point] ?? point.toString(16)};`),
  hex: (text) => Buffer.from(text, 'utf8').toString('hex'),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
  'Latin-1': (text) => (LATIN_1.test(text) ? text : utf8(text)),
};

function writersFor(secret: string): [name: string, write: Writer][] {
  return Object.entries(secret.length <= MAX_IN_EVERY_ENCODING ? ESCAPES : RAW);
}

/** A secret as it is written character by character. */
export interface Written extends Encoding {
  readonly bounds: Bounds;
}

/** Returns a secret in each encoding that writes character by character, without doubles; a long one in UTF-8. */
export function writtenByCharacter(secret: string): Written[] {
  const chars = Array.from(secret);
  return unique(
    writersFor(secret).map(([name, write]) => {
      const written = new Map<string, string>();
      const bounds: (number | null)[] = [];
      let bytes = '';
      for (const char of chars) {
        const some = written.get(char) ?? write(char);
        written.set(char, some);
        bounds.push(bytes.length);
        if (char.length > 1) bounds.push(null);
        bytes += some;
      }
      bounds.push(bytes.length);
      return { name, bytes, bounds };
    }),
  );
}

/**
 * Returns a secret in the encodings that write several characters into one block: base64 and base64url, of UTF-8 and UTF-16.
 * None for a long one.
 */
export function blocksOf(secret: string): Encoding[] {
  if (secret.length > MAX_IN_EVERY_ENCODING) return [];
  const forms: readonly (readonly [string, Buffer])[] = [
    ['base64', Buffer.from(secret, 'utf8')],
    ['base64 of UTF-16LE', Buffer.from(secret, 'utf16le')],
  ];
  return unique(
    forms.flatMap(([name, bytes]) =>
      [0, 1, 2].flatMap((offset) => {
        const text = base64At(bytes, offset);
        const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
        return [
          { name: `${name} at offset ${offset}`, bytes: text },
          { name: `${name}url at offset ${offset}`, bytes: urlSafe },
        ];
      }),
    ),
  );
}

/**
 * Returns the base64 characters that depend on `bytes` alone when `offset` bytes stand before them in the same text. Those
 * at both ends mix with the neighbours and are left out.
 */
export function base64At(bytes: Uint8Array, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(3)]).toString('base64');
  return padded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const PERCENT = HEX.map((hex) => `%${hex}`);
const HEX_ESCAPES = HEX.map((hex) => `\\x${hex}`);
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** What encodeURIComponent leaves as it is. */
const UNRESERVED = unescaped("_.~!*'()-");
const RFC_3986 = unescaped('_.~-');
/** What application/x-www-form-urlencoded leaves as it is (URL standard, section 5.2). */
const FORM = unescaped('*_.-');
const URI_SAFE = unescaped("_.~!*'();/?:@&=+$,#-");

/** Returns how each byte is written when letters, digits and `safe` stay as they are. */
function unescaped(safe: string): readonly string[] {
  return PERCENT.map((percent, byte) => {
    const char = String.fromCharCode(byte);
    return ALPHANUMERIC.includes(char) || safe.includes(char) ? char : percent;
  });
}

/** Byte by byte, since encodeURIComponent throws on half a surrogate pair. */
function writeBytes(text: string, written: readonly string[]): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) encoded += written[byte] ?? '';
  return encoded;
}

function writePoints(text: string, write: (point: number) => string): string {
  return Array.from(text, (char) => write(char.codePointAt(0) ?? 0)).join('');
}

function percent(text: string): string {
  return writeBytes(text, UNRESERVED);
}

function json(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function jsonAscii(text: string): string {
  return json(text).replace(/[^ -~]/gu, unicodeEscapes);
}

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/u;
const LATIN_1 = /^[\0-\u00ff]*$/u;

/** Returns the UTF-8 of a text, one byte a character. */
function utf8(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

const HTML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Escapes a text for HTML; programs differ in which of the `characters` they escape. */
export function escapeHtml(text: string, characters = /[&<>"']/gu): string {
  return text.replace(characters, (char) => HTML_ENTITIES.get(char) ?? char);
}

function unicodeEscapes(text: string): string {
  let escaped = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    escaped += `\\u${HEX[code >> 8] ?? ''}${HEX[code & 0xff] ?? ''}`;
  }
  return escaped;
}

/** Of equal encodings the first one counts. */
function unique<E extends Encoding>(encodings: readonly E[]): E[] {
  const seen = new Set<string>();
  return encodings.filter(({ bytes }) => {
    const { size } = seen;
    return seen.add(bytes).size > size;
  });
}
