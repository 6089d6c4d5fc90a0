import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import { cutBeforeTag } from '../redaction/tags.ts';

/** So many characters of a text may become one of a line: blanks that are drawn together. */
const CHARACTERS_A_CHARACTER = 8;

/** The same on one line, cut after `longest` characters. */
export function oneLine(text: string, longest: number): string {
  // Of an answer with a quarter of a million characters only the beginning is looked at.
  const head = text.slice(0, longest * CHARACTERS_A_CHARACTER);
  const line = escapeControlCharacters(head).replace(/\s+/gu, ' ').trim();
  const chars = Array.from(line);
  const isCut = chars.length > longest || head.length < text.trimEnd().length;
  return isCut ? `${cutBeforeTag(line, chars.slice(0, longest).join('').length)}…` : line;
}

/** Breaks a paragraph into lines of at most `width` characters, each behind `indent`; a longer word stays whole. */
export function wrap(text: string, indent = '  ', width = 96): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines;
}

/** Milliseconds with at most one decimal; the same on every computer. */
export function milliseconds(value: number): string {
  return `${Math.round(value * 10) / 10} ms`;
}

/** A text without a zone would be read in the zone of this computer. */
const WITH_ZONE = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})$/u;

/** `2026-03-01 09:30:00 UTC` out of a time with its zone; the text itself if it is none. */
export function utcTime(iso: string): string {
  const time = WITH_ZONE.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(time)
    ? oneLine(iso, 40)
    : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
