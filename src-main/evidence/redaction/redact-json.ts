import { toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';
import { parseJson } from '../../contract/json.ts';

/** What to put in place of the parts of a JSON text; each returns the new text, or the same when nothing is to change. */
export interface JsonParts {
  /** A string value, decoded, with the name of the field it belongs to (in a list: the list's field). */
  value(text: string, field: string | null): string | Steps<string>;
  /** The name of a field, decoded. */
  name(text: string): string;
  /** A number as it is written; a changed one becomes a string. */
  number(text: string, field: string | null): string;
  /** Prepares the look for what is spread over several literals: what to put in place of the one from `start` to `end`. */
  hidden?(text: string): Steps<(start: number, end: number) => string | null>;
}

type TokenKind = 'open-object' | 'open-list' | 'close' | 'comma' | 'string' | 'number' | 'other';

interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

interface Frame {
  readonly isObject: boolean;
  /** The number of the pair in `labels`. */
  readonly id: number;
  field: string | null;
  nameComesNext: boolean;
}

/** Fields that name what the field `value` beside them holds: `{"name":"Cookie","value":"…"}`. */
const LABELS = new Set(['name', 'key', 'header', 'field', 'type', 'id', 'param', 'parameter']);
const LABELLED = new Set(['value', 'values', 'val', 'content', 'data', 'text']);

/**
 * Rewrites strings and numbers inside a JSON text and leaves every other byte as it was written: white space, order,
 * doubled fields, numbers beyond JavaScript's. The answer is JSON again. Returns null if the text is not JSON. Neither
 * depth nor length of the text makes it recurse.
 */
export function rewriteJson(text: string, parts: JsonParts): string | null {
  return toEnd(rewriteJsonInSteps(text, parts));
}

/** The same in steps, one for each string and number. */
export function* rewriteJsonInSteps(text: string, parts: JsonParts): Steps<string | null> {
  if (!isJson(text)) return null;
  yield;
  const tokens = tokensOf(text);
  yield;
  const labels = yield* labelsOf(text, tokens);
  const hiddenAt = parts.hidden === undefined ? null : yield* parts.hidden(text);
  const out: string[] = [];
  let position = 0;
  yield* walk(text, tokens, function* (token, frame, isName) {
    const written = text.slice(token.start, token.end);
    const hidden = hiddenAt?.(token.start, token.end) ?? null;
    const field = frame?.field ?? null;
    const label = frame === undefined ? undefined : labels.get(frame.id);
    const meaning =
      field !== null && label !== undefined && LABELLED.has(field.toLowerCase()) ? label : field;
    const before = token.kind === 'string' ? String(JSON.parse(written)) : written;
    const made =
      hidden !== null && !isName
        ? hidden
        : token.kind === 'number'
          ? parts.number(before, meaning)
          : isName
            ? parts.name(before)
            : parts.value(before, meaning);
    const after = typeof made === 'string' ? made : yield* made;
    if (after === before) return;
    out.push(text.slice(position, token.start), JSON.stringify(after));
    position = token.end;
  });
  out.push(text.slice(position));
  return out.join('');
}

/** Calls `onLiteral` for every string and number, with the frame it stands in and whether it is the name of a field. */
function* walk(
  text: string,
  tokens: readonly Token[],
  onLiteral: (token: Token, frame: Frame | undefined, isName: boolean) => Steps<void>,
): Steps<void> {
  const frames: Frame[] = [];
  let count = 0;
  for (const token of tokens) {
    const frame = frames.at(-1);
    switch (token.kind) {
      case 'open-object':
        frames.push({ isObject: true, id: (count += 1), field: null, nameComesNext: true });
        break;
      case 'open-list':
        frames.push({ isObject: false, id: (count += 1), field: frame?.field ?? null, nameComesNext: false });
        break;
      case 'close':
        frames.pop();
        break;
      case 'comma':
        if (frame !== undefined) frame.nameComesNext = frame.isObject;
        break;
      case 'string': {
        const isName = frame?.nameComesNext === true;
        yield* onLiteral(token, frame, isName);
        yield;
        if (!isName || frame === undefined) break;
        frame.nameComesNext = false;
        frame.field = String(JSON.parse(text.slice(token.start, token.end)));
        break;
      }
      case 'number':
        yield* onLiteral(token, frame, false);
        yield;
        break;
      case 'other':
        break;
    }
  }
}

/** By the number of each object the value of its field `name`, which may stand behind the value that it names. */
function* labelsOf(text: string, tokens: readonly Token[]): Steps<ReadonlyMap<number, string>> {
  const labels = new Map<number, string>();
  // oxlint-disable-next-line require-yield
  yield* walk(text, tokens, function* (token, frame, isName) {
    if (isName || frame?.isObject !== true || token.kind !== 'string') return;
    if (
      LABELS.has(frame.field?.toLowerCase() ?? '') &&
      token.end - token.start <= 200 &&
      !labels.has(frame.id)
    )
      labels.set(frame.id, String(JSON.parse(text.slice(token.start, token.end))));
  });
  return labels;
}

const KINDS: Readonly<Record<string, TokenKind>> = {
  '{': 'open-object',
  '[': 'open-list',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
};

/** The parts of a text that is JSON for certain. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    const start = at;
    if (char === '"') {
      at = stringEnd(text, at);
      tokens.push({ kind: 'string', start, end: at });
    } else if (isNumberCharacter(char)) {
      while (at < text.length && isNumberCharacter(text.charAt(at))) at += 1;
      tokens.push({ kind: 'number', start, end: at });
    } else {
      at += 1;
      const kind = KINDS[char];
      if (kind !== undefined) tokens.push({ kind, start, end: at });
      // The words true, false and null hold an e, which begins no number.
      else while (at < text.length && /[a-z]/u.test(text.charAt(at))) at += 1;
    }
  }
  return tokens;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isNumberCharacter(char: string): boolean {
  return (
    (char >= '0' && char <= '9') ||
    char === '-' ||
    char === '+' ||
    char === '.' ||
    char === 'e' ||
    char === 'E'
  );
}

function isJson(text: string): boolean {
  return /^\s*["{[]/u.test(text) && parseJson(text) !== undefined;
}
