import { toEnd } from '../../cooperative-steps.ts';
import type { Steps } from '../../cooperative-steps.ts';
import { replaceRanges } from '../../search/ranges.ts';
import { isFieldSecret, kindOfField, findCredentialFields } from './credential-fields.ts';
import { findJwts } from './find-jwts.ts';
import { redactApiKeys } from './redact-api-keys.ts';
import { redactCookie, redactSetCookie } from './redact-cookies.ts';
import { redactRandomStrings } from './redact-random-strings.ts';
import { isTag, TAG } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

interface ShapeOptions {
  /** Whether long random strings go; not in headers by which support looks requests up. */
  readonly randomStrings?: boolean;
  /** Ids that stay, although they look random. */
  readonly requestIds?: ReadonlySet<string>;
}

type Shape = (text: string, tag: TagMaker) => string;

/** In this order: a later shape sees the tags of the earlier ones. */
const SHAPES: readonly Shape[] = [
  redactJwts,
  redactAuthorizationLines,
  redactBearerTokens,
  redactBasicCredentials,
  redactCookieLines,
  redactUserInfo,
];

/** Replaces everything in plain text that has the shape of a credential. Its own output comes out unchanged. */
export function* redactShapes(given: string, tag: TagMaker, options: ShapeOptions = {}): Steps<string> {
  let text = given;
  for (const redact of SHAPES) text = redact(text, tag);
  yield;
  const found = yield* findCredentialFields(text);
  text = replaceRanges(
    text,
    found.map(({ kind, start, end }) => ({ start, end, replacement: tag(kind, text.slice(start, end)) })),
  );
  yield;
  text = redactLabelledFields(text, tag);
  yield;
  text = redactApiKeys(text, tag);
  yield;
  const { randomStrings = true, requestIds } = options;
  return randomStrings ? redactRandomStrings(text, (word) => tag('token', word), requestIds) : text;
}

/** The same at once, for short texts. */
export function redactShapesNow(text: string, tag: TagMaker, options?: ShapeOptions): string {
  return toEnd(redactShapes(text, tag, options));
}

/** The rest of a token whose beginning is a tag already. */
const REST_OF_JWT = /(?<=›)[\w-]{0,400}\.eyJ[\w.-]{8,}/gu;

function redactJwts(given: string, tag: TagMaker): string {
  const text = given.includes('.eyJ') ? given.replace(REST_OF_JWT, (rest) => tag('token', rest)) : given;
  const replaced = findJwts(text).map(({ start, end }) => ({
    start,
    end,
    replacement: tag('token', text.slice(start, end)),
  }));
  return replaceRanges(text, replaced);
}

const TAGGED = TAG.source;
const CREDENTIAL = `(?:${TAGGED}|[\\w.~+/=-])+`;
const AUTHORIZATION_LINE = new RegExp(
  `\\b((?:proxy-)?authorization["']?[ \\t]{0,8}[:=][ \\t]{0,8}["']?(?:bearer|basic|digest|negotiate|ntlm|token)[ \\t]{1,8})(${CREDENTIAL})`,
  'giu',
);
const BEARER = new RegExp(`\\b(Bearer\\s{1,8})(${CREDENTIAL})`, 'giu');
const BASIC = /\b(Basic\s{1,8})([A-Za-z0-9+/_-]{4,}={0,2})/giu;
const COOKIE_LINE = /^([<>]?[ \t]{0,8}(set-)?cookie2?:[ \t]{0,8})([^\r\n]+)/gimu;
/** `user:password@` behind a scheme (RFC 3986, userinfo). */
const USER_INFO = /(:\/\/)([^\s/?#"'<>\\]+)@/gu;
const TAG_AT_END = new RegExp(`${TAGGED}$`, 'u');

function redactAuthorizationLines(text: string, tag: TagMaker): string {
  return text.replace(
    AUTHORIZATION_LINE,
    (_, lead: string, value: string) => lead + (isTag(value) ? value : tag('authorization', value)),
  );
}

function redactBearerTokens(text: string, tag: TagMaker): string {
  return text.replace(BEARER, (whole, lead: string, value: string) => {
    // Prose goes on like this too: "Bearer authentication is needed".
    const isCredential = value.includes('‹') || value.length >= (/\d/u.test(value) ? 16 : 32);
    return isCredential && !isTag(value) ? lead + tag('authorization', value) : whole;
  });
}

function redactBasicCredentials(text: string, tag: TagMaker): string {
  return text.replace(BASIC, (whole, lead: string, value: string) => {
    const pair = Buffer.from(value, 'base64').toString('latin1');
    return pair.includes(':') && /^[ -~]+$/u.test(pair) ? lead + tag('authorization', value) : whole;
  });
}

function redactCookieLines(text: string, tag: TagMaker): string {
  return text.replace(
    COOKIE_LINE,
    (_, lead: string, set: string | undefined, value: string) =>
      lead + (set === undefined ? redactCookie : redactSetCookie)(value, (cookie) => tag('cookie', cookie)),
  );
}

function redactUserInfo(text: string, tag: TagMaker): string {
  return text.replace(
    USER_INFO,
    (_, scheme: string, info: string) => `${scheme}${TAG_AT_END.exec(info)?.[0] ?? tag('password', info)}@`,
  );
}

const LABEL_FIRST =
  /("(?:name|key|header|field)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"([^"\\\n]{1,64})\\{0,8}"\s{0,8},\s{0,8}\\{0,8}"(?:value|content)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}")([^"\\\n]{1,8192})/giu;
const LABEL_LAST =
  /("(?:value|content)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}")([^"\\\n]{1,8192})(\\{0,8}"\s{0,8},\s{0,8}\\{0,8}"(?:name|key|header|field)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"([^"\\\n]{1,64}))/giu;

/** `"name":"Cookie","value":"…"` in a text that is no JSON, because it is cut off or something stands around it. */
function redactLabelledFields(text: string, tag: TagMaker): string {
  const redact = (name: string, value: string): string =>
    isFieldSecret(name, value) ? tag(kindOfField(name) ?? 'password', value) : value;
  return text
    .replace(LABEL_FIRST, (_, lead: string, name: string, value: string) => lead + redact(name, value))
    .replace(
      LABEL_LAST,
      (_, lead: string, value: string, rest: string, name: string) => lead + redact(name, value) + rest,
    );
}
