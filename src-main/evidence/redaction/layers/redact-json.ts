import type { Steps } from '../../cooperative-steps.ts';
import { parseJson } from '../../../contract/text/json.ts';
import { replaceRanges } from '../../search/ranges.ts';
import type { Range, Span } from '../../search/ranges.ts';

/** How to redact the parts of a JSON text. Each function returns the new text, or the same if nothing is to change. */
export interface JsonParts {
  /** A decoded string with the name of its field; strings of a list have the name of the list. */
  value(text: string, field: string | null): string | Steps<string>;
  /** The decoded name of a field. */
  name(text: string): string;
  /** A number as it is written. A changed one becomes a string. */
  number(text: string, field: string | null): string;
  /** Prepares a look-up of what replaces the literal from `start` to `end` because of its neighbours, if anything does. */
  spread?(): Steps<(start: number, end: number) => string | undefined>;
}

interface Literal extends Span {
  readonly kind: 'string' | 'number' | 'name';
  readonly field: string | null;
  /** The object that it stands in directly, if any. */
  readonly object: JsonObject | null;
}

/** An object or a list whose end is still to come. */
interface JsonObject {
  readonly isObject: boolean;
  field: string | null;
  isNameNext: boolean;
  /** The value of its field `name` or similar. */
  label: string | null;
}

/** Fields that name what the field `value` next to them holds: `{"name":"Cookie","value":"…"}`. */
const LABELS = new Set(['name', 'key', 'header', 'field', 'type', 'id', 'param', 'parameter']);
const LABELLED = new Set(['value', 'values', 'val', 'content', 'data', 'text']);
const MAX_LABEL_LENGTH = 200;

/**
 * Redacts strings, names and numbers of a JSON text and keeps every other byte: white space, order, doubled fields, large
 * numbers. Returns JSON, or null if the text is not JSON. Does not recurse.
 */
export function* redactJson(text: string, parts: JsonParts): Steps<string | null> {
  if (!isJson(text)) return null;
  yield;
  const literals = yield* literalsOf(text);
  const spread = parts.spread === undefined ? null : yield* parts.spread();
  const ranges: Range[] = [];
  for (const { start, end, kind, field, object } of literals) {
    const written = text.slice(start, end);
    const before = kind === 'number' ? written : String(JSON.parse(written));
    const name =
      object !== null && LABELLED.has(field?.toLowerCase() ?? '') ? (object.label ?? field) : field;
    const made =
      (kind === 'name' ? undefined : spread?.(start, end)) ??
      (kind === 'name'
        ? parts.name(before)
        : kind === 'number'
          ? parts.number(before, name)
          : parts.value(before, name));
    const after = typeof made === 'string' ? made : yield* made;
    if (after !== before) ranges.push({ start, end, replacement: JSON.stringify(after) });
    yield;
  }
  return replaceRanges(text, ranges);
}

const PUNCTUATION_OR_LITERAL = /[{}[\],"]|-?\d[\d.eE+-]*/gu;

/** Returns every string, name and number of a valid JSON text in order. */
function* literalsOf(text: string): Steps<Literal[]> {
  const literals: Literal[] = [];
  const open: JsonObject[] = [];
  for (let at = 0; at >= 0;) {
    PUNCTUATION_OR_LITERAL.lastIndex = at;
    const match = PUNCTUATION_OR_LITERAL.exec(text);
    if (match === null) break;
    const start = match.index;
    const parent = open.at(-1);
    const { field = null } = parent ?? {};
    at = start + match[0].length;
    switch (match[0]) {
      case '{':
        open.push({ isObject: true, field: null, isNameNext: true, label: null });
        break;
      case '[':
        open.push({ isObject: false, field, isNameNext: false, label: null });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (parent !== undefined) parent.isNameNext = parent.isObject;
        break;
      default: {
        const isString = match[0] === '"';
        if (isString) at = stringEnd(text, start);
        const object = parent?.isObject === true ? parent : null;
        const isName = object?.isNameNext === true;
        literals.push({
          start,
          end: at,
          kind: isName ? 'name' : isString ? 'string' : 'number',
          field,
          object,
        });
        if (isString && object !== null) noteString(object, isName, text.slice(start, at));
        yield;
      }
    }
  }
  return literals;
}

function noteString(object: JsonObject, isName: boolean, written: string): void {
  if (isName) {
    object.field = String(JSON.parse(written));
    object.isNameNext = false;
  } else if (LABELS.has(object.field?.toLowerCase() ?? '') && written.length <= MAX_LABEL_LENGTH) {
    object.label ??= String(JSON.parse(written));
  }
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isJson(text: string): boolean {
  return /^\s*["{[]/u.test(text) && parseJson(text) !== undefined;
}
