/** Replaces the home folder by `~`. */
export type HomeFolderEraser = (text: string) => string;

/** Shorter ones (`/`, `C:\\`) identify no user and stand in every address. */
const MIN_HOME = 4;
const SEPARATOR = '(?:[\\\\/]|%2F|%5C)';
const NO_PATH_BEFORE = '(?<![\\p{L}\\p{N}](?<!%[0-9A-F]{2}))';
/** Enters a run of separators at its start or its end only, so that a text of slashes takes linear time. */
const ROOT = `(?:${NO_PATH_BEFORE}(?<!${SEPARATOR})${SEPARATOR}+|(?<=${SEPARATOR})${SEPARATOR})`;
const END = '(?![\\p{L}\\p{N}_-])';
const DRIVE = /^[a-z]:$/iu;
/** The 8.3 name of a folder, `JOSAMP~1` (learn.microsoft.com, "Naming Files, Paths, and Namespaces"); Windows uses it in TEMP. */
const SHORT_NAME = '[^\\\\/:*?"<>|%\\s]{1,6}(?:~|%7E)\\d{1,6}';

/**
 * Returns the eraser of one home folder; without a folder it returns each text unchanged. It finds the folder with either
 * separator, with JSON's doubled backslashes, percent-encoded, in any letter case, in NFC and NFD (macOS), as HTML
 * entities and as `\u` escapes, and on Windows by its 8.3 name. Only whole paths from the root count: `/home/jan` is found
 * neither in `/home/jana` nor in `https://acme.example/home/jan`.
 */
export function createHomeFolderEraser(homeFolder: string | null): HomeFolderEraser {
  const folder = withoutSlashes((homeFolder ?? '').trim());
  if (folder.length < MIN_HOME) return (text) => text;
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
  // A second path may follow directly, behind a letter that would keep it from being found alone.
  const several = new RegExp(`${begin}${END}(?:${path}${END})*`, 'giu');
  return (text) => text.replace(several, (found) => found.replace(one, '~'));
}

function withoutSlashes(folder: string): string {
  let end = folder.length;
  while (end > 0 && (folder.charAt(end - 1) === '/' || folder.charAt(end - 1) === '\\')) end -= 1;
  return folder.slice(0, end);
}

function segmentPattern(segment: string): string {
  return Array.from(segment.toWellFormed().normalize('NFC'), letterPattern).join('');
}

/** How HTML names a letter with this combining mark: `&ouml;`. */
const MARK_NAMES = entriesOf(
  '\u0300grave \u0301acute \u0302circ \u0303tilde \u0304macr \u0306breve \u0307dot \u0308uml \u030aring \u030bdblac \u030ccaron \u0327cedil \u0328ogon',
);
const LETTER_NAMES = entriesOf(
  "ßszlig øoslash ØOslash æaelig ÆAElig œoelig ŒOElig ðeth þthorn łlstrok ŁLstrok đdstrok 'apos &amp",
);

/** Reads a list of characters, each with its name behind it. */
function entriesOf(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]));
}

/** A character in every form that a program may write it in. */
function letterPattern(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (/[a-z0-9_-]/iu.test(char)) return escapeRegExp(char);
  const decomposed = char.normalize('NFD');
  const [base = '', mark = ''] = Array.from(decomposed);
  const markName = MARK_NAMES.get(mark);
  const name = LETTER_NAMES.get(char) ?? (markName === undefined ? null : base + markName);
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

/** Also for characters that `encodeURIComponent` leaves alone. */
function percentPattern(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
