import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import { cutBeforeTag } from '../redaction/tags.ts';

/** How many characters are read for one of the line, since white space is collapsed. */
const READ_PER_CHARACTER = 8;

const MAX_LINE_LENGTH = 96;

/** Returns a text on one line without control characters, cut after `maxLength` characters. */
export function oneLine(text: string, maxLength: number): string {
  const head = text.slice(0, maxLength * READ_PER_CHARACTER);
  const line = escapeControlCharacters(head).replace(/\s+/gu, ' ').trim();
  const chars = Array.from(line);
  const isCut = chars.length > maxLength || head.length < text.trimEnd().length;
  return isCut ? `${cutBeforeTag(line, chars.slice(0, maxLength).join('').length)}…` : line;
}

/** Returns a paragraph in lines of at most 96 characters, behind `indent`, or `first` in its place; a long word stays whole. */
export function wrap(text: string, indent = '  ', first = indent): string[] {
  const lines: string[] = [];
  let line = '';
  const start = (): string => (lines.length === 0 ? first : indent);
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > MAX_LINE_LENGTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? start() + word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Returns the lines if they are wanted, else none: for lists in which some may be missing. */
export function linesIf(areWanted: boolean, ...lines: string[]): string[] {
  return areWanted ? lines : [];
}

/** Returns lines with a number before each. */
export function numbered(lines: readonly string[]): string[] {
  return lines.map((line, at) => `${at + 1}. ${line}`);
}

/** Returns rows of cells as lines in which the columns stand under one another. */
export function alignedColumns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Returns `us`, `us and eu`, `us, eu and au`. */
export function namesInSentence(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** Returns milliseconds with at most one decimal, the same in every locale. */
export function milliseconds(value: number): string {
  return `${Math.round(value * 10) / 10} ms`;
}

/** `Date.parse` reads a time without a zone in the zone of this computer. */
const WITH_ZONE = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})$/u;

/** Returns `2026-03-01 09:30:00 UTC` for a time with its zone; the text itself if it is none. */
export function utcTime(iso: string): string {
  return inUtc(iso, 19);
}

/** Returns the same with milliseconds, by which a vendor finds a call in its records. */
export function utcTimeWithMs(iso: string): string {
  return inUtc(iso, 23);
}

function inUtc(iso: string, length: number): string {
  const time = WITH_ZONE.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(time)
    ? oneLine(iso, 40)
    : `${new Date(time).toISOString().slice(0, length).replace('T', ' ')} UTC`;
}
