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

interface Pending {
  readonly value: unknown;
  readonly field: string | null;
  readonly opened: number;
  readonly nesting: number;
}

/** Returns every string in a JSON text, also in strings that are JSON themselves. Does not recurse. */
export function* jsonStrings(text: string): Steps<JsonString[]> {
  const strings: JsonString[] = [];
  const pending: Pending[] = [{ value: parseJson(text), field: null, opened: 0, nesting: 0 }];
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
      const parsed = opened < MAX_OPENED ? parseJson(value) : undefined;
      if (parsed !== undefined)
        pending.push({ value: parsed, field: null, opened: opened + 1, nesting: nesting + 1 });
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

/** Returns the value of a text that is an object, a list or a string in JSON; undefined for any other. */
export function parseJson(text: string): unknown {
  if (!/^\s*["{[]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
