import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';

/** Characters of one sentence of a foreign file. */
const MAX_SENTENCE = 4000;

/** Returns a text out of a foreign file as the window may show it: cut, and what cannot be seen as escapes. */
export function shown(text: string): string {
  const cut = escapeControlCharacters(text.slice(0, MAX_SENTENCE).toWellFormed());
  return text.length > MAX_SENTENCE ? `${cut}…` : cut;
}
