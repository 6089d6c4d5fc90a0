/** Replaces the home folder by `~` and tells how often. */
export type HomeFolderEraser = (text: string) => { readonly text: string; readonly removed: number };

/** Shorter ones (`/`, `C:\\`) name nobody and stand in every address. */
const MIN_HOME = 4;
const SEPARATOR = '(?:[\\\\/]|%2F|%5C)';
const NO_PATH_BEFORE = '(?<![\\p{L}\\p{N}](?<!%[0-9A-F]{2}))';
/** A run of separators is entered at its beginning, or at its end, so that a text of slashes takes no more time than another. */
const ROOT = `(?:${NO_PATH_BEFORE}(?<!${SEPARATOR})${SEPARATOR}+|(?<=${SEPARATOR})${SEPARATOR})`;
const END = '(?![\\p{L}\\p{N}_-])';
const DRIVE = /^[a-z]:$/iu;
/**
 * What Windows calls a folder besides its name, if that is long or holds a blank: `JOSAMP~1` (learn.microsoft.com, "Naming
 * Files, Paths, and Namespaces"). Programs are told their folder for temporary files in this form.
 */
const SHORT_NAME = '[^\\\\/:*?"<>|%\\s]{1,6}(?:~|%7E)\\d{1,6}';

/**
 * Finds the folder as it is, with either kind of slash, with JSON's doubled backslashes and percent-encoded, in any
 * letter case, its letters also in decomposed form (macOS), as entities and as escapes, where it is a path from the
 * root on and a whole one: `/home/jan` is found neither in `/home/jana` nor in `https://acme.example/home/jan`. On a
 * drive of Windows whatever has a short name beside it is taken for it.
 */
export function createHomeFolderEraser(homeFolder: string | null): HomeFolderEraser {
  const folder = withoutSlashes((homeFolder ?? '').trim());
  if (folder.length < MIN_HOME) return (text) => ({ text, removed: 0 });
  const segments = folder.split(/[\\/]+/u);
  const hasShortName = segments.length > 1 && DRIVE.test(segments[0] ?? '');
  const [first = '', ...rest] = segments.map((segment, at) =>
    hasShortName && at === segments.length - 1
      ? `(?:${SHORT_NAME}|${segmentPattern(segment)})`
      : segmentPattern(segment),
  );
  const path = [first, ...rest].join(`${SEPARATOR}+`);
  const begin = first === '' ? ROOT + rest.join(`${SEPARATOR}+`) : NO_PATH_BEFORE + path;
  const one = new RegExp(`${path}${END}`, 'giu');
  // What follows one find may be another, which begins behind the letter that ends the first.
  const several = new RegExp(`${begin}${END}(?:${path}${END})*`, 'giu');
  return (text) => {
    let removed = 0;
    const clean = text.replace(several, (found) => {
      const count = [...found.matchAll(one)].length;
      removed += count;
      return '~'.repeat(Math.max(1, count));
    });
    return { text: clean, removed };
  };
}

function withoutSlashes(folder: string): string {
  let end = folder.length;
  while (end > 0 && (folder.charAt(end - 1) === '/' || folder.charAt(end - 1) === '\\')) end -= 1;
  return folder.slice(0, end);
}

function segmentPattern(segment: string): string {
  return Array.from(segment.toWellFormed().normalize('NFC'), letterPattern).join('');
}

/** HTML's names for the marks that a letter may carry (U+0300 and so on). */
const MARKS: Readonly<Record<string, string>> = {
  '\u0300': 'grave',
  '\u0301': 'acute',
  '\u0302': 'circ',
  '\u0303': 'tilde',
  '\u0304': 'macr',
  '\u0306': 'breve',
  '\u0307': 'dot',
  '\u0308': 'uml',
  '\u030a': 'ring',
  '\u030b': 'dblac',
  '\u030c': 'caron',
  '\u0327': 'cedil',
  '\u0328': 'ogon',
};
const NAMES: Readonly<Record<string, string>> = {
  ß: 'szlig',
  ø: 'oslash',
  Ø: 'Oslash',
  æ: 'aelig',
  Æ: 'AElig',
  œ: 'oelig',
  Œ: 'OElig',
  ð: 'eth',
  þ: 'thorn',
  ł: 'lstrok',
  Ł: 'Lstrok',
  đ: 'dstrok',
  "'": 'apos',
  '&': 'amp',
};

/** A letter in every form that a program may write it in; which signs are encoded differs from one program to another. */
function letterPattern(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (/[a-z0-9_-]/iu.test(char)) return escapeRegExp(char);
  const decomposed = char.normalize('NFD');
  const [base = '', mark = ''] = Array.from(decomposed);
  const name = NAMES[char] ?? (MARKS[mark] === undefined ? null : `${base}${MARKS[mark]}`);
  const hex = code.toString(16);
  const forms = [
    escapeRegExp(char),
    escapeRegExp(decomposed),
    percentPattern(char),
    percentPattern(decomposed),
    `&#0{0,6}${code};?`,
    `&#x0{0,6}${hex};?`,
    `\\\\{1,4}u${hex.padStart(4, '0')}`,
    ...(name === null ? [] : [`&${name};?`]),
  ];
  return `(?:${[...new Set(forms)].join('|')})`;
}

/** The bytes of UTF-8, also of signs that `encodeURIComponent` leaves alone. */
function percentPattern(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
