/**
 * Takes out what a text has commented out: lines that begin with `#`, `//`, `--`, `;`, `::` or REM, blocks in HTML's or
 * C's marks, struck-through words, and the removed lines of a diff.
 */
export function withoutComments(text: string): string {
  const bare = withoutBlocks(withoutBlocks(text, '<!--', '-->', false), '/*', '*/', true);
  const lines = bare.replace(/~~[^~\n]*~~/gu, ' ').split('\n');
  const isDiff =
    lines.some((line) => /^\+[^+\s]/u.test(line)) && lines.some((line) => /^-[^-\s]/u.test(line));
  return lines.filter((line) => !isComment(line) && !(isDiff && line.startsWith('-'))).join('\n');
}

function isComment(line: string): boolean {
  const start = line.replace(/^[\s>]+/u, '').slice(0, 8);
  // `--data` and `--client-id` are options of a command, not comments.
  return /^(?:#|\/\/|;|::|--(?:[\s-]|[A-Z_]{2}|$))/u.test(start) || /^@?rem(?:\s|$)/iu.test(start);
}

/** Takes every block between two marks out; one that never ends is left as it is. */
function withoutBlocks(text: string, open: string, close: string, atLineStart: boolean): string {
  let kept = '';
  let from = 0;
  let end = -1;
  for (;;) {
    const start = text.indexOf(open, from);
    if (start === -1) return kept + text.slice(from);
    const inside = start + open.length;
    // Looked for only once per closing mark: many opening ones before a single closing one stay linear.
    if (end < inside) end = text.indexOf(close, inside);
    if (end === -1) return kept + text.slice(from);
    // `Accept: */*` holds the beginning of a comment and is none.
    if (atLineStart && !isAtLineStart(text, start)) {
      kept += text.slice(from, inside);
      from = inside;
    } else {
      kept += `${text.slice(from, start)} `;
      from = end + close.length;
    }
  }
}

function isAtLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before -= 1;
  return before < 0 || text[before] === '\n' || text[before] === '\r';
}
