const MIN_LENGTH = 20;
/** A part of letters and digits from this length on is no name; of shorter ones it takes several. */
const MIN_MIXED_PART = 10;
const MIN_MIXED_PARTS = 3;
/** Letters alone from this length on are no word if their case changes all the time. */
const MIN_LETTERS = 28;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
/** A small letter beside something else. */
const CASE_CHANGE = /[a-z](?=[^a-z])|[^a-z](?=[a-z])/gu;
const TIMESTAMP = /^\d{8}t\d{4,6}z?$/iu;

/** Returns whether a word looks like a key, a session id or a signature. Names in kebab case, dates and numbers do not. */
export function looksRandom(word: string): boolean {
  if (word.length < MIN_LENGTH || /[^\w+/=.~%-]/u.test(word)) return false;
  let mixed = 0;
  for (const part of word.split(/[_.~%+/=-]/u)) {
    const isMixed = /\d/u.test(part) && /[A-Za-z]/u.test(part);
    if (isMixed && part.length >= MIN_MIXED_PART && !TIMESTAMP.test(part)) return true;
    if (isMixed) mixed += 1;
    if (part.length >= MIN_LETTERS && (part.match(CASE_CHANGE)?.length ?? 0) >= part.length / 3) return true;
  }
  return mixed >= MIN_MIXED_PARTS;
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
