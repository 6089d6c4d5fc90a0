import { isBoilerplate } from './boilerplate.ts';

/** Every value of a run that must not leave the computer. The client id is no secret; it is shortened. */
export interface KnownSecrets {
  readonly clientSecret: string;
  readonly tokens: readonly string[];
  readonly clientId: string;
  readonly proxyPasswords: readonly string[];
  /** The person's home folder, or null if it is not known. */
  readonly homeFolder: string | null;
}

type SecretKind = 'client-secret' | 'token' | 'proxy-password' | 'client-id' | 'cookie';

/**
 * One value to look for.
 *
 * `everywhere`: it cannot be mistaken for ordinary text, so each occurrence in any encoding counts, and so does each
 * fragment of 12 characters.
 *
 * `as-a-value`: it looks like ordinary text (see `looksOrdinary`). No key of Xray's does; it happens when the wrong
 * thing was pasted. To remove it from every sentence would destroy the text and tell what it is, since anyone can fill
 * the gaps. So it is removed where a value stands (a field, a header, a word of its own in what a server sent), and our
 * own words are left alone.
 */
export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
  readonly search: 'everywhere' | 'as-a-value';
}

/** Fragments of a secret from this length on are secrets too. */
export const FRAGMENT_LENGTH = 12;
/** Below this length a value cannot be told from ordinary text; a client id of Xray's has 32 characters. */
const MIN_SEARCHABLE_LENGTH = { secret: 8, 'client-id': 16 } as const;
/** Numbers below this length are dates, sizes and times. */
const MIN_NUMBER_LENGTH = 16;
/** `aaaaaaaaaaaa` and `000000000000` come about by chance in base64 and in packed pictures. */
const MIN_DIFFERENT = 4;

/** The values of a run as a list without doubles, the most secret first. Empty values are left out. */
export function listSecrets(known: KnownSecrets): Secret[] {
  const values: [SecretKind, string][] = [
    ['client-secret', known.clientSecret],
    ...known.tokens.map((token): [SecretKind, string] => ['token', token]),
    ...known.proxyPasswords.map((password): [SecretKind, string] => ['proxy-password', password]),
    ['client-id', known.clientId],
  ];
  const seen = new Set<string>();
  return values.flatMap(([kind, text]): Secret[] => {
    const value = text.trim();
    if (value === '' || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value, search: looksOrdinary(kind, value) ? 'as-a-value' : 'everywhere' }];
  });
}

/**
 * Whether a value may stand in any text by chance: it is short, a short number, of less than four different letters and
 * digits, or a part of the words that every bundle holds (`password`, `authenticate`).
 */
function looksOrdinary(kind: SecretKind, value: string): boolean {
  const shortest = MIN_SEARCHABLE_LENGTH[kind === 'client-id' ? kind : 'secret'];
  const isShortNumber = value.length < MIN_NUMBER_LENGTH && /^[\d\s.:/-]*$/u.test(value);
  return value.length < shortest || isShortNumber || isMonotonous(value) || isBoilerplate(value);
}

function isMonotonous(text: string): boolean {
  return lettersAndDigits(text, text.length).different < MIN_DIFFERENT;
}

/** Returns whether a value is the bytes of something, written in hex, as Xray's keys are. */
export function isHex(value: string): boolean {
  return value.length >= MIN_NUMBER_LENGTH && value.length % 2 === 0 && /^[0-9a-f]+$/iu.test(value);
}

/** How many letters and digits stand in a text, and how many different ones; counted up to `enough` different ones. */
function lettersAndDigits(text: string, enough: number): { count: number; different: number } {
  const seen = new Set<string>();
  let count = 0;
  for (const char of text) {
    const code = char.charCodeAt(0);
    const isOne =
      code < 0x80
        ? (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
        : /[\p{L}\p{N}]/u.test(char);
    if (!isOne) continue;
    count += 1;
    if (seen.size < enough) seen.add(char.toLowerCase());
  }
  return { count, different: seen.size };
}

/** Of a longer value (a token) its base64 and hex are found by decoding alone, not by writing all of it in every encoding. */
export const MAX_IN_EVERY_ENCODING = 1024;
/** Of a still longer one only every twelfth fragment is looked for, so that pieces of 23 characters are found for certain. */
const MAX_EVERY_FRAGMENT = 8 * 1024;

/**
 * The fragments of `value` that are as telling as the whole: its windows of 12 characters, without those that stand in
 * every bundle anyway and those that are mostly blanks, dashes or one character. A value of at most 12 characters has none.
 */
export function fragmentsOf(value: string): string[] {
  return value.length <= FRAGMENT_LENGTH ? [] : windowsOf(value, FRAGMENT_LENGTH);
}

/** The telling windows of `length` characters; all of them, or of a very long value enough to know a longer piece. */
export function windowsOf(value: string, length: number): string[] {
  const step = value.length > MAX_EVERY_FRAGMENT ? length : 1;
  const windows = new Set<string>();
  for (let start = 0; start + length <= value.length; start += step)
    windows.add(value.slice(start, start + length));
  return [...windows].filter(isTelling);
}

/** Whether a fragment can only have come from the secret: enough letters and digits, and no word of ours. */
function isTelling(fragment: string): boolean {
  const { count, different } = lettersAndDigits(fragment, MIN_DIFFERENT);
  return (
    count >= 6 && different >= MIN_DIFFERENT && !isBoilerplate(fragment) && !isBoilerplate(coreOf(fragment))
  );
}

/** A secret as it may be written somewhere: the name of the encoding, and the bytes. */
export interface Encoding {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Every encoding in which a secret may be written, as bytes, without doubles: raw, upper and lower case, JSON (once,
 * twice, every character as `\u`), percent (once, twice, every byte, plus for space), HTML, base64 and base64url at
 * three offsets, hex, UTF-16 and Latin-1. The letters' case of escapes is not repeated; searches fold it.
 */
export function encodingsOf(secret: string): Encoding[] {
  return unique([...escapesOf(secret), ...blocksOf(secret)]);
}

/** The encodings that write character by character, so that a fragment's encoding is a fragment of the encoding. */
export function escapesOf(text: string): Encoding[] {
  const json = JSON.stringify(text).slice(1, -1);
  const jsonAscii = json.replace(/[^ -~]/gu, unicodeEscapes);
  const percent = percentEncode(text, UNRESERVED);
  const utf16 = Buffer.from(text, 'utf16le');
  const bytes = Buffer.from(text, 'utf8');
  const strings: [string, string][] = [
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
    ['hex escapes', [...bytes].map((byte) => `\\x${hex(byte)}`).join('')],
    ['percent', percent],
    ['percent as encodeURI', percentEncode(text, URI_SAFE)],
    ['percent, plus for space', percent.replaceAll('%20', '+')],
    ['percent by RFC 3986', percentEncode(text, RFC_3986)],
    ['form', percentEncode(text, FORM).replaceAll('%20', '+')],
    ['percent twice', percentEncode(percent, UNRESERVED)],
    ['percent, all', percentEncode(text, NOTHING)],
    ['percent, all, twice', percentEncode(text, NOTHING).replaceAll('%', '%25')],
    ['HTML', htmlEncode(text)],
    ['HTML, decimal', Array.from(text, (char) => `&#${char.codePointAt(0) ?? 0};`).join('')],
    ['HTML, hex', Array.from(text, (char) => `&#x${hex(char.codePointAt(0) ?? 0)};`).join('')],
  ];
  return unique([
    ...strings.map(([name, string]): Encoding => ({ name, bytes: Buffer.from(string, 'utf8') })),
    { name: 'hex', bytes: Buffer.from(bytes.toString('hex'), 'latin1') },
    { name: 'UTF-16LE', bytes: utf16 },
    { name: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    ...(/^[\0-\u00ff]*$/u.test(text) ? [{ name: 'Latin-1', bytes: Buffer.from(text, 'latin1') }] : []),
  ]);
}

/** The encodings that write several characters into one block: base64, of the bytes and of UTF-16. */
export function blocksOf(secret: string): Encoding[] {
  const forms: [string, Buffer][] = [
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
 * The base64 characters that depend on `bytes` alone when `offset` bytes stand before them in the same text: those at
 * both ends mix with the neighbours and are left out.
 */
export function base64At(bytes: Uint8Array, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(3)]).toString('base64');
  return padded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

/** What encodeURIComponent leaves as it is. */
const UNRESERVED = /[A-Za-z0-9_.~!*'()-]/u;
const RFC_3986 = /[A-Za-z0-9_.~-]/u;
/** What application/x-www-form-urlencoded leaves as it is (URL standard, section 5.2). */
const FORM = /[A-Za-z0-9*_.-]/u;
const URI_SAFE = /[A-Za-z0-9_.~!*'();/?:@&=+$,#-]/u;
const NOTHING = /(?!)/u;

/** Byte by byte, since encodeURIComponent throws on half a surrogate pair. */
function percentEncode(text: string, safe: RegExp): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return byte < 0x80 && safe.test(char) ? char : `%${hex(byte)}`;
    })
    .join('');
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => HTML_NAMES[char] ?? char);
}

function unicodeEscapes(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

function unique(encodings: readonly Encoding[]): Encoding[] {
  const seen = new Set<string>();
  return encodings.filter(({ bytes }) => {
    const key = Buffer.from(bytes).toString('latin1');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A search that passes over separators finds `authenticate-` before any separator: then the word alone counts. */
function coreOf(fragment: string): string {
  return /[\p{L}\p{N}].{0,200}[\p{L}\p{N}]/su.exec(fragment)?.[0] ?? fragment;
}
