import { replacePlaceholders, isPlaceholder } from './placeholder.ts';

/** Private characters that stand for what was recognised; they are taken out of the text beforehand. */
const MARKS = { placeholder: '\ue000', id: '\ue001', secret: '\ue002' } as const;
const ANY_MARK = /[\ue000-\ue002]/gu;
const PLACEHOLDER_MARK = ` ${MARKS.placeholder} `;

const ID_LABEL = /client[\s_.-]{0,3}(?:id(?:entifier)?|key)(?![a-z0-9])/giu;
const SECRET_LABEL = /client[\s_.-]{0,3}secret(?![a-z0-9])/giu;
/** Words that name a key only where a colon, an equals sign, a bar or a quote follows. */
const WEAK_ID_LABEL = /(?<![a-z0-9])(?:user(?:[\s_-]?name)?|login|id)(?=["'`*\s]{0,4}[:=|,])/giu;
const WEAK_SECRET_LABEL = /(?<![a-z0-9])(?:pass(?:word|wd)?|pwd|secret)(?=["'`*\s]{0,4}[:=|,])/giu;
const CLOSING_TAG = /<\/[a-z][\w.:-]{0,60}\s{0,4}>/giu;

const TOKEN = /[^\s"'`“”„‟‘’‚‛«»‹›<>()[\]{}|,;&*:=~]+/gu;
/** What belongs to a token of Atlassian's or to base64 behind its equals sign. */
const TAIL = /(?:={1,2}(?=[\s"'`,;&}<)]|$)|=[0-9A-F]{8}(?![0-9A-Za-z]))/uy;
const FILLERS = new Set(
  'is are was ist est es copy copied copier kopieren kopiert copiar value wert valeur valor the of for to xray bearer env export set const let var'.split(
    ' ',
  ),
);

type Label = 'id' | 'secret';

/** What stands behind the labels of each kind: its different values, and whether a placeholder did. */
type LabelledValues = Readonly<
  Record<Label, { readonly values: ReadonlySet<string>; readonly isPlaceholder: boolean }>
>;

/**
 * Finds the values that follow labels: right behind them, below them, or in the same order as a row of labels. Between
 * a label and its value may stand only marks and words like "is" and "Copy".
 */
export function labelledValues(text: string): LabelledValues {
  const bare = replacePlaceholders(text.replace(ANY_MARK, ''), PLACEHOLDER_MARK).replace(CLOSING_TAG, ' ');
  const strong = bare.replace(ID_LABEL, ` ${MARKS.id} `).replace(SECRET_LABEL, ` ${MARKS.secret} `);
  const marked =
    strong.includes(MARKS.id) || strong.includes(MARKS.secret)
      ? strong
      : bare.replace(WEAK_ID_LABEL, ` ${MARKS.id} `).replace(WEAK_SECRET_LABEL, ` ${MARKS.secret} `);
  return readMarked(marked);
}

function readMarked(text: string): LabelledValues {
  const found = {
    id: { values: new Set<string>(), isPlaceholder: false },
    secret: { values: new Set<string>(), isPlaceholder: false },
  };
  let pending: Label[] = [];
  let isNear = true;
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const gap = text.slice(end, match.index);
    end = match.index + token.length;
    if (token === MARKS.id || token === MARKS.secret) {
      const label: Label = token === MARKS.id ? 'id' : 'secret';
      // The same label again, or one behind other words: what stood before has no value.
      pending = !isNear || pending.includes(label) ? [label] : [...pending, label];
      isNear = true;
      continue;
    }
    const [label] = pending;
    if (label === undefined || !isNear) continue;
    const tail = tailAt(text, end);
    const bare = withoutEdges(token);
    if (token === MARKS.placeholder || /^[•●∙·]{3}/u.test(token) || isPlaceholder(token)) {
      found[label].isPlaceholder = true;
      pending = pending.slice(1);
    } else if (looksLikeValue(bare + tail, gap, text.slice(end + tail.length, end + tail.length + 4))) {
      found[label].values.add(bare + tail);
      pending = pending.slice(1);
    } else if (
      /[\p{L}\p{N}]/u.test(token) &&
      !FILLERS.has(token.toLowerCase().replace(/^[$_.-]+|[_.:-]{1,8}$/gu, ''))
    ) {
      isNear = false;
    }
  }
  return found;
}

/** Takes off the dashes before a value and the end of the sentence behind it; both, where it is slanted in Markdown. */
function withoutEdges(token: string): string {
  const bare = token.replace(/^[-./+]{1,8}/u, '').replace(/[.!?]{1,8}$/u, '');
  return /^(_{1,2})[^_]+\1$/u.test(bare) ? bare.replace(/^_+/u, '').replace(/_{1,2}$/u, '') : bare;
}

function tailAt(text: string, index: number): string {
  TAIL.lastIndex = index;
  return TAIL.exec(text)?.[0] ?? '';
}

function looksLikeValue(word: string, gap: string, after: string): boolean {
  if (word.length > 4096 || !/^[\w.~+/=-]+$/u.test(word)) return false;
  if (/^[0-9a-f]{16,}$/iu.test(word)) return true;
  if (word.length < 8 || !/[a-z0-9]/iu.test(word) || !/[\d_-]/u.test(word)) return false;
  if (word.length >= 16 && /\d/u.test(word)) return true;
  // A short word counts only where it is set apart as a value is: behind a mark, with nothing behind itself.
  return /["'`:=|>]/u.test(gap) && /^(?:$|[\n"'`,;&}|<)]|[ \t]{0,3}(?:\n|$|[,;|]))/u.test(after);
}
