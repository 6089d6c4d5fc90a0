/** A piece of a text, and what is to stand in its place. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Joins what overlaps or touches under one replacement; where two kinds overlap the longer find names the whole. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
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

/** The text with its ranges replaced, which are in order and apart from each other. */
export function replaceRanges(text: string, ranges: readonly Range[]): string {
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
