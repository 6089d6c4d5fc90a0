import type { Steps } from '../../cooperative-steps.ts';
import type { Span } from '../../search/ranges.ts';
import { looksRandom } from './redact-random-strings.ts';
import { hasUnredactedCookie } from './redact-cookies.ts';
import { isTag, TAG } from '../tags.ts';
import type { TagKind } from '../tags.ts';

/** Names that contain one of these hold a secret, whatever the value looks like. The first kind that fits counts. */
const SECRET_NAMES: readonly (readonly [TagKind, readonly string[]])[] = [
  ['password', ['password', 'passwd', 'passphrase', 'passcode']],
  ['client-secret', ['secret', 'apikey', 'accesskey', 'privatekey', 'credential']],
  ['token', ['samlrequest', 'samlresponse', 'assertion']],
  ['authorization', ['authorization']],
  ['cookie', ['cookie']],
];
/** The same for whole words of a name: `db_pwd`, `jwt`. */
const SECRET_WORDS: typeof SECRET_NAMES = [
  ['password', ['pwd', 'pass']],
  ['token', ['jwt', 'saml', 'bearer']],
];
/** Names with such a word hold a secret if the value looks like one: `"token": "expired"` is a fact. */
const TOKEN_WORDS = new Set(
  `token tokens session sessionid jsessionid phpsessid sid ticket signature sig auth refresh csrf xsrf csrftoken
  xsrftoken nonce otp ordtok zsq`.split(/\s+/u),
);
/** These hold error codes as well, so that only a random string counts. */
const CODE_WORDS = new Set(['code', 'state', 'key', 'hash', 'hmac', 'relaystate']);
const USER_NAMES = new Set(['user', 'username', 'login', 'loginhint', 'email', 'mail', 'upn']);

const MAX_NAME = 256;
const MAX_KNOWN_NAMES = 1000;
/** Characters of a value that decide; a text may hold thousands of fields that share one long value. */
const MAX_JUDGED = 4096;

/** What a field holds by its name, and which values of it are secrets. */
interface FieldMeaning {
  readonly kind: TagKind;
  readonly secret: 'any-value' | 'credential' | 'random-string' | 'address';
}

/** Returns what the name of a field says of its value, or null if it says nothing. */
export type NameReader = (name: string) => FieldMeaning | null;

const meaningOf: NameReader = (name) => {
  const words = name
    .slice(0, MAX_NAME)
    .replace(TAG, ' ')
    .replace(/([a-z0-9])(?=[A-Z])/gu, '$1 ')
    .toLowerCase()
    .split(/[^a-z0-9]/u)
    .filter((word) => word !== '');
  const joined = words.join('');
  const [kind] =
    SECRET_NAMES.find(([, parts]) => parts.some((part) => joined.includes(part))) ??
    SECRET_WORDS.find(([, known]) => words.some((word) => known.includes(word))) ??
    [];
  if (kind !== undefined) return { kind, secret: 'any-value' };
  if (words.some((word) => TOKEN_WORDS.has(word)) || joined.endsWith('token'))
    return { kind: 'token', secret: 'credential' };
  if (words.some((word) => CODE_WORDS.has(word))) return { kind: 'token', secret: 'random-string' };
  return USER_NAMES.has(joined) ? { kind: 'token', secret: 'address' } : null;
};

/** Returns a reader that remembers names. Keep it no longer than the text, since a name may be a secret. */
export function createNameReader(): NameReader {
  const meanings = new Map<string, FieldMeaning | null>();
  return (name) => {
    const known = meanings.get(name);
    if (known !== undefined) return known;
    const meaning = meaningOf(name);
    if (meanings.size < MAX_KNOWN_NAMES) meanings.set(name, meaning);
    return meaning;
  };
}

/** Returns the kind of secret that a field of this name holds, or null. */
export function kindOfField(name: string): TagKind | null {
  return meaningOf(name)?.kind ?? null;
}

/** `secretLength`, a fact of the app's own checks. */
const LENGTH_NAME = /length$/iu;
const SHORT_COUNT = /^\d{1,4}$/u;
/** The place of a secret in a command, which the shell fills in. */
const SHELL_VARIABLE = /^[\\"']{0,8}\$\{?[A-Z][A-Z_]{2,}/u;
const SCHEME = /^(?:bearer|basic|digest|negotiate|ntlm|token)$/iu;
const SCHEME_BEFORE = /^[\w-]{1,40}\s{1,8}/u;

/** Returns whether the value of a field has to be removed because of the field's name. */
export function isFieldSecret(name: string, value: string, readName = meaningOf): boolean {
  const plain = value.trim();
  const meaning = readName(name);
  if (meaning === null || (SHORT_COUNT.test(plain) && LENGTH_NAME.test(name))) return false;
  if (!/[^\s'"\\…]/u.test(plain) || isRedacted(plain) || SHELL_VARIABLE.test(plain)) return false;
  switch (meaning.secret) {
    case 'any-value':
      if (meaning.kind === 'cookie') return hasUnredactedCookie(plain, true);
      // `authorization: Bearer ‹…›` has lost its credential already.
      return (
        meaning.kind !== 'authorization' || !(SCHEME.test(plain) || isTag(plain.replace(SCHEME_BEFORE, '')))
      );
    case 'credential':
      return looksLikeCredential(plain);
    case 'random-string':
      return looksRandom(plain.slice(0, MAX_JUDGED));
    case 'address':
      return /@|%40/iu.test(plain.slice(0, MAX_JUDGED));
  }
}

/** One long word with a digit, a very long one, or the rest of one that has lost a part to a tag. */
function looksLikeCredential(value: string): boolean {
  if (/\s/u.test(value)) return false;
  return value.includes('‹') || value.length >= 24 || (value.length >= 8 && /\d/u.test(value));
}

/** Returns whether a value is made of tags and at most punctuation. */
function isRedacted(value: string): boolean {
  return value.includes('‹') && !/[\p{L}\p{N}]/u.test(value.replace(TAG, ''));
}

/**
 * The sign before a value, and in front of it the name of the field, perhaps in quotes with escapes before them. Looks back
 * a limited number of characters, so that it is linear. `==`, `::` and `://` join no name with a value.
 */
const FIELD =
  /[:=](?![:=]|\/\/)(?<=((?:[\w.[\]-]{1,64}[ \t](?=(?:key|id|code)["'`\\ \t:=]))?[\w.[\]-]{1,64})(?:\\{0,16}["'`])?[ \t]{0,8}[:=])/giu;
/** What stands between the sign and a value: blanks, and perhaps a quote with escapes before it. */
const LEAD = /[ \t]{0,8}(?:(\\{0,16}["']))?/uy;
/** `client secret: 3 times`. */
const COUNT = /^\d{1,3}$/u;
const TAGS = new RegExp(`(?:${TAG.source})(?![\\w‹])`, 'uy');
/** A value without quotes; the `#` of a tag does not end it. */
const UNQUOTED = /(?:[^\s&"'<>#;,‹]+|‹[^›]{0,30}›|‹)*/uy;

/**
 * Finds `name: value`, `name=value` and `"name": "value"`, with any escapes before the quotes, where name and value look
 * like a credential. The redactor and the gate share it, so that they cannot disagree on where a field ends. Linear.
 */
export function* findCredentialFields(text: string): Steps<(Span & { readonly kind: TagKind })[]> {
  const found: (Span & { readonly kind: TagKind })[] = [];
  const readName = createNameReader();
  let position = 0;
  let unquotedEnd = 0;
  for (const { index, 1: name = '' } of text.matchAll(FIELD)) {
    yield;
    const meaning = readName(name);
    if (meaning === null || index < position) continue;
    LEAD.lastIndex = index + 1;
    const [lead = '', quote] = LEAD.exec(text) ?? [];
    const start = index + 1 + lead.length;
    // A tag without its quote: the text was cut off there, and what follows is the app's own.
    let end = start + matchLength(TAGS, text, start);
    if (end === start && quote !== undefined) end = quotedEnd(text, start, quote);
    else if (end === start) {
      // Several fields may share one end: `code=a.code=b.code=c`.
      if (start >= unquotedEnd) unquotedEnd = start + matchLength(UNQUOTED, text, start);
      end = unquotedEnd;
    }
    const value = text.slice(start, end);
    if (quote === undefined && COUNT.test(value)) continue;
    if (!isFieldSecret(name, value, readName)) continue;
    found.push({ kind: meaning.kind, start, end });
    position = end;
  }
  return found;
}

function matchLength(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}

/** Returns the place of the closing quote, or the end of the line. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let end = start; end < text.length; end += 1) {
    if (text.charAt(end) === '\n') return end;
    const isEscaped = quote.length === 1 && end > start && text.charAt(end - 1) === '\\';
    if (text.startsWith(quote, end) && !isEscaped) return end;
  }
  return text.length;
}
