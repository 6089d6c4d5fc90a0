import type { Exchange, Response } from '../contract/diagnosis.ts';
import { evidenceDocumentSchema } from '../contract/verification.ts';
import type { EvidenceDocument } from '../contract/verification.ts';
import { FRAGMENT_LENGTH, listSecrets } from './secrets.ts';
import type { KnownSecrets } from './secrets.ts';

/**
 * Shapes that no bundle may hold, whoever's secret it is; a tag (`‹…›`) or a shell variable in the value's place is
 * fine. They are written anew here and not taken from the redactor, so that what is wrong there is found here.
 */
const FORBIDDEN: readonly [RegExp, string][] = [
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/u, 'something in the shape of a token'],
  // Tokens begin alike, so that one of somebody else may have lost its beginning to a tag.
  [/›[\w-]{0,400}\.eyJ[\w-]{8,}/u, 'the rest of a token'],
  [
    /\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+[\w+/=.~-]{8,}/iu,
    'a credential in an Authorization header',
  ],
  [/client_secret\\*"\s*:\s*\\*"[^‹'"\\\s][^"\\]*/iu, 'a value in a field for the client secret'],
  [/\bbearer\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{16,}/iu, 'a credential behind the word Bearer'],
  [/^(?:[<>] )?cookie:[ \t]*[^\s‹]/imu, 'a cookie'],
  [/^(?:[<>] )?set-cookie:[ \t]*[^=;\r\n‹]*=[^;\s‹]/imu, 'a cookie'],
  [
    /^[<>][ \t]*x-(?:api-key|auth-token|access-token|csrf-token|xsrf-token):[ \t]*[^\s‹]/imu,
    'a key in a header',
  ],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#"'<>\\‹:@]*:[^\s/?#"'<>\\‹]+@/iu, 'a password in an address'],
  [/[?&]pass(?:word|wd)=[^&\s"'<>#;‹]/iu, 'a password in a form'],
];

/** Looks for credentials by their shape. */
export function checkShapes(text: string): string[] {
  return FORBIDDEN.flatMap(([shape, reason]) => (shape.test(text) ? [reason] : []));
}

const DEEPEST = 5;

/** Is called for every string of a JSON text, decoded, with the name of the field that it is the value of. */
type OnString = (text: string, field: string | null) => void;

/** Strings that are JSON themselves are opened as well. */
function walkJson(text: string, onString: OnString): void {
  const walk = (value: unknown, field: string | null, depth: number): void => {
    if (typeof value === 'string') {
      onString(value, field);
      const inner = depth < DEEPEST ? parsed(value) : undefined;
      if (inner !== undefined) walk(inner, null, depth + 1);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, field, depth);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        onString(name, null);
        walk(item, name, depth);
      }
    } else if (typeof value === 'number') onString(String(value), field);
  };
  walk(parsed(text), null, 0);
}

/** Every string in a JSON text, names and values, decoded. */
export function jsonStrings(text: string): string[] {
  const strings: string[] = [];
  walkJson(text, (string) => strings.push(string));
  return strings;
}

const SECRET_FIELD =
  /^(?:client|api|app|shared)?[_-]?secret$|^(?:proxy[_-]?)?pass(?:word|wd|phrase)$|^(?:access|refresh|id|auth|session)[_-]?token$|^api[_-]?key$/iu;
/** One long word with a digit in it; `"access_token": "expired"` tells something. */
const GENERATED = /^(?=\S*\d)[^\s‹]{8,}$/u;

/** Looks for fields of JSON whose name says that a secret is in them. */
export function checkFields(text: string): string[] {
  let isFound = false;
  walkJson(text, (value, field) => {
    if (field !== null && SECRET_FIELD.test(field) && GENERATED.test(value)) isFound = true;
  });
  return isFound ? ['a value in a field for a secret'] : [];
}

function parsed(text: string): unknown {
  if (!/^\s*["{[]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
    ...document.data.exchanges.flatMap((exchange) => [
      ...checkHeaders(exchange),
      ...checkTokenAnswer(exchange),
      ...checkCutEnd(exchange, known),
    ]),
  ];
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
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:x-)?api-key|x-(?:auth|access|csrf|xsrf|amz-security)-token)$/iu;

function checkHeaders({ request, response }: Exchange): string[] {
  const open = [...request.headers, ...(response?.headers ?? [])].some(({ name, value }) => {
    if (!CREDENTIAL_HEADER.test(name.trim())) return false;
    // A cookie's name and a scheme may stay before the tag; an empty cookie holds nothing.
    return /[^\s=;]/u.test(value.replace(/^[^=;]*=;?/u, '')) && !value.includes('‹');
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
const SHORTEST_HEAD = 4;

function checkCutEnd(exchange: Exchange, known: KnownSecrets): string[] {
  const { response, outcome } = exchange;
  const isCut = outcome === 'failed' || response.body.truncated || response.body.problem !== null;
  const body = isCut ? bodyOf(response).toLowerCase() : '';
  const heads = listSecrets(known).filter(({ search }) => search === 'everywhere');
  const endsWithHeadOf = (value: string): boolean =>
    Array.from({ length: FRAGMENT_LENGTH - SHORTEST_HEAD }, (_, more) => SHORTEST_HEAD + more).some(
      (length) => body.endsWith(value.slice(0, length).toLowerCase()),
    );
  return heads.some(({ value }) => endsWithHeadOf(value))
    ? ['the beginning of a secret at the end of an answer']
    : [];
}

function bodyOf(response: Response | null): string {
  return response?.body.text ?? '';
}
