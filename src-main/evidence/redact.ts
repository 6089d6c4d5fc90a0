import type { Diagnosis } from '../contract/diagnosis.ts';
import { createSecretFinder } from './find-secrets.ts';
import type { FindOptions } from './find-secrets.ts';
import { createHomeFolderEraser } from './home-folder.ts';
import { redactDiagnosis } from './redact-diagnosis.ts';
import type { Counted, RedactionTools } from './redact-diagnosis.ts';
import { rewriteJson } from './redact-json.ts';
import {
  isFieldSecret,
  JWT,
  kindOfField,
  redactAuthorization,
  redactBareToken,
  redactHeaderValue,
  redactShapes,
} from './redact-shapes.ts';
import type { TagMaker } from './redact-shapes.ts';
import { listSecrets } from './secrets.ts';
import type { KnownSecrets, Secret } from './secrets.ts';
import { tagFor } from './tags.ts';

/** A text without secrets, and how many were replaced in it. */
interface Redacted {
  readonly text: string;
  readonly removed: number;
}

/**
 * Removes every known secret, in every encoding and also in part, then what has the shape of a credential. Its own
 * output comes out unchanged. Not for two texts at the same time, which synchronous code cannot do anyway.
 */
export interface Redactor {
  /** Any text from outside: by value and by shape. One that is JSON stays JSON. */
  text(text: string): Redacted;
  /** What the person typed, and lines of the log: by value and by shape; a secret that is an ordinary word stays one. */
  typed(text: string): Redacted;
  /** A page of ours that was made of redacted parts: by value only, in case its parts came together to one. */
  page(text: string): Redacted;
  /** A whole diagnosis; the answer keeps to its schema. Others have their turn between two exchanges. */
  diagnosis(diagnosis: Diagnosis): Promise<{ readonly diagnosis: Diagnosis; readonly removed: number }>;
}

/**
 * What the redactor is made of. Each layer stands in the way of something that the others let pass; a test takes them
 * out one by one and sees that the gate refuses what then comes through.
 */
export interface RedactionLayers {
  /** Known secrets, by value, in every encoding. */
  readonly values: typeof createSecretFinder;
  /** Known secrets that look like ordinary text, where one is a whole value. */
  readonly wholeValues: typeof wholeValues;
  /** Tokens of whomever. */
  readonly tokens: RegExp;
  /** Credentials in plain text, by their shape. */
  readonly shapes: typeof redactShapes;
  /** Headers whose name says that a credential is in them. */
  readonly headers: typeof redactHeaderValue;
  /** Fields of JSON whose name says so. */
  readonly fields: typeof isFieldSecret;
  /** The answer to a sign-in, which is a token whatever it looks like. */
  readonly bareTokens: typeof redactBareToken;
  readonly home: typeof createHomeFolderEraser;
}

export const REDACTION_LAYERS: RedactionLayers = {
  values: createSecretFinder,
  wholeValues,
  tokens: JWT,
  shapes: redactShapes,
  headers: redactHeaderValue,
  fields: isFieldSecret,
  bareTokens: redactBareToken,
  home: createHomeFolderEraser,
};

/**
 * Makes the redactor of one run. `salt` is random and kept nowhere else: it makes a secret's tags equal within one
 * bundle and not computable outside of it.
 */
export function createRedactor(
  secrets: KnownSecrets,
  salt: Uint8Array,
  layers: RedactionLayers = REDACTION_LAYERS,
): Redactor {
  const list = listSecrets(secrets);
  const find = layers.values(list);
  const eraseHome = layers.home(secrets.homeFolder);
  const shownAs = list.map((secret) => replacementOf(secret, salt));
  const literalTokens = new Set(list.map((secret) => secret.value));
  const ordinary = layers.wholeValues(list, shownAs);
  let removed = 0;

  const tag: TagMaker = (kind, value) => {
    removed += 1;
    return tagFor(kind, salt, value);
  };

  const byValue = (text: string, options: FindOptions): string => {
    const ranges: Range[] = find(text, options).map(({ start, end, secret }) => ({
      start,
      end,
      replacement: shownAs[secret] ?? '',
    }));
    // A token of somebody else shares its first part with a known one; it is removed as a whole, under its own tag.
    for (const match of text.includes('eyJ') ? text.matchAll(layers.tokens) : []) {
      if (literalTokens.has(match[0])) continue;
      const end = match.index + match[0].length;
      ranges.push({ start: match.index, end, replacement: tagFor('token', salt, match[0]) });
    }
    const merged = mergeRanges(ranges);
    removed += merged.length;
    return replaceRanges(text, merged);
  };

  const home = (text: string): string => {
    const erased = eraseHome(text);
    removed += erased.removed;
    return erased.text;
  };

  const plain = (text: string, cut: boolean): string =>
    home(layers.shapes(byValue(text, { ordinary: true, cut }), tag));

  const value = (text: string, field: string | null): string => {
    const clean = wire(text);
    if (field === null || !layers.fields(field, clean)) return clean;
    const kind = kindOfField(field) ?? 'password';
    return kind === 'authorization' ? redactAuthorization(clean, tag) : tag(kind, clean);
  };

  const wire = (text: string, cut = false): string => {
    const replacement = ordinary.get(folded(text));
    if (replacement !== undefined) {
      removed += 1;
      return replacement;
    }
    return (
      rewriteJson(text, { value, name: (name) => plain(name, false), number: value }) ?? plain(text, cut)
    );
  };

  const page = (text: string): string => home(byValue(text, { ordinary: false, cut: false }));

  const tools: RedactionTools = {
    wire,
    own: (text) => layers.shapes(page(text), tag),
    header: ({ name, value: text }) => ({
      name: plain(name, false),
      value: home(layers.headers(name, byValueOrJson(text), tag)),
    }),
    plainName: (text) => {
      const first = find(text, { ordinary: false, cut: false })[0];
      if (first === undefined) return null;
      removed += 1;
      return (shownAs[first.secret] ?? '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '');
    },
    bareToken: (text) => layers.bareTokens(text, tag),
  };

  const byValueOrJson = (text: string): string =>
    /^\s*[{[]/u.test(text) ? wire(text) : byValue(text, { ordinary: true, cut: false });

  const counted = <T>(work: () => T): { readonly value: T; readonly removed: number } => {
    removed = 0;
    const value = work();
    return { value, removed };
  };
  const asText = ({ value: text, removed: count }: { value: string; removed: number }): Redacted => ({
    text,
    removed: count,
  });

  return {
    text: (text) => asText(counted(() => wire(text))),
    typed: (text) => asText(counted(() => tools.own(text))),
    page: (text) => asText(counted(() => page(text))),
    diagnosis: async (diagnosis) => {
      let sum = 0;
      const count: Counted = (work) => {
        const { value: clean, removed: found } = counted(work);
        sum += found;
        return clean;
      };
      return { diagnosis: await redactDiagnosis(diagnosis, tools, count), removed: sum };
    },
  };
}

/** What stands in the place of each secret that looks ordinary, by its folded value. */
function wholeValues(secrets: readonly Secret[], shownAs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    secrets.flatMap((secret, index) =>
      secret.search === 'as-a-value' ? [[folded(secret.value), shownAs[index] ?? ''] as const] : [],
    ),
  );
}

/** A value of its own as it is compared with the secrets that look ordinary. */
function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** The client id is a name and no secret: support needs to tell two of them apart, so its ends stay. */
const SHORTEST_SHORTENED = 12;

function replacementOf(secret: Secret, salt: Uint8Array): string {
  const { kind, value } = secret;
  const isShortened = kind === 'client-id' && value.length >= SHORTEST_SHORTENED;
  return isShortened ? shortenClientId(value) : tagFor(kind, salt, value);
}

/** The first four and last four characters of a client id. */
function shortenClientId(clientId: string): string {
  return `${clientId.slice(0, 4)}…${clientId.slice(-4)}`;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Joins what overlaps or touches under one replacement; where two kinds overlap the longer find names the whole. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const sorted = joinSame([...ranges].sort((a, b) => a.start - b.start || b.end - a.end));
  const merged: Range[] = [];
  let longest = 0;
  for (const range of sorted) {
    const last = merged.at(-1);
    const length = range.end - range.start;
    if (last === undefined || range.start >= last.end) {
      merged.push(range);
      longest = length;
      continue;
    }
    const replacement = length > longest ? range.replacement : last.replacement;
    longest = Math.max(longest, length);
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end), replacement };
  }
  return merged;
}

/** The windows of one secret that overlap become one range, so that its real length counts. */
function joinSame(sorted: readonly Range[]): Range[] {
  const open = new Map<string, Range>();
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = open.get(range.replacement);
    if (last !== undefined && range.start <= last.end) {
      open.set(range.replacement, { ...last, end: Math.max(last.end, range.end) });
    } else {
      if (last !== undefined) joined.push(last);
      open.set(range.replacement, range);
    }
  }
  joined.push(...open.values());
  return joined.sort((a, b) => a.start - b.start || b.end - a.end);
}

const LOW_SURROGATE = /[\udc00-\udfff]/;

function replaceRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const range of ranges) {
    // Half a character would be left over otherwise.
    const start =
      range.start > position && LOW_SURROGATE.test(text.charAt(range.start)) ? range.start - 1 : range.start;
    pieces.push(text.slice(position, start), range.replacement);
    position = range.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}
