/** A piece of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text, and what is to stand in its place. */
export interface Range extends Span {
  readonly replacement: string;
}

/**
 * Joins ranges that overlap, and touching ones with the same replacement. Where replacements differ, the longest range
 * names the whole. Returns the ranges in order.
 */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  let longest = 0;
  for (const range of joinSame(inOrder(ranges))) {
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

function inOrder(ranges: readonly Range[]): Range[] {
  return ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The overlapping fragments of one secret become one range, so that its real length counts. */
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
  return inOrder([...joined, ...open.values()]);
}

const LOW_SURROGATE = /[\udc00-\udfff]/;

/** Returns the text with its ranges replaced; they must be in order and must not overlap. */
export function replaceRanges(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, replacement } of ranges) {
    // Half a surrogate pair would be left over otherwise.
    const from = start > position && LOW_SURROGATE.test(text.charAt(start)) ? start - 1 : start;
    pieces.push(text.slice(position, from), replacement);
    position = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(position);
}
