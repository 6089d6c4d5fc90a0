import { createPatternFinder, SHORTEST_PATTERN } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { blocksOf, encodingsOf, escapesOf, fragmentsOf, listSecrets } from './secrets.ts';
import type { Encoding, KnownSecrets } from './secrets.ts';

/** Gives a sentence for each kind of find in `bytes`; never a part of what was found. Empty if they are clean. */
export type SearchBytes = (bytes: Uint8Array) => string[];

/**
 * Prepares the gate's search. Unlike the redactor, which undoes escapes and compares, it writes every secret and every
 * fragment of 12 characters in every encoding and looks for these bytes, whatever the letters' case. The two ways have
 * nothing in common but the list of secrets, so that a mistake in the one is found by the other.
 */
export function createByteSearch(known: KnownSecrets): SearchBytes {
  const reasons: string[] = [];
  const patterns: Pattern[] = [];
  const add = (reason: string, bytes: Uint8Array): void => {
    if (bytes.length < SHORTEST_PATTERN) return;
    patterns.push({ text: Buffer.from(folded(bytes)).toString('latin1'), id: reasons.push(reason) - 1 });
  };
  for (const secret of listSecrets(known)) {
    if (secret.search !== 'everywhere') continue;
    const name = NAMES[secret.kind];
    for (const { name: encoding, bytes } of encodingsOf(secret.value)) add(`${name}, ${encoding}`, bytes);
    for (const { name: encoding, bytes } of fragmentEncodings(secret.value)) {
      add(`a part of ${name}, ${encoding}`, bytes);
    }
  }
  const finder = createPatternFinder(patterns);
  return (bytes) => {
    const found = new Set<string>();
    const codes = folded(bytes);
    finder.scan(codes, codes.length, (id) => found.add(reasons[id] ?? 'a secret'));
    return [...found];
  };
}

const NAMES = {
  'client-secret': 'the client secret',
  token: 'a token',
  'proxy-password': 'a proxy password',
  'client-id': 'the full client id',
} as const;

function fragmentEncodings(secret: string): Encoding[] {
  const blocks = blocksOf(secret).flatMap(({ name, bytes }) =>
    fragmentsOf(Buffer.from(bytes).toString('latin1')).map((window) => ({
      name,
      bytes: Buffer.from(window, 'latin1'),
    })),
  );
  return [...fragmentsOf(secret).flatMap(escapesOf), ...blocks];
}

/** The same bytes with A to Z as a to z. */
function folded(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    copy[index] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
  }
  return copy;
}
