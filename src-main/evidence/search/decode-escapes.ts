import { BARRIER } from './canonical-text.ts';
import type { CanonicalText } from './canonical-text.ts';

/** A backslash and digits are octal in code and hexadecimal in a style sheet (CSS Syntax, section 4.3.7). */
export type EscapeStyle = 'code' | 'style-sheet';

/** `%u0041`; a percent sign that is escaped itself, often (`%252541`); UTF-8 in percent encoding; one byte of it. */
const PERCENT =
  /%u[\da-f]{4}|%(?:25)+[0-7][\da-f]|%f[0-4](?:%[89ab][\da-f]){3}|%e[\da-f](?:%[89ab][\da-f]){2}|%(?:c[2-9a-f]|d[\da-f])%[89ab][\da-f]|%[\da-f]{2}/u;
/** The semicolon of a numeric entity may be missing. */
const ENTITY = /&#\d+;?|&#x[\da-f]+;?|&[a-z]{1,24};/u;
/** JSON and JavaScript, also with many backslashes; `\u{41}`; octal; a control character; an escaped sign. */
const BACKSLASH =
  /\\{1,64}(?:u[\da-f]{4}|x[\da-f]{2})|\\u\{[\da-f]{1,8}\}|\\[0-3][0-7]{2}|\\[nrtbf0]|\\[^\da-z\u{80}-\u{10ffff}]/u;
const ESCAPES = {
  code: new RegExp(`${PERCENT.source}|${ENTITY.source}|${BACKSLASH.source}`, 'gu'),
  'style-sheet': new RegExp(`${PERCENT.source}|${ENTITY.source}|\\\\[\\da-f]{1,6} ?`, 'gu'),
};

/** Names of HTML entities, each with its character at the end. */
const ENTITIES = new Map(
  `amp& lt< gt> quot" apos' hyphen- dash- lowbar_ equals= plus+ sol/ bsol\\ period. comma, colon: semi; num# excl! percnt%
  ast* lpar( rpar)`
    .split(/\s+/u)
    .map((entity) => [entity.slice(0, -1), entity.charCodeAt(entity.length - 1)]),
);
const BLANK_ENTITIES = new Set('nbsp ensp emsp thinsp tab'.split(' '));
const INVISIBLE_ENTITIES = new Set(
  `newline shy zwj zwnj lrm rlm nobreak zerowidthspace negativethinspace negativemediumspace negativethickspace
  negativeverythinspace applyfunction invisibletimes invisiblecomma af it ic`.split(/\s+/u),
);

/**
 * Undoes one layer of escapes of `source` into `target`: percent encoding, HTML entities, and backslashes of JSON and
 * JavaScript or of a style sheet. Returns whether there was any.
 */
export function decodeEscapes(
  source: CanonicalText,
  target: CanonicalText,
  style: EscapeStyle = 'code',
): boolean {
  const text = source.toString();
  if (!/[%&\\]/u.test(text)) return false;
  const { codes, starts, ends } = source;
  target.clear(source.length);
  let at = 0;
  const copyUntil = (end: number): void => {
    for (; at < end; at += 1) target.addFolded(codes[at] ?? 0, starts[at] ?? 0, ends[at] ?? 0);
  };
  let hasEscapes = false;
  for (const { index, 0: escape } of text.matchAll(ESCAPES[style])) {
    const point = pointOf(escape, style);
    if (point < 0) continue;
    copyUntil(index);
    at = index + escape.length;
    if (point !== BARRIER) target.addFolded(Math.min(point, 0x10ffff), starts[index] ?? 0, ends[at - 1] ?? 0);
    hasEscapes = true;
  }
  copyUntil(source.length);
  return hasEscapes;
}

/** Returns the code point that an escape stands for, 0 if it cannot be seen, -1 if it is no escape after all. */
function pointOf(escape: string, style: EscapeStyle): number {
  if (escape.startsWith('%u')) return Number.parseInt(escape.slice(2), 16);
  if (escape.startsWith('%')) return percentPoint(escape);
  if (escape.startsWith('&')) return entityPoint(escape);
  return style === 'code' ? backslashPoint(escape) : Number.parseInt(escape.slice(1), 16);
}

function percentPoint(escape: string): number {
  const [first = 0, ...more] = escape
    .split('%')
    .slice(1)
    .map((byte) => Number.parseInt(byte.slice(-2), 16));
  return more.reduce(
    (point, byte) => point * 64 + (byte & 0x3f),
    more.length === 0 ? first : first & (0x3f >> more.length),
  );
}

function entityPoint(escape: string): number {
  const [, hex, decimal, name = ''] = /^&(?:#x([\da-f]+)|#(\d+)|(\w+))/u.exec(escape) ?? [];
  if (hex === undefined && decimal === undefined)
    return INVISIBLE_ENTITIES.has(name) ? 0 : BLANK_ENTITIES.has(name) ? 0x20 : (ENTITIES.get(name) ?? -1);
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0x10ffff ? -1 : point;
}

function backslashPoint(escape: string): number {
  const hex = /[ux]\{?([\da-f]+)\}?$/u.exec(escape)?.[1];
  if (hex !== undefined) return Number.parseInt(hex, 16);
  const sign = escape.slice(1);
  if (/^[0-7]{3}$/u.test(sign)) return Number.parseInt(sign, 8);
  return /^[nrtbf0]$/u.test(sign) ? 0 : sign.charCodeAt(0);
}
