import type { Span } from '../../search/ranges.ts';

const MIN_PART = 6;

/**
 * Returns the places of all JSON Web Tokens (RFC 7519), also of those that were cut off after their second part. A loop,
 * since a regular expression would start over at each `eyJ` of a word.
 */
export function findJwts(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('eyJ'); at >= 0;) {
    const headEnd = wordEnd(text, at);
    const bodyEnd = text.charAt(headEnd) === '.' ? wordEnd(text, headEnd + 1) : headEnd;
    const start = bodyEnd - headEnd - 1 >= MIN_PART ? startWithin(text, at, headEnd) : -1;
    let end = headEnd;
    if (start >= 0) {
      end = bodyEnd;
      while (text.charAt(end) === '.') end = wordEnd(text, end + 1);
      found.push({ start, end });
    }
    at = text.indexOf('eyJ', end);
  }
  return found;
}

const WORD = /[\w-]*/uy;

function wordEnd(text: string, from: number): number {
  WORD.lastIndex = from;
  return from + (WORD.exec(text)?.[0].length ?? 0);
}

/** Returns the first `eyJ` that begins a word or follows an escape such as `\n`, or -1. */
function startWithin(text: string, from: number, end: number): number {
  for (let at = from; at >= 0 && at + 3 + MIN_PART <= end; at = text.indexOf('eyJ', at + 3)) {
    if (/(?:^|\W|\\[nrtbf])$/u.test(text.slice(Math.max(0, at - 2), at))) return at;
  }
  return -1;
}
