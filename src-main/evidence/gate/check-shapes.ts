import type { Exchange } from '../../contract/diagnosis.ts';
import { BUNDLE_FILES } from '../../contract/report/bundle-files.ts';
import type { FileKind } from '../../contract/report/bundle-files.ts';
import { evidenceDocumentSchema } from '../../contract/report/verification.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { inTurns, nextTurn, toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import {
  createNameReader,
  isFieldSecret,
  findCredentialFields,
} from '../redaction/layers/credential-fields.ts';
import { hasUnredactedCookie } from '../redaction/layers/redact-cookies.ts';
import type { HomeFolderEraser } from '../redaction/layers/redact-home-folder.ts';
import { FRAGMENT_LENGTH, listSecrets } from '../search/known-secrets.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import { parseJson } from '../../contract/text/json.ts';
import { jsonLines, jsonStrings } from './json-strings.ts';

/**
 * Shapes that no bundle may hold; a tag or a shell variable in the value's place is fine. They do not come from the
 * redactor, so that its mistakes are found here. Only the reading of cookies and of field names is shared, so that gate
 * and redactor cannot disagree on what is one.
 */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  // Head and body of a token both begin with `{"` in base64.
  [
    /\.eyJ(?<=(?:^|[^A-Za-z0-9])eyJ[\w-]{8,400}\.eyJ)[\w-]{5,}\.[\w-]{8}/u,
    'something in the shape of a token',
  ],
  // Tokens begin alike, so that a foreign one may have lost its beginning to a tag.
  [/›[\w-]{0,400}\.eyJ[\w-]{8,}/u, 'the rest of a token'],
  [
    /\b(?:proxy-)?authorization["']?[ \t]{0,8}[:=][ \t]{0,8}["']?(?:bearer|basic)[ \t]{1,8}[\w+/=.~-]{8,}/iu,
    'a credential in an Authorization header',
  ],
  [/\bbearer[ \t]{1,8}(?=[\w.~+/=-]{0,4096}\d)[\w.~+/=-]{16,}/iu, 'a credential behind the word Bearer'],
  [/:\/\/[^\s/?#"'<>\\‹:@]{0,256}:[^\s/?#"'<>\\‹]{1,256}@/iu, 'a password in an address'],
];
const COOKIE_LINE = /^(?:[<>][ \t]{0,8})?(set-)?cookie2?:[ \t]{0,8}([^\r\n]+)$/gimu;
const HEADER_LINE = /^[<>][ \t]{0,8}([\w-]{1,64}):[ \t]{0,8}(\S[^\r\n]*)$/gmu;
const KEY_HEADER = /^(?:x-)?(?:api-key|(?:auth|access|csrf|xsrf|amz-security|session|refresh)-token)$/iu;
const FIELD_REASON = 'a value in a field for a secret';

/** Returns what a text holds in the shape of a credential. */
export function* checkShapes(text: string): Steps<string[]> {
  const found: string[] = [];
  for (const [shape, reason] of FORBIDDEN) {
    if (shape.test(text)) found.push(reason);
    yield;
  }
  const cookies = text.matchAll(COOKIE_LINE);
  if (yield* some(cookies, ([, set, value = '']) => hasUnredactedCookie(value, set !== undefined)))
    found.push('a cookie');
  const lines = text.matchAll(HEADER_LINE);
  if (yield* some(lines, ([, name = '', value = '']) => KEY_HEADER.test(name) && !value.includes('‹')))
    found.push('a key in a header');
  if ((yield* findCredentialFields(text)).length > 0) found.push(FIELD_REASON);
  return found;
}

function* some<T>(items: Iterable<T>, test: (item: T) => boolean): Steps<boolean> {
  for (const item of items) {
    if (test(item)) return true;
    yield;
  }
  return false;
}

/** Returns what stands in fields of JSON whose name says that they hold a credential. */
export function* checkFields(text: string): Steps<string[]> {
  const readName = createNameReader();
  const strings = yield* jsonStrings(text);
  const isFound = yield* some(
    strings,
    ({ text: value, field }) =>
      field !== null && !value.includes('‹') && isFieldSecret(field, value, readName),
  );
  return isFound ? [FIELD_REASON] : [];
}

/** Resolves with what a text holds that has the shape of a credential or names the home folder. */
export async function checkText(text: string, eraseHome: HomeFolderEraser): Promise<string[]> {
  const found = await inTurns(checkShapes(text));
  return eraseHome(text) === text ? found : [...found, 'the home folder'];
}

/**
 * Resolves with what a file of a bundle must not hold. JSON is checked as its strings read, since it may escape them;
 * `search` looks for known secrets in them.
 */
export async function checkContent(
  { path, kind, text }: { readonly path: string; readonly kind: FileKind; readonly text: string },
  secrets: KnownSecrets,
  eraseHome: HomeFolderEraser,
  search: (strings: string) => Promise<string[]> = async () => [],
): Promise<string[]> {
  if (kind !== 'json') return checkText(text, eraseHome);
  const strings = await inTurns(jsonLines(text));
  const found = [...(await search(strings)), ...(await checkText(strings, eraseHome))];
  await nextTurn();
  found.push(...(await inTurns(checkFields(text))));
  await nextTurn();
  return path === BUNDLE_FILES.diagnosis.path ? [...found, ...checkDocument(text, secrets)] : found;
}

/**
 * Checks `diagnosis.json` against its schema, and for what only the whole document tells: whole values that equal an
 * ordinary secret, headers with credentials, the answer to a sign-in, and the beginning of a secret at the end of a cut
 * answer.
 */
function checkDocument(text: string, known: KnownSecrets): string[] {
  const document = evidenceDocumentSchema.safeParse(parseJson(text));
  if (!document.success) return ['it does not keep to its schema'];
  return [
    ...checkWholeValues(document.data, known),
    ...document.data.exchanges.flatMap((exchange) => checkExchange(exchange, known)),
  ];
}

/** The same for one exchange of a document. */
export function checkExchange(exchange: Exchange, known: KnownSecrets): string[] {
  return [
    ...(hasCredentialHeader(exchange) ? ['a header with a credential'] : []),
    ...(isTokenAnswer(exchange) ? ['the answer to a sign-in'] : []),
    ...(endsWithSecret(exchange, known) ? ['the beginning of a secret at the end of an answer'] : []),
  ];
}

function checkWholeValues({ exchanges }: EvidenceDocument, known: KnownSecrets): string[] {
  const ordinary = new Set(
    listSecrets(known)
      .filter(({ kind, search }) => search === 'whole-value' && kind !== 'client-id')
      .map(({ value }) => value.toLowerCase()),
  );
  if (ordinary.size === 0) return [];
  const isFound = exchanges
    .flatMap(valuesFromOutside)
    .some((value) => ordinary.has(value.trim().toLowerCase()));
  return isFound ? ['a short secret stands as a value'] : [];
}

function valuesFromOutside({ request, response }: Exchange): string[] {
  const texts = [request.body, response?.body.text, response?.redirectTo];
  return [
    ...[...request.headers, ...(response?.headers ?? [])].map(({ value }) => value),
    ...texts.flatMap((text) =>
      text === null || text === undefined
        ? []
        : [text, ...toEnd(jsonStrings(text)).map((string) => string.text)],
    ),
  ];
}

const CREDENTIAL_HEADER =
  /^(?:(?:proxy-)?authorization|(?:x-)?api-key|x-(?:auth|access|csrf|xsrf|amz-security)-token)$/iu;
const COOKIE_HEADER = /^(set-)?cookie2?$/iu;

function hasCredentialHeader({ request, response }: Exchange): boolean {
  return [...request.headers, ...(response?.headers ?? [])].some(({ name, value }) => {
    const cookie = COOKIE_HEADER.exec(name.trim());
    if (cookie !== null) return hasUnredactedCookie(value, cookie[1] !== undefined);
    return CREDENTIAL_HEADER.test(name.trim()) && value.trim() !== '' && !value.includes('‹');
  });
}

function isTokenAnswer({ call, status, response }: Exchange): boolean {
  const isSignedIn = call === 'authenticate' && status !== null && status >= 200 && status < 300;
  return isSignedIn && /^"?[^\s"<{[\\‹]{20,}"?$/u.test(response?.body.text?.trim() ?? '');
}

/** A shorter beginning of a secret at the end of an answer may be chance. */
const MIN_HEAD_LENGTH = 4;

function endsWithSecret({ response, outcome }: Exchange, known: KnownSecrets): boolean {
  const isCut = outcome === 'failed' || response.body.truncated || response.body.problem !== null;
  const tail = isCut ? (response?.body.text?.slice(-FRAGMENT_LENGTH).toLowerCase() ?? '') : '';
  return listSecrets(known)
    .filter(({ search }) => search === 'substring')
    .some(({ value }) => {
      const head = value.toLowerCase().slice(0, FRAGMENT_LENGTH - 1);
      for (let size = MIN_HEAD_LENGTH; size <= head.length; size += 1)
        if (tail.endsWith(head.slice(0, size))) return true;
      return false;
    });
}
