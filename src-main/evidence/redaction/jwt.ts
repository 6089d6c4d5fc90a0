/** Where a JSON Web Token (RFC 7519) stands in a text. */
interface TokenRange {
  readonly start: number;
  readonly end: number;
}

const MIN_PART = 6;
const WORD = /[\w-]/u;
const LETTER_OR_DIGIT = /\w/u;

/**
 * Finds tokens, also those that were cut off after their second part. Written as a loop and not as an expression, since
 * a text of `eyJ` would make an expression begin anew at each of them.
 */
export function tokensIn(text: string): TokenRange[] {
  const found: TokenRange[] = [];
  for (let at = text.indexOf('eyJ'); at >= 0;) {
    const head = wordEnd(text, at);
    const body = text.charAt(head) === '.' ? wordEnd(text, head + 1) : head;
    const start = body - head - 1 >= MIN_PART ? startWithin(text, at, head) : -1;
    if (start < 0) {
      at = text.indexOf('eyJ', head);
      continue;
    }
    let end = body;
    while (text.charAt(end) === '.') end = wordEnd(text, end + 1);
    found.push({ start, end });
    at = text.indexOf('eyJ', end);
  }
  return found;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && WORD.test(text.charAt(end))) end += 1;
  return end;
}

/** The first `eyJ` of a word that begins one, or follows an escape like `\n`; -1 if there is none that is long enough. */
function startWithin(text: string, from: number, end: number): number {
  for (let at = from; at >= 0 && at + 3 + MIN_PART <= end;) {
    const isFree =
      !LETTER_OR_DIGIT.test(text.charAt(at - 1)) || /\\[nrtbf]$/u.test(text.slice(Math.max(0, at - 2), at));
    if (isFree) return at;
    const next = text.indexOf('eyJ', at + 3);
    if (next < 0 || next >= end) return -1;
    at = next;
  }
  return -1;
}
