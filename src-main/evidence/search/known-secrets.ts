import { isBoilerplate } from './boilerplate.ts';

/** Every value of a run that must not leave the computer. The client id is no secret; it is shortened. */
export interface KnownSecrets {
  readonly clientSecret: string;
  readonly tokens: readonly string[];
  readonly clientId: string;
  readonly proxyPasswords: readonly string[];
  /** The user's home folder, or null if it is not known. */
  readonly homeFolder: string | null;
}

type SecretKind = 'client-secret' | 'token' | 'proxy-password' | 'client-id' | 'cookie';

/** One value to look for. */
export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
  /**
   * `substring`: each occurrence in any encoding counts, and so does each fragment of 12 characters.
   *
   * `whole-value`: the secret looks like ordinary text, for example because the wrong thing was pasted. Without it a
   * sentence would have gaps that tell what it is, so it is removed only where a value stands (a field, a header, a word
   * of what a server sent).
   */
  readonly search: 'substring' | 'whole-value';
}

/** Fragments of a secret from this length on are secrets too. */
export const FRAGMENT_LENGTH = 12;
/** A longer value (a token) is not written in every encoding: the search decodes base64 and hex instead. */
export const MAX_IN_EVERY_ENCODING = 1024;
/** Shorter values cannot be told from ordinary text; a client id of Xray's has 32 characters. */
const MIN_SECRET_LENGTH = 8;
const MIN_CLIENT_ID_LENGTH = 16;
/** Shorter numbers are dates, sizes and times. */
const MIN_NUMBER_LENGTH = 16;
/** `aaaaaaaaaaaa` and `000000000000` come about by chance in base64 and in packed pictures. */
const MIN_DIFFERENT = 4;
const MIN_LETTERS_AND_DIGITS = 6;

/** Returns the values of a run without doubles and empty ones, the most secret first. */
export function listSecrets(known: KnownSecrets): Secret[] {
  const values: readonly (readonly [SecretKind, string])[] = [
    ['client-secret', known.clientSecret],
    ...known.tokens.map((token) => ['token', token] as const),
    ...known.proxyPasswords.map((password) => ['proxy-password', password] as const),
    ['client-id', known.clientId],
  ];
  const secrets = new Map<string, Secret>();
  for (const [kind, text] of values) {
    const value = text.trim();
    if (value === '' || secrets.has(value)) continue;
    secrets.set(value, { kind, value, search: looksOrdinary(kind, value) ? 'whole-value' : 'substring' });
  }
  return [...secrets.values()];
}

/** Returns whether a value may stand in any text by chance, such as `password` or a date. */
function looksOrdinary(kind: SecretKind, value: string): boolean {
  return (
    value.length < (kind === 'client-id' ? MIN_CLIENT_ID_LENGTH : MIN_SECRET_LENGTH) ||
    (value.length < MIN_NUMBER_LENGTH && /^[\d\s.:/-]*$/u.test(value)) ||
    lettersAndDigits(value).different < MIN_DIFFERENT ||
    isBoilerplate(value)
  );
}

/** Returns whether a value is bytes in hex, as Xray's keys are. */
export function isHex(value: string): boolean {
  return value.length >= MIN_NUMBER_LENGTH && value.length % 2 === 0 && /^[0-9a-f]+$/iu.test(value);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
const ASCII = /^[\0-\x7f]*$/u;

/** Thousands of fragments are counted, and hardly one of them is not ASCII. */
function lettersAndDigits(text: string): { count: number; different: number } {
  if (!ASCII.test(text)) {
    const found = text.match(LETTER_OR_DIGIT) ?? [];
    return { count: found.length, different: new Set(found.map((char) => char.toLowerCase())).size };
  }
  let count = 0;
  let different = 0;
  let letters = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = (code | 0x20) - 0x61;
    if (code >= 0x30 && code <= 0x39) {
      if ((digits & (1 << (code - 0x30))) === 0) different += 1;
      digits |= 1 << (code - 0x30);
    } else if (letter >= 0 && letter < 26) {
      if ((letters & (1 << letter)) === 0) different += 1;
      letters |= 1 << letter;
    } else continue;
    count += 1;
  }
  return { count, different };
}

/** Returns whether a fragment has enough letters and digits and is no word of every bundle. */
export function isTelling(fragment: string): boolean {
  const { count, different } = lettersAndDigits(fragment);
  if (count < MIN_LETTERS_AND_DIGITS || different < MIN_DIFFERENT || isBoilerplate(fragment)) return false;
  // A search that passes over separators finds the word of `authenticate-` alone.
  const word = /[\p{L}\p{N}].{0,200}[\p{L}\p{N}]/su.exec(fragment)?.[0] ?? fragment;
  return word === fragment || !isBoilerplate(word);
}
