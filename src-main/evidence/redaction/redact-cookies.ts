import { isTag } from './tags.ts';

/** Attributes of RFC 6265 and its drafts, with what their values may look like. Anything else behind the first pair is a cookie too. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  path: /^\/[\w./~%-]{0,200}$/u,
  domain: /^[\w.-]{1,253}$/u,
  expires: /^(?:[A-Za-z]{3,9},? ?)?[\w:\s-]{1,40}$/u,
  'max-age': /^-?\d{1,12}$/u,
  samesite: /^[A-Za-z]{1,10}$/u,
  priority: /^[A-Za-z]{1,10}$/u,
  secure: /^$/u,
  httponly: /^$/u,
  partitioned: /^$/u,
};

/** What becomes of one value. */
type ReplaceCookie = (value: string) => string;

/** Keeps the names of cookies, and the known attributes of a `Set-Cookie`; every other value is replaced. An empty one holds nothing. */
export function redactSetCookie(value: string, replace: ReplaceCookie): string {
  return value
    .split(';')
    .map((piece, index) => (index > 0 && isAttribute(piece) ? piece : redactPair(piece, replace)))
    .join(';');
}

/** The same for a `Cookie`, which has no attributes; the names go with the values. */
export function redactCookie(value: string, replace: ReplaceCookie): string {
  return value.trim() === '' || isTag(value.trim()) ? value : replace(value);
}

/** Returns whether the parse of cookies finds a value that is no tag yet. */
export function hasOpenCookie(value: string, isSet: boolean): boolean {
  let isOpen = false;
  const note = (content: string): string => {
    isOpen ||= !content.includes('‹');
    return content;
  };
  if (isSet) redactSetCookie(value, note);
  else redactCookie(value, note);
  return isOpen;
}

function isAttribute(piece: string): boolean {
  const { name, content } = pairOf(piece);
  const form = ATTRIBUTES[name.trim().toLowerCase()];
  return piece.trim() === '' || (form !== undefined && form.test(content.trim()));
}

function redactPair(piece: string, replace: ReplaceCookie): string {
  const { name, content, separator } = pairOf(piece);
  const text = separator === '' ? name : content;
  if (text.trim() === '' || isTag(text.trim())) return piece;
  return separator === '' ? replace(name.trim()) : `${name}${separator}${replace(content)}`;
}

function pairOf(piece: string): { name: string; content: string; separator: string } {
  const at = piece.indexOf('=');
  return at < 0
    ? { name: piece, content: '', separator: '' }
    : { name: piece.slice(0, at), content: piece.slice(at + 1), separator: '=' };
}

/** Shorter values are flags and languages. */
const MIN_COOKIE_SECRET = 8;
const MAX_COOKIE_SECRET = 4096;

/** The values of a `Set-Cookie` that are worth searching for elsewhere: long, and of letters and digits. */
export function cookieSecrets(value: string): string[] {
  const found: string[] = [];
  redactSetCookie(value, (content) => {
    const plain = content.trim();
    if (
      plain.length >= MIN_COOKIE_SECRET &&
      plain.length <= MAX_COOKIE_SECRET &&
      /\d/u.test(plain) &&
      /[A-Za-z]/u.test(plain) &&
      !plain.includes('‹')
    )
      found.push(plain);
    return content;
  });
  return found;
}
