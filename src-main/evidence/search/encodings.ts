/** A secret as it may be written somewhere: the name of the encoding, and its bytes, one a character. */
export interface Encoding {
  readonly name: string;
  readonly bytes: string;
}

/** Returns every encoding of a secret, without doubles. Letter case of escapes is left to the search. */
export function encodingsOf(secret: string): Encoding[] {
  return unique([...escapesOf(secret), ...blocksOf(secret)]);
}

/** The encodings that write character by character, so that a fragment's encoding is a fragment of the encoding. */
export function escapesOf(text: string): Encoding[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const bytes = Buffer.from(text, 'utf8');
  const jsonAll = unicodeEscapes(text);
  const percentAll = writeBytes(bytes, PERCENT);
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  return unique([
    rawOf(text),
    ...(PLAIN.test(text) ? [] : someEscaped(text, bytes)),
    { name: 'JSON, all escaped', bytes: jsonAll },
    { name: 'JSON, all escaped, twice', bytes: jsonAll.replaceAll('\\', '\\\\') },
    { name: 'hex escapes', bytes: writeBytes(bytes, HEX_ESCAPES) },
    { name: 'percent, all', bytes: percentAll },
    { name: 'percent, all, twice', bytes: percentAll.replaceAll('%', '%25') },
    { name: 'HTML, decimal', bytes: points.map((point) => `&#${point};`).join('') },
    { name: 'HTML, hex', bytes: points.map((point) => `&#x${HEX[point] ?? point.toString(16)};`).join('') },
    { name: 'hex', bytes: bytes.toString('hex') },
    { name: 'UTF-16LE', bytes: utf16.toString('latin1') },
    { name: 'UTF-16BE', bytes: Buffer.from(utf16).swap16().toString('latin1') },
    ...(/^[\0-\u00ff]*$/u.test(text) ? [{ name: 'Latin-1', bytes: text }] : []),
  ]);
}

/** Returns the bytes of a text as they are in UTF-8. */
export function rawOf(text: string): Encoding {
  return { name: 'raw', bytes: utf8(text) };
}

/** What none of `someEscaped` writes in another way, but for letter case. */
const PLAIN = /^[\w.-]*$/u;

/** The encodings that leave most characters as they are. */
function someEscaped(text: string, bytes: Uint8Array): Encoding[] {
  const json = JSON.stringify(text).slice(1, -1);
  const jsonAscii = json.replace(/[^ -~]/gu, unicodeEscapes);
  const percent = writeBytes(bytes, UNRESERVED);
  const strings: readonly (readonly [string, string])[] = [
    ['upper case', text.toUpperCase()],
    ['lower case', text.toLowerCase()],
    ['JSON', json],
    ['JSON in ASCII', jsonAscii],
    ['JSON with \\/', json.replaceAll('/', '\\/')],
    ['JSON twice', JSON.stringify(json).slice(1, -1)],
    ['JSON in ASCII twice', JSON.stringify(jsonAscii).slice(1, -1)],
    ['percent', percent],
    ['percent as encodeURI', writeBytes(bytes, URI_SAFE)],
    ['percent, plus for space', percent.replaceAll('%20', '+')],
    ['percent by RFC 3986', writeBytes(bytes, RFC_3986)],
    ['form', writeBytes(bytes, FORM).replaceAll('%20', '+')],
    ['percent twice', percent.replaceAll('%', '%25')],
    ['HTML', escapeHtml(text)],
  ];
  return strings.map(([name, string]) => ({ name, bytes: utf8(string) }));
}

/** The encodings that write several characters into one block: base64 and base64url, of UTF-8 and UTF-16. */
export function blocksOf(secret: string): Encoding[] {
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
function writeBytes(bytes: Uint8Array, written: readonly string[]): string {
  let encoded = '';
  for (const byte of bytes) encoded += written[byte] ?? '';
  return encoded;
}

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/u;

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
function unique(encodings: readonly Encoding[]): Encoding[] {
  const seen = new Set<string>();
  return encodings.filter(({ bytes }) => {
    const { size } = seen;
    return seen.add(bytes).size > size;
  });
}
