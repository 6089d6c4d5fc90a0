import { redactCookie, redactSetCookie } from './redact-cookies.ts';
import { isFieldSecret, kindOfField, secretFieldsInSteps } from './credential-fields.ts';
import { redactGenerated, redactKeys } from './generated-words.ts';
import { tokensIn } from './jwt.ts';
import { toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { rewriteJson } from './redact-json.ts';
import { isTag, TAG } from './tags.ts';
import type { TagKind, TagMaker } from './tags.ts';

export type { TagMaker } from './tags.ts';

const TAGGED = TAG.source;
const CREDENTIAL = `(?:${TAGGED}|[\\w.~+/=-])+`;
const BEARER = new RegExp(`\\b(Bearer\\s{1,8})(${CREDENTIAL})`, 'giu');
const BASIC = /\b(Basic\s{1,8})([A-Za-z0-9+/_-]{4,}={0,2})/giu;
const AUTHORIZATION_LINE = new RegExp(
  `\\b((?:proxy-)?authorization["']?[ \\t]{0,8}[:=][ \\t]{0,8}["']?(?:bearer|basic|digest|negotiate|ntlm|token)[ \\t]{1,8})(${CREDENTIAL})`,
  'giu',
);
const COOKIE_LINE = /^([<>]?[ \t]{0,8}(set-)?cookie2?:[ \t]{0,8})([^\r\n]+)/gimu;
/** `user:password@` behind a scheme (RFC 3986, userinfo). */
const USER_INFO = /(:\/\/)([^\s/?#"'<>\\]+)@/gu;

/** What the removal by shape is told. */
interface ShapeOptions {
  /** Whether generated words go; not in the values of headers that support looks requests up by. */
  readonly generated: boolean;
}

/**
 * Replaces what has the shape of a credential in a plain text. Text that holds tags already comes out the same.
 */
export function redactShapes(text: string, tag: TagMaker, options: ShapeOptions = DEFAULT_SIZE): string {
  return toEnd(redactShapesInSteps(text, tag, new Set(), options));
}

const DEFAULT_SIZE: ShapeOptions = { generated: true };

/** The same in steps, for long texts. `known` are the ids of requests, which may stay wherever they stand. */
export function* redactShapesInSteps(
  text: string,
  tag: TagMaker,
  known: ReadonlySet<string>,
  options: ShapeOptions = DEFAULT_SIZE,
): Steps<string> {
  const once = (kind: TagKind, value: string): string => (isTag(value) ? value : tag(kind, value));
  const cookie = (value: string): string => tag('cookie', value);
  const token = (value: string): string => tag('token', value);
  const lines = redactTokens(text, tag)
    .replace(AUTHORIZATION_LINE, (_, lead: string, value: string) => lead + once('authorization', value))
    .replace(BEARER, (whole, lead: string, value: string) =>
      isTag(value) || !looksGenerated(value) ? whole : lead + tag('authorization', value),
    )
    .replace(BASIC, (whole, lead: string, value: string) =>
      isBasicCredential(value) ? lead + tag('authorization', value) : whole,
    )
    .replace(
      COOKIE_LINE,
      (_, lead: string, set: string | undefined, value: string) =>
        lead + (set === undefined ? redactCookie(value, cookie) : redactSetCookie(value, cookie)),
    )
    .replace(USER_INFO, (_, scheme: string, info: string) => {
      const known = [...info.matchAll(TAG)].at(-1)?.[0];
      return `${scheme}${known !== undefined && info.endsWith(known) ? known : tag('password', info)}@`;
    });
  yield;
  const fields = yield* redactFields(lines, tag);
  yield;
  const labelled = redactLabelled(fields, tag);
  yield;
  const keys = redactKeys(labelled, token);
  yield;
  return options.generated ? redactGenerated(keys, token, known) : keys;
}

/** What is left of a token that lost its beginning to a tag. */
const REST_OF_TOKEN = /(?<=›)[\w-]{0,400}\.eyJ[\w.-]{8,}/gu;

function redactTokens(given: string, tag: TagMaker): string {
  const text = given.includes('.eyJ') ? given.replace(REST_OF_TOKEN, (rest) => tag('token', rest)) : given;
  const tokens = text.includes('eyJ') ? tokensIn(text) : [];
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of tokens) {
    pieces.push(text.slice(position, start), tag('token', text.slice(start, end)));
    position = end;
  }
  return position === 0 ? text : pieces.join('') + text.slice(position);
}

function* redactFields(text: string, tag: TagMaker): Steps<string> {
  const pieces: string[] = [];
  let position = 0;
  for (const { kind, start, end } of yield* secretFieldsInSteps(text)) {
    pieces.push(text.slice(position, start), tag(kind, text.slice(start, end)));
    position = end;
    yield;
  }
  return position === 0 ? text : pieces.join('') + text.slice(position);
}

const LABEL_FIRST =
  /("(?:name|key|header|field)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"([^"\\\n]{1,64})\\{0,8}"\s{0,8},\s{0,8}\\{0,8}"(?:value|content)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}")([^"\\\n]{1,8192})/giu;
const LABEL_LAST =
  /("(?:value|content)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}")([^"\\\n]{1,8192})(\\{0,8}"\s{0,8},\s{0,8}\\{0,8}"(?:name|key|header|field)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"([^"\\\n]{1,64}))/giu;

/** `"name":"Cookie","value":"…"` in a text that is no JSON, since something stands around it or its end is cut off. */
function redactLabelled(text: string, tag: TagMaker): string {
  const once = (name: string, value: string): string =>
    isFieldSecret(name, value) ? tag(kindOfField(name) ?? 'password', value) : value;
  return text
    .replace(LABEL_FIRST, (_, lead: string, name: string, value: string) => lead + once(name, value))
    .replace(
      LABEL_LAST,
      (_, lead: string, value: string, rest: string, name: string) => lead + once(name, value) + rest,
    );
}

/** Words of prose follow `Bearer` too ("Bearer authentication is needed"); a credential has digits, or is long. */
function looksGenerated(value: string): boolean {
  return value.includes('‹') || (value.length >= 16 && /\d/u.test(value)) || value.length >= 32;
}

function isBasicCredential(value: string): boolean {
  const text = Buffer.from(value, 'base64').toString('latin1');
  return text.includes(':') && /^[ -~]+$/u.test(text);
}

/** Keeps the scheme (`Bearer`), which is a fact, and replaces the rest. */
export function redactAuthorization(value: string, tag: TagMaker): string {
  const plain = value.trim();
  const scheme = /^[A-Za-z][A-Za-z0-9-]{0,40}\s{1,8}/u.exec(plain)?.[0] ?? '';
  const credential = plain.slice(scheme.length);
  if (credential === '') return tag('authorization', plain);
  return scheme + (isTag(credential) ? credential : tag('authorization', credential));
}

/** Every word that is as long as a part of a token; what is shorter tells nothing. */
const TOKEN_WORD = /[^\s"'<>{}[\],:;()&=\\‹›]{12,}/gu;
const LONG_NUMBER = /^-?\d{12,}/u;
const ONE_WORD = /^\s{0,64}"?[^\s"<>{}[\]‹›]{6,}"?\s{0,64}$/u;
const WORD_IN_IT = /[^\s"]+/u;
const TAG_PARTS = new RegExp(`(${TAGGED})`, 'u');

/**
 * Keeps the shape of a successful answer to the sign-in and nothing else: whatever its form is, the token is in it. Every
 * string of JSON and every word of 12 characters becomes a tag. A sentence keeps its short words, so that it reads.
 */
export function redactSignInAnswer(text: string, tag: TagMaker): string {
  const words = (piece: string): string =>
    piece
      .split(TAG_PARTS)
      .map((part) => (isTag(part) ? part : part.replace(TOKEN_WORD, (word) => tag('token', word))))
      .join('');
  const json = rewriteJson(text, {
    value: (value) => (value.trim() === '' || isTag(value) ? value : tag('token', value)),
    name: words,
    number: (number) => (LONG_NUMBER.test(number) ? tag('token', number) : number),
  });
  if (json !== null) return json;
  const isOneWord = ONE_WORD.test(text) && /\d|[^\s"]{20,}/u.test(text);
  return isOneWord ? text.replace(WORD_IN_IT, (word) => tag('token', word)) : words(text);
}
