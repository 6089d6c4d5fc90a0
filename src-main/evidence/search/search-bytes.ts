import { createPatternFinder, MIN_PATTERN_LENGTH } from './find-patterns.ts';
import type { Pattern } from './find-patterns.ts';
import { nextTurn } from '../cooperative-steps.ts';
import {
  blocksOf,
  encodingsOf,
  escapesOf,
  fragmentsOf,
  listSecrets,
  MAX_IN_EVERY_ENCODING,
} from './known-secrets.ts';
import type { Encoding, KnownSecrets } from './known-secrets.ts';

/** Returns a sentence for each kind of find; never a part of what was found. Empty if the bytes are clean. */
export interface ByteSearch {
  /** For names and pages. */
  readonly short: (bytes: Uint8Array) => string[];
  /** For files of megabytes: others have their turn between the pieces. */
  readonly long: (bytes: Uint8Array) => Promise<string[]>;
}

/** Fragments that are written before others have their turn. */
const FRAGMENTS_A_TURN = 64;
/** Bytes that are searched before others have their turn. */
const PIECE = 1024 * 1024;

/**
 * Prepares the gate's search. Unlike the redactor, which undoes escapes and compares, it writes every secret and every
 * fragment of 12 characters in every encoding and looks for these bytes, whatever the letters' case. The two ways have
 * nothing in common but the list of secrets, so that a mistake in the one is found by the other. Others have their turn
 * while the thousands of patterns are written.
 */
export async function createByteSearch(known: KnownSecrets): Promise<ByteSearch> {
  const reasons: string[] = [];
  const patterns: Pattern[] = [];
  const add = (reason: string, encodings: readonly Encoding[]): void => {
    for (const { name, bytes } of encodings) {
      if (bytes.length < MIN_PATTERN_LENGTH) continue;
      patterns.push({ text: folded(bytes), id: reasons.push(`${reason}, ${name}`) - 1 });
    }
  };
  for (const secret of listSecrets(known)) {
    if (secret.search !== 'everywhere') continue;
    const name = NAMES[secret.kind];
    const fragments = fragmentsOf(secret.value);
    if (secret.value.length > MAX_IN_EVERY_ENCODING) {
      // Only as it is: every fragment of a long token in every encoding would be millions of patterns.
      add(name, [rawOf(secret.value)]);
      add(`a part of ${name}`, fragments.map(rawOf));
      continue;
    }
    add(name, encodingsOf(secret.value));
    add(`a part of ${name}`, blockFragments(secret.value));
    for (let start = 0; start < fragments.length; start += FRAGMENTS_A_TURN) {
      await nextTurn();
      const some = fragments.slice(start, start + FRAGMENTS_A_TURN);
      add(`a part of ${name}`, some.flatMap(escapesOf));
    }
  }
  const finder = createPatternFinder(patterns, LOWER_CASE);
  const longest = patterns.reduce((most, { text }) => Math.max(most, text.length), 1);
  const scan = (bytes: Uint8Array, found: Set<string>): void =>
    finder.scan(bytes, bytes.length, (id) => found.add(reasons[id] ?? 'a secret'));
  return {
    short: (bytes) => {
      const found = new Set<string>();
      scan(bytes, found);
      return [...found];
    },
    long: async (bytes) => {
      const found = new Set<string>();
      for (let start = 0; start < bytes.length; start += PIECE) {
        // A secret may lie across the end of a piece.
        scan(bytes.subarray(start, start + PIECE + longest - 1), found);
        await nextTurn();
      }
      return [...found];
    },
  };
}

/** Searches a finished text for the secrets of a run and pieces of them; true when there is none. */
export async function isFreeOf(known: KnownSecrets, text: string): Promise<boolean> {
  const search = await createByteSearch(known);
  return (await search.long(Buffer.from(text, 'utf8'))).length === 0;
}

const NAMES = {
  'client-secret': 'the client secret',
  token: 'a token',
  'proxy-password': 'a proxy password',
  'client-id': 'the full client id',
  cookie: 'a cookie',
} as const;

function rawOf(text: string): Encoding {
  return { name: 'raw', bytes: Buffer.from(text, 'utf8') };
}

/** Parts of what is written in blocks; 12 characters of base64 tell 9 of the secret. */
function blockFragments(secret: string): Encoding[] {
  return blocksOf(secret).flatMap(({ name, bytes }) =>
    fragmentsOf(Buffer.from(bytes).toString('latin1')).map((window) => ({
      name,
      bytes: Buffer.from(window, 'latin1'),
    })),
  );
}

/** Each byte with A to Z as a to z. */
const LOWER_CASE = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

function folded(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}
