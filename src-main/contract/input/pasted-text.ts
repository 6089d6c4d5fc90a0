/** Characters of a pasted text that are looked at; beyond it something else than keys or an address was pasted. */
export const MAX_PASTED_CHARACTERS = 64 * 1024;

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const WIDE_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const LINE_END = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/gu;

/** Takes out the characters that nobody sees, and makes every kind of space and line end the usual one. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(WIDE_SPACE, ' ').replace(LINE_END, '\n');
}

const DUST = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff,;"'`“”„‟‘’‚‛«»‹›]/u;

/** Takes the spaces, invisible characters, quotes and trailing commas off that a copy and paste brings along. */
export function trimPasted(text: string): string {
  const isDust = (char: string | undefined): boolean => char !== undefined && DUST.test(char);
  let start = 0;
  let end = text.length;
  while (start < end && isDust(text[start])) start += 1;
  while (end > start && isDust(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const MAX_ROUNDS = 5;

/** The text as it stands, and after each round in which its escapes were undone. The last one has none left. */
export function decodedViews(text: string): readonly [string, ...string[]] {
  const views: [string, ...string[]] = [text];
  let last = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = withoutInvisible(decodeEntities(decodePercent(decodeBackslashes(last))));
    if (next === last) break;
    views.push(next);
    last = next;
  }
  return views;
}

const BACKSLASHES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' };

function decodeBackslashes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([nrt"'/\\]))/giu, (_whole, code?: string, letter?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return letter === undefined ? '' : (BACKSLASHES[letter.toLowerCase()] ?? letter);
  });
}

const UTF8 = new TextDecoder();

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let index = 0; index < bytes.length; index += 1)
      bytes[index] = Number.parseInt(run.slice(3 * index + 1, 3 * index + 3), 16);
    return UTF8.decode(bytes);
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  colon: ':',
  equals: '=',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,5})|#x([0-9a-f]{1,4})|(quot|apos|amp|lt|gt|nbsp|colon|equals));/giu,
    (_whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? ' ';
      const code = decimal === undefined ? Number.parseInt(hex ?? '20', 16) : Number(decimal);
      return code < 0x10000 ? String.fromCharCode(code) : ' ';
    },
  );
}

/** The text after the encoding that mails use (quoted-printable) was undone, or null where there is none. */
export function withoutQuotedPrintable(text: string): string | null {
  if (!/=(?:\n|[0-9A-F]{2})/u.test(text)) return null;
  return text
    .replace(/=\n/gu, '')
    .replace(/=([2-7][0-9A-F])/gu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
