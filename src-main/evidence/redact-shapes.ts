import { TAG } from './tags.ts';
import type { TagKind } from './tags.ts';

/** Makes the tag for a value that is known by its shape only, and counts it. */
export type TagMaker = (kind: TagKind, value: string) => string;

/** A JSON Web Token (RFC 7519), also cut off after its second part. */
export const JWT = /(?:\b|(?<=\\[nrtbf]))eyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)*/gu;

const TAGGED = TAG.source;
const CREDENTIAL = `(?:${TAGGED}|[\\w.~+/=-])+`;
const BEARER = new RegExp(`\\b(Bearer\\s+)(${CREDENTIAL})`, 'giu');
const BASIC = /\b(Basic\s+)([A-Za-z0-9+/_-]{4,}={0,2})/giu;
const AUTHORIZATION_LINE = new RegExp(
  `\\b((?:proxy-)?authorization["']?\\s*[:=]\\s*["']?(?:bearer|basic|digest|negotiate|ntlm|token)\\s+)(${CREDENTIAL})`,
  'giu',
);
const COOKIE_LINE = /^([<>]?[ \t]*(?:set-)?cookie:[ \t]*)([^\r\n]+)/gimu;
/** `user:password@` behind a scheme (RFC 3986, userinfo). */
const USER_INFO = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/?#"'<>\\]+)@/giu;

const FIELD_NAMES =
  'client[_-]?secret|(?:access|refresh|id|auth|session|csrf|xsrf|api)[_-]?token|pass(?:word|wd)|api[_-]?key';
/** A quoted field, also with escaped quotes, also cut off in its value. */
const QUOTED_FIELD = new RegExp(
  `((\\\\*["'])(${FIELD_NAMES})\\2\\s*[:=]\\s*(\\\\*["']))((?:(?!\\4)[^\\n]){1,4096})`,
  'giu',
);
const FORM_FIELD = new RegExp(`((?:^|[?&;\\s])(${FIELD_NAMES}|token|secret)=)([^&\\s"'<>#;]+)`, 'giu');

/** Whether a text is one tag and nothing else. */
export function isTag(text: string): boolean {
  return new RegExp(`^(?:${TAGGED})$`, 'u').test(text);
}

/** Replaces what has the shape of a credential in a plain text. Text that holds tags already comes out the same. */
export function redactShapes(text: string, tag: TagMaker): string {
  const once = (kind: TagKind, value: string): string => (isTag(value) ? value : tag(kind, value));
  return text
    .replace(AUTHORIZATION_LINE, (_, lead: string, value: string) => lead + once('authorization', value))
    .replace(BEARER, (whole, lead: string, value: string) =>
      isTag(value) || !looksGenerated(value) ? whole : lead + tag('authorization', value),
    )
    .replace(BASIC, (whole, lead: string, value: string) =>
      isBasicCredential(value) ? lead + tag('authorization', value) : whole,
    )
    .replace(COOKIE_LINE, (_, lead: string, value: string) => lead + once('cookie', value))
    .replace(USER_INFO, (_, scheme: string, info: string) => {
      const known = [...info.matchAll(TAG)].at(-1)?.[0];
      return `${scheme}${known !== undefined && info.endsWith(known) ? known : tag('password', info)}@`;
    })
    .replace(
      QUOTED_FIELD,
      (_, lead: string, _quote, name: string, _open, value: string) =>
        lead + once(kindOfField(name) ?? 'password', value),
    )
    .replace(FORM_FIELD, (whole, lead: string, name: string, value: string) =>
      isFieldSecret(name, value) ? lead + once(kindOfField(name) ?? 'password', value) : whole,
    );
}

/** Words of prose follow `Bearer` too ("Bearer authentication is needed"); a credential has digits, or is long. */
function looksGenerated(value: string): boolean {
  return value.includes('‹') || (value.length >= 16 && /\d/u.test(value)) || value.length >= 32;
}

function isBasicCredential(value: string): boolean {
  return /^[ -~]*:[ -~]*$/u.test(Buffer.from(value, 'base64').toString('latin1'));
}

/** What a field of this name holds, or null if its name tells of no secret. */
export function kindOfField(name: string): TagKind | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/gu, '');
  if (/^(?:client|api|app|shared)?secret$|^(?:api|private|secret)key$/u.test(plain)) return 'client-secret';
  if (/^(?:access|refresh|id|auth|session|csrf|xsrf|bearer|api|security)?token$|^jwt$/u.test(plain))
    return 'token';
  if (/^(?:proxy)?pass(?:word|wd|phrase)?$|^pwd$/u.test(plain)) return 'password';
  if (/^(?:proxy)?authorization$/u.test(plain)) return 'authorization';
  return /^(?:set)?cookies?$/u.test(plain) ? 'cookie' : null;
}

/** Whether the value of a field is to be removed because of the field's name. */
export function isFieldSecret(name: string, value: string): boolean {
  const kind = kindOfField(name);
  if (kind === null || value.trim() === '' || isTag(value)) return false;
  // "token": "expired" tells something; a token itself is one long word with digits.
  return (
    kind !== 'token' || value.includes('‹') || (value.length >= 8 && /^\S*\d\S*$|^\S{24,}$/u.test(value))
  );
}

const TOKEN_HEADERS = new Set([
  'x-api-key',
  'api-key',
  'x-auth-token',
  'x-access-token',
  'x-amz-security-token',
  'x-csrf-token',
  'x-xsrf-token',
]);

/** Replaces the credential in a header's value by the header's name; `value` may hold tags already. */
export function redactHeaderValue(name: string, value: string, tag: TagMaker): string {
  const plain = name.trim().toLowerCase();
  if (value.trim() === '') return value;
  if (plain === 'authorization' || plain === 'proxy-authorization') return redactAuthorization(value, tag);
  if (plain === 'set-cookie') return redactSetCookie(value, tag);
  if (plain === 'cookie') return isTag(value) ? value : tag('cookie', value);
  if (TOKEN_HEADERS.has(plain)) return isTag(value) ? value : tag('token', value);
  return redactShapes(value, tag);
}

/** Keeps the scheme (`Bearer`), which is a fact, and replaces the rest. */
export function redactAuthorization(value: string, tag: TagMaker): string {
  const parts = /^\s*([A-Za-z][A-Za-z0-9-]*\s+)?([\s\S]+)$/u.exec(value);
  const scheme = parts?.[1] ?? '';
  const credential = (parts?.[2] ?? value).trim();
  return scheme + (isTag(credential) ? credential : tag('authorization', credential));
}

/** Keeps the cookie's name and attributes, which tell what stands in front of Xray, and replaces its value. */
function redactSetCookie(value: string, tag: TagMaker): string {
  const parts = /^([^=;]*=)?([^;]*)([\s\S]*)$/u.exec(value);
  const name = parts?.[1] ?? '';
  const content = parts?.[2] ?? value;
  return content.trim() === '' || isTag(content) ? value : name + tag('cookie', content) + (parts?.[3] ?? '');
}

/** One long word in quotes or bare; a sentence, JSON with fields and HTML are none. */
const BARE_WORD = /^(\s*"?)([^\s"<{[\\]{20,})("?\s*)$/u;

/** Replaces the body of a successful sign-in, which is a token and nothing else, unless it is a tag already. */
export function redactBareToken(text: string, tag: TagMaker): string {
  const parts = BARE_WORD.exec(text);
  const word = parts?.[2];
  if (parts === null || word === undefined || isTag(word)) return text;
  return `${parts[1] ?? ''}${tag('token', word)}${parts[3] ?? ''}`;
}
