/** A secret as it may be written somewhere: the name of the encoding, and the bytes. */
export interface Encoding {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Returns every encoding of a secret as bytes, without doubles. Letter case of escapes is left to the search. */
export function encodingsOf(secret: string): Encoding[] {
  return unique([...escapesOf(secret), ...blocksOf(secret)]);
}

/** The encodings that write character by character, so that a fragment's encoding is a fragment of the encoding. */
export function escapesOf(text: string): Encoding[] {
  const json = JSON.stringify(text).slice(1, -1);
  const jsonAscii = json.replace(/[^ -~]/gu, unicodeEscapes);
  const utf16 = Buffer.from(text, 'utf16le');
  const bytes = Buffer.from(text, 'utf8');
  const percent = percentEncode(bytes, UNRESERVED);
  const percentAll = percentEncode(bytes, NOTHING);
  const strings: readonly (readonly [string, string])[] = [
    ['raw', text],
    ['upper case', text.toUpperCase()],
    ['lower case', text.toLowerCase()],
    ['JSON', json],
    ['JSON in ASCII', jsonAscii],
    ['JSON with \\/', json.replaceAll('/', '\\/')],
    ['JSON twice', JSON.stringify(json).slice(1, -1)],
    ['JSON in ASCII twice', JSON.stringify(jsonAscii).slice(1, -1)],
    ['JSON, all escaped', unicodeEscapes(text)],
    ['JSON, all escaped, twice', unicodeEscapes(text).replaceAll('\\', '\\\\')],
    ['hex escapes', bytes.toString('hex').replace(/../gu, '\\x$&')],
    ['percent', percent],
    ['percent as encodeURI', percentEncode(bytes, URI_SAFE)],
    ['percent, plus for space', percent.replaceAll('%20', '+')],
    ['percent by RFC 3986', percentEncode(bytes, RFC_3986)],
    ['form', percentEncode(bytes, FORM).replaceAll('%20', '+')],
    ['percent twice', percent.replaceAll('%', '%25')],
    ['percent, all', percentAll],
    ['percent, all, twice', percentAll.replaceAll('%', '%25')],
    ['HTML', escapeHtml(text)],
    ['HTML, decimal', Array.from(text, (char) => `&#${char.codePointAt(0)};`).join('')],
    [
      'HTML, hex',
      Array.from(text, (char) => `&#x${char.codePointAt(0)?.toString(16).padStart(2, '0')};`).join(''),
    ],
  ];
  return unique([
    ...strings.map(([name, string]) => ({ name, bytes: Buffer.from(string, 'utf8') })),
    { name: 'hex', bytes: Buffer.from(bytes.toString('hex'), 'latin1') },
    { name: 'UTF-16LE', bytes: utf16 },
    { name: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    ...(/^[\0-\u00ff]*$/u.test(text) ? [{ name: 'Latin-1', bytes: Buffer.from(text, 'latin1') }] : []),
  ]);
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
          { name: `${name} at offset ${offset}`, bytes: Buffer.from(text, 'latin1') },
          { name: `${name}url at offset ${offset}`, bytes: Buffer.from(urlSafe, 'latin1') },
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

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** What encodeURIComponent leaves as it is. */
const UNRESERVED = unescaped("_.~!*'()-");
const RFC_3986 = unescaped('_.~-');
/** What application/x-www-form-urlencoded leaves as it is (URL standard, section 5.2). */
const FORM = unescaped('*_.-');
const URI_SAFE = unescaped("_.~!*'();/?:@&=+$,#-");
const NOTHING = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).padStart(2, '0')}`);

/** Returns how each byte is written when letters, digits and `safe` stay as they are. */
function unescaped(safe: string): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const char = String.fromCharCode(byte);
    return ALPHANUMERIC.includes(char) || safe.includes(char)
      ? char
      : `%${byte.toString(16).padStart(2, '0')}`;
  });
}

/** Byte by byte, since encodeURIComponent throws on half a surrogate pair. */
function percentEncode(bytes: Uint8Array, written: readonly string[]): string {
  let encoded = '';
  for (const byte of bytes) encoded += written[byte] ?? '';
  return encoded;
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
  return Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Of equal encodings the first one counts. */
function unique(encodings: readonly Encoding[]): Encoding[] {
  const seen = new Set<string>();
  return encodings.filter(({ bytes }) => {
    const { size } = seen;
    return seen.add(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')).size > size;
  });
}
