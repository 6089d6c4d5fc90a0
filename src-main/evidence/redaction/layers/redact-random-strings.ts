const MIN_LENGTH = 20;
/** A part of letters and digits from this length on is no name; of shorter ones it takes several. */
const MIN_MIXED_PART = 10;
const MIN_MIXED_PARTS = 3;
/** Letters alone from this length on are no word if their case changes all the time. */
const MIN_LETTERS = 28;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
const TIMESTAMP = /^\d{8}t\d{4,6}z?$/iu;

/** Returns whether a word looks like a key, a session id or a signature. Names in kebab case, dates and numbers do not. */
export function looksRandom(word: string): boolean {
  if (word.length < MIN_LENGTH || /[^\w+/=.~%-]/u.test(word)) return false;
  let mixed = 0;
  let start = 0;
  let hasDigit = false;
  let hasLetter = false;
  // In one pass: a flood of fields asks this again for nearly the same thousands of characters.
  for (let at = 0; at <= word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (isDigit(code)) hasDigit = true;
    else if (isLetter(code)) hasLetter = true;
    else {
      const length = at - start;
      const isMixed = hasDigit && hasLetter;
      if (isMixed && length >= MIN_MIXED_PART && !TIMESTAMP.test(word.slice(start, at))) return true;
      if (isMixed) mixed += 1;
      if (length >= MIN_LETTERS && caseChanges(word.slice(start, at)) >= length / 3) return true;
      start = at + 1;
      hasDigit = false;
      hasLetter = false;
    }
  }
  return mixed >= MIN_MIXED_PARTS;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** How often a small letter stands beside something else. */
function caseChanges(part: string): number {
  let changes = 0;
  for (let at = 1; at < part.length; at += 1) if (isSmall(part, at) !== isSmall(part, at - 1)) changes += 1;
  return changes;
}

function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}

const LONG_WORD = /[\w+/=-]{20,}/gu;
const BEFORE_AN_ID =
  /(?:\bid|uuid|ref|reference|request|trace|incident|event|correlation)["']?[^\p{L}\p{N}]{0,4}$/iu;

/** Replaces words that look random. Request ids stay, and so does a UUID that is called an id or is the whole text. */
export function redactRandomStrings(
  text: string,
  replace: (word: string) => string,
  requestIds: ReadonlySet<string> = new Set(),
): string {
  if (text.length < MIN_LENGTH) return text;
  return text.replace(LONG_WORD, (word, at: number) => {
    if (requestIds.has(word) || !looksRandom(word)) return word;
    const isId =
      UUID.test(word) && (word === text.trim() || BEFORE_AN_ID.test(text.slice(Math.max(0, at - 24), at)));
    return isId ? word : replace(word);
  });
}
