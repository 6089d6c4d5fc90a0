import type { Exchange, Response } from '../../contract/diagnosis.ts';
import { parseJson } from '../../contract/json.ts';
import { evidenceDocumentSchema } from '../../contract/verification.ts';
import type { EvidenceDocument } from '../../contract/verification.ts';
import { hasOpenCookie } from '../redaction/redact-cookies.ts';
import { createFieldReader, secretFieldsInSteps } from '../redaction/credential-fields.ts';
import { toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { FRAGMENT_LENGTH, listSecrets } from '../search/known-secrets.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

/**
 * Shapes that no bundle may hold, whoever's secret it is; a tag (`‹…›`) or a shell variable in the value's place is
 * fine. They are written anew here and not taken from the redactor, so that what is wrong there is found here; only the
 * parse of cookies and of the names of fields is one for both, so that they cannot disagree about what is one.
 */
const FORBIDDEN: readonly [RegExp, string][] = [
  // Tokens begin alike, so that one of somebody else may have lost its beginning to a tag.
  [/›[\w-]{0,400}\.eyJ[\w-]{8,}/u, 'the rest of a token'],
  [
    /\b(?:proxy-)?authorization["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?:bearer|basic)[ \t]{1,8}[\w+/=.~-]{8,}/iu,
    'a credential in an Authorization header',
  ],
  [/\bbearer[ \t]{1,8}(?=[\w.~+/=-]{0,4096}\d)[\w.~+/=-]{16,}/iu, 'a credential behind the word Bearer'],
  [/:\/\/[^\s/?#"'<>\\‹:@]{0,256}:[^\s/?#"'<>\\‹]{1,256}@/iu, 'a password in an address'],
];
const COOKIE_LINE = /^(?:[<>][ \t]{0,8})?(set-)?cookie2?:[ \t]{0,8}([^\r\n]+)$/gimu;
const KEY_LINE = /^[<>][ \t]{0,8}([\w-]{1,64}):[ \t]{0,8}(\S[^\r\n]*)$/gmu;

/** Looks for credentials by their shape. */
export function checkShapes(text: string): string[] {
  return toEnd(checkShapesInSteps(text));
}

/** The same in steps, for texts of megabytes. */
export function* checkShapesInSteps(text: string): Steps<string[]> {
  const found: string[] = [];
  for (const [shape, reason] of FORBIDDEN) {
    if (shape.test(text)) found.push(reason);
    yield;
  }
  if (hasWholeToken(text)) found.push('something in the shape of a token');
  yield;
  if (yield* hasCookie(text)) found.push('a cookie');
  yield;
  if (yield* hasKeyLine(text)) found.push('a key in a header');
  yield;
  if ((yield* secretFieldsInSteps(text)).length > 0) found.push('a value in a field for a secret');
  return found;
}

/** Head and body of a token both begin with the letters of `{"` in base64. */
function hasWholeToken(text: string): boolean {
  for (let at = text.indexOf('.eyJ'); at >= 0; at = text.indexOf('.eyJ', at + 4)) {
    let start = at;
    while (start > 0 && at - start < MAX_HEAD && /[\w-]/u.test(text.charAt(start - 1))) start -= 1;
    const body = wordEnd(text, at + 1);
    const isWhole =
      body - at > MIN_PART && text.charAt(body) === '.' && wordEnd(text, body + 1) - body > MIN_PART;
    if (isWhole && /(?:^|[^A-Za-z0-9])eyJ[\w-]{8,}/u.test(text.slice(start, at))) return true;
  }
  return false;
}

const MAX_HEAD = 400;
const MIN_PART = 8;

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[\w-]/u.test(text.charAt(end))) end += 1;
  return end;
}

function* hasCookie(text: string): Steps<boolean> {
  for (const [, set, value = ''] of text.matchAll(COOKIE_LINE)) {
    if (hasOpenCookie(value, set !== undefined)) return true;
    yield;
  }
  return false;
}

/** A header line of a transcript whose name alone says that its value is a key. */
function* hasKeyLine(text: string): Steps<boolean> {
  for (const [, name = '', value = ''] of text.matchAll(KEY_LINE)) {
    if (KEY_HEADER.test(name) && !value.includes('‹')) return true;
    yield;
  }
  return false;
}

const KEY_HEADER = /^(?:x-)?(?:api-key|(?:auth|access|csrf|xsrf|amz-security|session|refresh)-token)$/iu;

const DEEPEST = 5;
/** Lists and objects deeper than this are read as text alone. */
const MAX_NESTING = 200;
/** Values of a document beyond this number are read as text alone. */
const MAX_VALUES = 200_000;

/** Is called for every string of a JSON text, decoded, with the name of the field that it is the value of. */
type OnString = (text: string, field: string | null) => void;

interface Pending {
  readonly value: unknown;
  readonly field: string | null;
  /** How many strings had to be opened to come here. */
  readonly opened: number;
  readonly nesting: number;
}

/** Strings that are JSON themselves are opened as well. A list of what is still to be seen, and no recursion. */
function* walkJson(text: string, onString: OnString): Steps<void> {
  const pending: Pending[] = [{ value: parsed(text), field: null, opened: 0, nesting: 0 }];
  let seen = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, field, opened, nesting } = next;
    seen += 1;
    yield;
    if (seen > MAX_VALUES || nesting > MAX_NESTING) continue;
    if (typeof value === 'string') {
      onString(value, field);
      const inner = opened < DEEPEST ? parsed(value) : undefined;
      if (inner !== undefined)
        pending.push({ value: inner, field: null, opened: opened + 1, nesting: nesting + 1 });
    } else if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at -= 1)
        pending.push({ value: value[at], field, opened, nesting: nesting + 1 });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).toReversed();
      for (const [name, item] of entries) {
        onString(name, null);
        pending.push({ value: item, field: name, opened, nesting: nesting + 1 });
      }
    } else if (typeof value === 'number') onString(String(value), field);
  }
}

/** Every string in a JSON text, names and values, decoded. */
export function jsonStrings(text: string): string[] {
  return toEnd(jsonStringsInSteps(text));
}

/** The same in steps, for texts of megabytes. */
export function* jsonStringsInSteps(text: string): Steps<string[]> {
  const strings: string[] = [];
  yield* walkJson(text, (string) => strings.push(string));
  return strings;
}

/** Looks for fields of JSON whose name says that a secret is in them. */
export function checkFields(text: string): string[] {
  return toEnd(checkFieldsInSteps(text));
}

/** The same in steps, for texts of megabytes. */
export function* checkFieldsInSteps(text: string): Steps<string[]> {
  const isFieldSecret = createFieldReader();
  let isFound = false;
  yield* walkJson(text, (value, field) => {
    if (field !== null && isFieldSecret(field, value) && !value.includes('‹')) isFound = true;
  });
  return isFound ? ['a value in a field for a secret'] : [];
}

function parsed(text: string): unknown {
  return /^\s*["{[]/u.test(text) ? parseJson(text) : undefined;
}

/**
 * Checks `diagnosis.json` against its schema, and what only the document as a whole tells: secrets that look like
 * ordinary words and stand as a value, headers that hold credentials, an answer that is nothing but a token, and the
 * beginning of a secret at the end of an answer that was cut off.
 */
export function checkDocument(text: string, known: KnownSecrets): string[] {
  const document = evidenceDocumentSchema.safeParse(parsed(text));
  if (!document.success) return ['it does not keep to its schema'];
  return [
    ...checkOrdinary(document.data, known),
    ...document.data.exchanges.flatMap((exchange) => checkExchange(exchange, known)),
  ];
}

/** The same for one exchange of a document. */
export function checkExchange(exchange: Exchange, known: KnownSecrets): string[] {
  return [...checkHeaders(exchange), ...checkTokenAnswer(exchange), ...checkCutEnd(exchange, known)];
}

function checkOrdinary(document: EvidenceDocument, known: KnownSecrets): string[] {
  const ordinary = listSecrets(known)
    .filter(({ kind, search }) => search === 'as-a-value' && kind !== 'client-id')
    .map(({ value }) => value.toLowerCase());
  if (ordinary.length === 0) return [];
  const values = wireValues(document).map((value) => value.trim().toLowerCase());
  return values.some((value) => ordinary.includes(value)) ? ['a short secret stands as a value'] : [];
}

function wireValues(document: EvidenceDocument): string[] {
  return document.exchanges.flatMap((exchange: Exchange) => {
    const { request, response } = exchange;
    const texts = [request.body, response?.body.text ?? null, response?.redirectTo ?? null];
    return [
      ...request.headers.map(({ value }) => value),
      ...(response?.headers ?? []).map(({ value }) => value),
      ...texts.flatMap((text) => (text === null ? [] : [text, ...jsonStrings(text)])),
    ];
  });
}

const CREDENTIAL_HEADER =
  /^(?:(?:proxy-)?authorization|(?:x-)?api-key|x-(?:auth|access|csrf|xsrf|amz-security)-token)$/iu;
const COOKIE_HEADER = /^(set-)?cookie2?$/iu;

function checkHeaders({ request, response }: Exchange): string[] {
  const open = [...request.headers, ...(response?.headers ?? [])].some(({ name, value }) => {
    const cookie = COOKIE_HEADER.exec(name.trim());
    if (cookie !== null) return hasOpenCookie(value, cookie[1] !== undefined);
    return CREDENTIAL_HEADER.test(name.trim()) && value.trim() !== '' && !value.includes('‹');
  });
  return open ? ['a header with a credential'] : [];
}

function checkTokenAnswer(exchange: Exchange): string[] {
  const { call, status, response } = exchange;
  const isTaken = call === 'authenticate' && status !== null && status >= 200 && status < 300;
  const body = isTaken ? bodyOf(response).trim() : '';
  return /^"?[^\s"<{[\\‹]{20,}"?$/u.test(body) ? ['the answer to a sign-in'] : [];
}

/** The shortest beginning of a secret that is no accident at the end of an answer. */
const MIN_HEAD_LENGTH = 4;

function checkCutEnd(exchange: Exchange, known: KnownSecrets): string[] {
  const { response, outcome } = exchange;
  const isCut = outcome === 'failed' || response.body.truncated || response.body.problem !== null;
  const body = isCut ? bodyOf(response).toLowerCase() : '';
  const heads = listSecrets(known).filter(({ search }) => search === 'everywhere');
  const endsWithHeadOf = (value: string): boolean =>
    Array.from({ length: FRAGMENT_LENGTH - MIN_HEAD_LENGTH }, (_, more) => MIN_HEAD_LENGTH + more).some(
      (length) => body.endsWith(value.slice(0, length).toLowerCase()),
    );
  return heads.some(({ value }) => endsWithHeadOf(value))
    ? ['the beginning of a secret at the end of an answer']
    : [];
}

function bodyOf(response: Response | null): string {
  return response?.body.text ?? '';
}
