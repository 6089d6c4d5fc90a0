import { withoutComments } from './comments.ts';
import type { Connection } from './connection.ts';
import { labelledValues } from './credential-labels.ts';
import { credentialShape, holdsSecret } from './credential-shape.ts';
import {
  MAX_PASTED_CHARACTERS,
  decodedViews,
  trimPasted,
  withoutInvisible,
  withoutQuotedPrintable,
} from './pasted-text.ts';

/** What a pasted text holds. `several` and `too-long`: nothing can be taken from it without guessing. */
export type BlockReading =
  | { readonly kind: 'pair'; readonly pair: Pick<Connection, 'clientId' | 'clientSecret'> }
  /** One value. `isAlone`: there is nothing else in the text. */
  | { readonly kind: 'id' | 'secret'; readonly value: string; readonly isAlone: boolean }
  | { readonly kind: 'several' | 'placeholder' | 'too-long' | 'nothing' };

/**
 * Reads what a person pasted: looks in the whole text, outside of comments and after undoing what dresses it, for
 * exactly one word of 32 hex digits and one of 64, and then for values behind labels. Never guesses between two.
 */
export function readCredentialBlock(text: string): BlockReading {
  if (text.length > MAX_PASTED_CHARACTERS) return { kind: 'too-long' };
  const clean = withoutInvisible(text);
  const reading = readClean(clean, withoutComments);
  // Everything may be commented out, or stand in a list whose lines begin with a number sign.
  return reading.kind === 'nothing' ? readClean(clean, (all) => all) : reading;
}

const NOTHING: BlockReading = { kind: 'nothing' };
const SEVERAL: BlockReading = { kind: 'several' };

function readClean(clean: string, prepare: (text: string) => string): BlockReading {
  const plain = readViews(decodedViews(clean).map(prepare), clean);
  const mail = withoutQuotedPrintable(clean);
  if (mail === null || plain.kind === 'several' || isExact(plain)) return plain;
  const decoded = readViews([prepare(mail)], clean);
  return isExact(decoded) ? decoded : plain;
}

function isExact(reading: BlockReading): boolean {
  if (reading.kind !== 'pair') return false;
  const { id, secret } = credentialShape(reading.pair.clientId, reading.pair.clientSecret);
  return id === 'expected' && secret === 'expected';
}

function readViews(views: readonly string[], clean: string): BlockReading {
  const words = hexWords(views);
  const text = views.at(-1) ?? '';
  const labelled = labelledValues(text);
  let ids = [...labelled.id.values];
  let secrets = [...labelled.secret.values];
  // Labels behind their values, or columns that were read in the wrong order, tell nothing.
  if (ids.some(holdsSecret) || secrets.some((value) => ID_LENGTH.test(value))) [ids, secrets] = [[], []];

  const whole = secrets.length === 1 ? brokenSecret(text, secrets[0] ?? '') : null;
  if (whole !== null) {
    if (whole.length !== 64) return SEVERAL;
    secrets = [whole];
  }
  const clientId = onlyOne(words.ids, ids, labelled.id.isPlaceholder);
  const clientSecret = onlyOne(words.secrets, secrets, labelled.secret.isPlaceholder);
  if (clientId === 'several' || clientSecret === 'several') return SEVERAL;
  const one = (kind: 'id' | 'secret', value: string): BlockReading => ({
    kind,
    value,
    isAlone: trimPasted(clean) === value,
  });
  if (clientId !== null && clientSecret !== null) return pairOf(clientId.value, clientSecret.value);
  if (clientSecret !== null) return one('secret', clientSecret.value);
  if (clientId !== null) {
    const [cut, another] = words.nearlySecrets;
    const isPair = cut !== undefined && another === undefined && !labelled.secret.isPlaceholder;
    return isPair ? pairOf(clientId.value, cut) : one('id', clientId.value);
  }
  return labelled.id.isPlaceholder || labelled.secret.isPlaceholder ? { kind: 'placeholder' } : NOTHING;
}

function brokenSecret(text: string, start: string): string | null {
  if (!/^[0-9a-f]{16,63}$/iu.test(start)) return null;
  const behind = text.slice(text.indexOf(start) + start.length);
  const rest = /^[ \t>]{0,4}\n[ \t>]{0,4}([0-9a-f]{1,64})(?![\w-])/iu.exec(behind)?.[1];
  return rest === undefined ? null : start + rest;
}

const ID_LENGTH = /^[0-9a-f]{32}$/iu;

function pairOf(clientId: string, clientSecret: string): BlockReading {
  return { kind: 'pair', pair: { clientId, clientSecret } };
}

/** The one value that both ways of looking allow; null where there is none. */
function onlyOne(
  words: readonly string[],
  labelled: readonly string[],
  isPlaceholder: boolean,
): { readonly value: string } | 'several' | null {
  const [labelledValue] = labelled;
  const [word] = words;
  if (labelledValue !== undefined) {
    if (labelled.length > 1) return 'several';
    // The dress of a value may have been read as a part of it.
    const isDressed = words.length === 1 && word !== undefined && labelledValue.includes(word);
    return { value: isDressed ? word : labelledValue };
  }
  if (word === undefined) return null;
  // A word of the right length somewhere in the text is not the value whose place holds a placeholder.
  return words.length > 1 || isPlaceholder ? 'several' : { value: word };
}

/** What stands right before a word of hex digits that is neither an ID nor a secret of Xray's. */
const FOREIGN_KEY =
  /(?:session|trace|request|correlation|span|md5|sha-?\d{1,3}|digest|checksum|hash|etag|commit|nonce|[cx]srf|revision|build|tenant|cloud|uuid|guid|cookie)(?:[_-]?(?:id|hash|sum|token|key))?["'`*\s]{0,4}[:=@][\s"'`*]{0,4}$/iu;

function hexWords(views: readonly string[]) {
  const found = new Map<string, string>();
  for (const view of views) {
    for (const { 0: word, index } of view.matchAll(/[0-9a-f]+/giu)) {
      const { length } = word;
      const isOfLength = length === 32 || (length >= 60 && length <= 68);
      if (!isOfLength || !isWord(view, index, index + length)) continue;
      if (FOREIGN_KEY.test(view.slice(Math.max(0, index - 48), index))) continue;
      const known = word.toLowerCase();
      if (!found.has(known)) found.set(known, word);
    }
  }
  const words = [...found.values()];
  return {
    ids: words.filter(({ length }) => length === 32),
    secrets: words.filter(({ length }) => length === 64),
    nearlySecrets: words.filter(({ length }) => length !== 32 && length !== 64),
  };
}

/** Whether what stands there is a whole word: no letter touches it, not even over a hyphen or an underscore. */
function isWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  return !/[a-z0-9%][_-]*$/iu.test(before) && !/^[_-]*[a-z0-9]/iu.test(after);
}
