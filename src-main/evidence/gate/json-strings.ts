import { parseJson } from '../../contract/text/json.ts';
import type { Steps } from '../cooperative-steps.ts';

/** A string of a JSON text, decoded: a name, a value with the name of its field, or a number as it reads. */
interface JsonString {
  readonly text: string;
  readonly field: string | null;
}

/** Strings that are JSON themselves are opened this often. */
const MAX_OPENED = 5;
/** What is deeper, and what comes after this many values, is read as text alone. */
const MAX_NESTING = 200;
const MAX_VALUES = 200_000;

/** Returns every string in a JSON text, also in strings that are JSON themselves. Does not recurse. */
export function* jsonStrings(text: string): Steps<JsonString[]> {
  const strings: JsonString[] = [];
  const pending: { value: unknown; field: string | null; opened: number; nesting: number }[] = [
    { value: openJson(text), field: null, opened: 0, nesting: 0 },
  ];
  let seen = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, field, opened, nesting } = next;
    seen += 1;
    yield;
    if (seen > MAX_VALUES || nesting > MAX_NESTING) continue;
    const inner = { field, opened, nesting: nesting + 1 };
    if (typeof value === 'number') strings.push({ text: String(value), field });
    if (typeof value === 'string') {
      strings.push({ text: value, field });
      const parsed = opened < MAX_OPENED ? openJson(value) : undefined;
      if (parsed !== undefined) pending.push({ ...inner, value: parsed, field: null, opened: opened + 1 });
    } else if (Array.isArray(value)) {
      for (const item of value.toReversed()) pending.push({ ...inner, value: item });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value).toReversed()) {
        strings.push({ text: name, field: null });
        pending.push({ ...inner, value: item, field: name });
      }
    }
  }
  return strings;
}

/** Returns the same strings as one text, one a line. */
export function* jsonLines(text: string): Steps<string> {
  return (yield* jsonStrings(text)).map((string) => string.text).join('\n');
}

function openJson(text: string): unknown {
  return /^\s*["{[]/u.test(text) ? parseJson(text) : undefined;
}
