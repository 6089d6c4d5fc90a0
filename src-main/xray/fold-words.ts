/** Entities that stand inside of sentences; numbers are undone as well (html.spec.whatwg.org, "Named character references"). */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  lt: '<',
  mdash: '-',
  nbsp: ' ',
  ndash: '-',
  quot: '"',
  rsquo: "'",
  lsquo: "'",
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  iacute: 'í',
  oacute: 'ó',
  ntilde: 'ñ',
};

const ESCAPE = /\\u\{?([0-9a-f]{1,6})\}?|&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&([a-z]{2,7});/giu;

/**
 * Folds a text so that known words are found however they were written: escapes of JSON and HTML undone (also one inside of
 * the other), compatibility forms made plain, accents and invisible characters dropped, lower case, single spaces, straight quotes.
 * Takes time in proportion to the text. What would become longer than `maxLength` is not read to its end.
 */
export function foldWords(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  return plainForms(undoEscapes(undoEscapes(text)), maxLength)
    .toLowerCase()
    .replace(/[‘’‛`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const PIECE = 2048;

/** In pieces, since one character may become eighteen. */
function plainForms(text: string, maxLength: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < text.length && length <= maxLength; at += PIECE) {
    const piece = text
      .slice(at, at + PIECE)
      .normalize('NFKD')
      .replace(/[\p{Mn}\p{Cf}]/gu, '');
    length += piece.length;
    pieces.push(piece);
  }
  return pieces.join('');
}

function undoEscapes(text: string): string {
  return text.replace(
    ESCAPE,
    (escape: string, json?: string, hex?: string, decimal?: string, name?: string): string => {
      const code = json ?? hex;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      return ENTITIES[name?.toLowerCase() ?? ''] ?? escape;
    },
  );
}

function characterOf(code: number): string {
  return code > 0x10_ffff ? ' ' : String.fromCodePoint(code);
}
