import { inTurns, nextTurn } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { blocksOf, encodingsOf, writtenByCharacter } from './encodings.ts';
import { createPatternFinder, wholeOf } from './find-patterns.ts';
import type { Form, Pattern } from './find-patterns.ts';
import { FRAGMENT_LENGTH, listSecrets } from './known-secrets.ts';
import type { KnownSecrets } from './known-secrets.ts';

/** Returns one sentence for each kind of find, never a part of what was found. Empty if the bytes are clean. */
export type ByteSearch = (bytes: Uint8Array) => Steps<string[]>;

const NAMES = {
  'client-secret': 'the client secret',
  token: 'a token',
  'proxy-password': 'a proxy password',
  'client-id': 'the full client id',
  cookie: 'a cookie',
} as const;

/**
 * Prepares the gate's search. The redactor undoes escapes and compares; this one writes every secret and every fragment of
 * 12 characters in every encoding and looks for these bytes in any letter case. They share the list of secrets alone, so
 * that a mistake in one is found by the other. Does not block the event loop.
 */
export async function createByteSearch(known: KnownSecrets): Promise<ByteSearch> {
  const reasons: string[] = [];
  const patterns: Pattern[] = [];
  const add = (reason: string, forms: readonly Form[]): void => {
    const id = reasons.push(reason) - 1;
    patterns.push(...forms.map((form) => ({ ...form, id })));
  };
  const size = FRAGMENT_LENGTH;
  for (const { kind, value, search } of listSecrets(known)) {
    if (search !== 'substring') continue;
    await nextTurn();
    for (const { name, bytes } of encodingsOf(value))
      add(`${NAMES[kind]}, ${name}`, wholeOf(lowerCase(bytes)));
    const part = `a part of ${NAMES[kind]}`;
    for (const { name, bytes, bounds } of writtenByCharacter(value))
      add(`${part}, ${name}`, [{ text: lowerCase(bytes), pieces: { size, source: value, bounds } }]);
    // 12 characters of base64 hold 9 of the secret.
    for (const { name, bytes } of blocksOf(value))
      add(`${part}, ${name}`, [{ text: lowerCase(bytes), pieces: { size, source: bytes, bounds: null } }]);
  }
  const finder = createPatternFinder(patterns, LOWER_CASE);
  return function* (bytes) {
    const found = new Set<string>();
    yield* finder.scan(bytes, bytes.length, (id) => found.add(reasons[id] ?? 'a secret'));
    return [...found];
  };
}

/** Resolves with whether a finished text holds no secret of a run and no piece of one. */
export async function isFreeOf(known: KnownSecrets, text: string): Promise<boolean> {
  const search = await createByteSearch(known);
  return (await inTurns(search(Buffer.from(text, 'utf8')))).length === 0;
}

/** Each byte with A to Z as a to z. */
const LOWER_CASE = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
const BEYOND_ASCII = /[^\0-\x7f]/u;

/** Bytes beyond ASCII are no letters here; nearly no pattern has any, and `toLowerCase` is far faster. */
function lowerCase(bytes: string): string {
  return BEYOND_ASCII.test(bytes)
    ? bytes.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase())
    : bytes.toLowerCase();
}
