import { isTag } from '../tags.ts';

/** Attributes of RFC 6265 and its drafts, with the form of their values. Every other pair is treated as a cookie. */
const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ['path', /^\/[\w./~%-]{0,200}$/u],
  ['domain', /^[\w.-]{1,253}$/u],
  ['expires', /^(?:[A-Za-z]{3,9},? ?)?[\w:\s-]{1,40}$/u],
  ['max-age', /^-?\d{1,12}$/u],
  ['samesite', /^[A-Za-z]{1,10}$/u],
  ['priority', /^[A-Za-z]{1,10}$/u],
  ['secure', /^$/u],
  ['httponly', /^$/u],
  ['partitioned', /^$/u],
]);

type ReplaceCookie = (value: string) => string;

/** Replaces the values in a `Set-Cookie`; names, known attributes and empty values stay. */
export function redactSetCookie(header: string, replace: ReplaceCookie): string {
  const pieces = header.split(';').map((piece, index) => {
    const [, name = '', separator = '', value = ''] = /^([^=]*)(?:(=)([^]*))?$/u.exec(piece) ?? [];
    const isAttribute = index > 0 && ATTRIBUTES.get(name.trim().toLowerCase())?.test(value.trim()) === true;
    const content = separator === '' ? name : value;
    if (isAttribute || content.trim() === '' || isTag(content.trim())) return piece;
    return separator === '' ? replace(name.trim()) : name + separator + replace(value);
  });
  return pieces.join(';');
}

/** Replaces a whole `Cookie` header, the names as well. */
export function redactCookie(header: string, replace: ReplaceCookie): string {
  return header.trim() === '' || isTag(header.trim()) ? header : replace(header);
}

/** Returns whether a cookie header holds a value that is no tag. */
export function hasUnredactedCookie(header: string, isSet: boolean): boolean {
  return valuesOf(header, isSet ? redactSetCookie : redactCookie).some((value) => !value.includes('‹'));
}

/** Shorter values are flags and languages. */
const MIN_COOKIE_SECRET = 8;
const MAX_COOKIE_SECRET = 4096;

/** Returns the values of a `Set-Cookie` that are worth searching for elsewhere: long, and of letters and digits. */
export function cookieSecrets(header: string): string[] {
  return valuesOf(header, redactSetCookie)
    .map((value) => value.trim())
    .filter(
      (value) =>
        value.length >= MIN_COOKIE_SECRET &&
        value.length <= MAX_COOKIE_SECRET &&
        /\d/u.test(value) &&
        /[A-Za-z]/u.test(value) &&
        !value.includes('‹'),
    );
}

/** Returns the values that `redact` would replace. */
function valuesOf(header: string, redact: typeof redactSetCookie): string[] {
  const values: string[] = [];
  redact(header, (value) => {
    values.push(value);
    return value;
  });
  return values;
}
