import { hasOpenCookie } from './redact-cookies.ts';
import { isGenerated } from './generated-words.ts';
import type { Steps } from '../cooperative-steps.ts';
import { isTag, TAG } from './tags.ts';
import type { TagKind } from './tags.ts';

/**
 * Names of fields whose value is a credential, by the parts of the name and not by a list of names, and the places in a
 * text where such a field stands. The redactor and the gate share this parse, so that they cannot disagree about it.
 */

/** Names with one of these in them hold a secret, whatever the value looks like. */
const ALWAYS: readonly (readonly [string, TagKind])[] = [
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['passcode', 'password'],
  ['secret', 'client-secret'],
  ['apikey', 'client-secret'],
  ['accesskey', 'client-secret'],
  ['privatekey', 'client-secret'],
  ['credential', 'client-secret'],
  ['samlrequest', 'token'],
  ['samlresponse', 'token'],
  ['assertion', 'token'],
  ['authorization', 'authorization'],
  ['cookie', 'cookie'],
];
/** The same for whole parts of a name: `db_pwd`, `jwt`. */
const ALWAYS_PARTS: Readonly<Record<string, TagKind>> = {
  pwd: 'password',
  pass: 'password',
  jwt: 'token',
  saml: 'token',
  bearer: 'token',
};
/** Names with such a part hold a secret when the value looks like one: `"token": "expired"` tells something. */
const PERHAPS_PARTS = new Set([
  'token',
  'tokens',
  'session',
  'sessionid',
  'jsessionid',
  'phpsessid',
  'sid',
  'ticket',
  'signature',
  'sig',
  'auth',
  'refresh',
  'csrf',
  'xsrf',
  'csrftoken',
  'xsrftoken',
  'nonce',
  'otp',
  'ordtok',
  'zsq',
]);
/** Error codes stand in these as well, so that only a generated word counts. */
const GENERATED_PARTS = new Set(['code', 'state', 'key', 'hash', 'hmac', 'relaystate']);
const PERSON = new Set(['user', 'username', 'login', 'loginhint', 'email', 'mail', 'upn']);

const MAX_NAME = 64;

interface NameParts {
  readonly joined: string;
  readonly parts: readonly string[];
}

function partsOf(name: string): NameParts {
  const start = name.slice(0, 4 * MAX_NAME);
  const parts = (start.includes('‹') ? start.replace(TAG, ' ') : start)
    .replace(/([a-z0-9])(?=[A-Z])/gu, '$1 ')
    .toLowerCase()
    .split(/[^a-z0-9]/u)
    .filter((part) => part !== '');
  return { joined: parts.join(''), parts };
}

/** How sure a name is: `always` a secret, `perhaps` if the value looks like one, `generated` if it is a generated word. */
type Certainty = 'always' | 'perhaps' | 'generated' | 'person';

interface FieldMeaning {
  readonly kind: TagKind;
  readonly certainty: Certainty;
}

function meaningOf(name: string): FieldMeaning | null {
  const { joined, parts } = partsOf(name);
  if (joined === '') return null;
  for (const [word, kind] of ALWAYS) if (joined.includes(word)) return { kind, certainty: 'always' };
  for (const part of parts) {
    const kind = Object.hasOwn(ALWAYS_PARTS, part) ? ALWAYS_PARTS[part] : undefined;
    if (kind !== undefined) return { kind, certainty: 'always' };
  }
  if (parts.some((part) => PERHAPS_PARTS.has(part)) || joined.endsWith('token'))
    return { kind: 'token', certainty: 'perhaps' };
  if (parts.some((part) => GENERATED_PARTS.has(part))) return { kind: 'token', certainty: 'generated' };
  return PERSON.has(joined) ? { kind: 'token', certainty: 'person' } : null;
}

/** What a field of this name holds, or null if its name tells of no secret. */
export function kindOfField(name: string): TagKind | null {
  return meaningOf(name)?.kind ?? null;
}

/** One long word with a digit, or a very long one; also the rest of one that has lost a part to a tag. */
function looksLikeCredential(value: string): boolean {
  if (/\s/u.test(value)) return false;
  return value.includes('‹') || value.length >= 24 || (value.length >= 8 && /\d/u.test(value));
}

const SCHEME = /^(?:bearer|basic|digest|negotiate|ntlm|token)$/iu;
const LEAD = /^[\w-]{1,40}\s{1,8}/u;

/** Whether a value is made of tags and at most a full stop behind them. */
function isTagged(value: string): boolean {
  return value.includes('‹') && !/[\p{L}\p{N}]/u.test(value.replace(TAG, ''));
}

/** How long a secret is, which our own checks tell: `secretLength`. */
const LENGTH_NAME = /length$/iu;
const SHORT_COUNT = /^\d{1,4}$/u;

/** Returns whether the value of a field is to be removed because of the field's name. */
export function isFieldSecret(name: string, value: string): boolean {
  return isSecretValue(name, meaningOf(name), value);
}

/** Reads names of fields, most of which a text repeats; to be kept no longer than the text, since a name may be a secret. */
function createNameReader(): (name: string) => FieldMeaning | null {
  const meanings = new Map<string, FieldMeaning | null>();
  return (name) => {
    const known = meanings.get(name);
    if (known !== undefined) return known;
    const meaning = meaningOf(name);
    if (meanings.size < MAX_KNOWN_NAMES) meanings.set(name, meaning);
    return meaning;
  };
}

/** Returns `isFieldSecret` for the fields of one text. */
export function createFieldReader(): typeof isFieldSecret {
  const meaningIn = createNameReader();
  return (name, value) => {
    const meaning = meaningIn(name);
    return meaning !== null && isSecretValue(name, meaning, value);
  };
}

function isSecretValue(name: string, meaning: FieldMeaning | null, value: string): boolean {
  const plain = value.trim();
  if (SHORT_COUNT.test(plain) && LENGTH_NAME.test(name)) return false;
  if (!/[^\s'"\\…]/u.test(plain) || isTagged(plain) || VARIABLE.test(plain)) return false;
  switch (meaning?.certainty) {
    case undefined:
      return false;
    case 'always':
      if (meaning?.kind === 'cookie') return hasOpenCookie(plain, true);
      // `authorization: Bearer ‹…›` has lost its credential already.
      return meaning?.kind !== 'authorization' || !(SCHEME.test(plain) || isTag(plain.replace(LEAD, '')));
    case 'perhaps':
      return looksLikeCredential(plain);
    case 'generated':
      return isGenerated(plain);
    case 'person':
      return /@|%40/iu.test(plain);
  }
}

/** The value of a field in a text, by its positions; what is around it stays. */
interface FieldInText {
  readonly kind: TagKind;
  readonly start: number;
  readonly end: number;
}

const MAX_KNOWN_NAMES = 1000;
const MAX_BLANKS = 8;
const MAX_BACKSLASHES = 16;
const NAME_CHARACTER = /[\w.[\]-]/u;
const MAX_TAG = 32;
/** `client secret: 3 times`. */
const COUNT = /^\d{1,3}$/u;
/** The place of a secret in a command, which the shell fills. */
const VARIABLE = /^[\\"']{0,8}\$\{?[A-Z][A-Z_]{2,}/u;
/** Ends a value that stands without quotes. */
const VALUE_END = /[\s&"'<>#;,]/u;

/**
 * Finds `name: value`, `name=value`, `"name": "value"` with any number of escapes before the quotes, where the name and
 * the value speak of a secret. Every step back is limited and every value is stepped over, so that the time is linear.
 * In steps, for texts of megabytes.
 */
export function* secretFieldsInSteps(text: string): Steps<FieldInText[]> {
  const found: FieldInText[] = [];
  const meaningIn = createNameReader();
  const separators = /[:=]/gu;
  for (let match = separators.exec(text); match !== null; match = separators.exec(text)) {
    const at = match.index;
    yield;
    // `==`, `::` and `://` join no name with a value.
    const next = text.charAt(at + 1);
    if (next === '=' || next === ':' || (next === '/' && text.charAt(at + 2) === '/')) continue;
    const name = nameBefore(text, at);
    const meaning = name === '' ? null : meaningIn(name);
    if (meaning === null) continue;
    const value = valueBehind(text, at + 1);
    if (value === null || !isSecretValue(name, meaning, text.slice(value.start, value.end))) continue;
    found.push({ kind: meaning.kind, ...value });
    separators.lastIndex = value.end;
  }
  return found;
}

function nameBefore(text: string, separator: number): string {
  let end = separator;
  while (end > 0 && separator - end < MAX_BLANKS && isBlank(text.charAt(end - 1))) end -= 1;
  if (/["'`]/u.test(text.charAt(end - 1))) {
    end -= 1;
    for (let count = 0; count < MAX_BACKSLASHES && text.charAt(end - 1) === '\\'; count += 1) end -= 1;
  }
  let start = wordStart(text, end);
  // `API key: …` is written in two words.
  if (/^(?:key|id|code)$/iu.test(text.slice(start, end)) && isBlank(text.charAt(start - 1)))
    start = wordStart(text, start - 1);
  return text.slice(start, end);
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_NAME && NAME_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

function valueBehind(text: string, from: number): { start: number; end: number } | null {
  let start = from;
  while (start - from < MAX_BLANKS && isBlank(text.charAt(start))) start += 1;
  let backslashes = 0;
  while (backslashes < MAX_BACKSLASHES && text.charAt(start + backslashes) === '\\') backslashes += 1;
  const quote = text.charAt(start + backslashes);
  if (quote === '"' || quote === "'") {
    start += backslashes + 1;
    const end = taggedEnd(text, start) ?? quotedEnd(text, start, '\\'.repeat(backslashes) + quote);
    return end > start ? { start, end } : null;
  }
  const tagged = taggedEnd(text, start);
  if (tagged !== null) return { start, end: tagged };
  // A scheme stays before its credential: `authorization: Bearer …` is treated by its own shape.
  let end = start;
  while (end < text.length && !VALUE_END.test(text.charAt(end))) {
    // The sign # inside a tag ends nothing.
    const close = text.charAt(end) === '‹' ? text.slice(end, end + MAX_TAG).indexOf('›') : -1;
    end += close < 0 ? 1 : close + 1;
  }
  const value = text.slice(start, end);
  // A full stop of ours may stand behind a name without a value.
  return /[\p{L}\p{N}]/u.test(value) && !COUNT.test(value) ? { start, end } : null;
}

const TAG_HERE = new RegExp(TAG.source, 'uy');

/** Where a tag ends that is not followed by its quote, since the text was cut off there; what follows is ours. */
function taggedEnd(text: string, start: number): number | null {
  TAG_HERE.lastIndex = start;
  const end = start + (TAG_HERE.exec(text)?.[0].length ?? 0);
  return end === start || /[\w‹]/u.test(text.charAt(end)) ? null : end;
}

/** The place of the closing quote, or the end of the line where there is none. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let end = start; end < text.length; end += 1) {
    if (text.charAt(end) === '\n') return end;
    if (text.startsWith(quote, end) && (quote.length > 1 || text.charAt(end - 1) !== '\\' || end === start))
      return end;
  }
  return text.length;
}
