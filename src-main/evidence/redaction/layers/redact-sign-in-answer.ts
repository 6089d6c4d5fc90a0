import { toEnd } from '../../cooperative-steps.ts';
import { redactJson } from './redact-json.ts';
import { isTag, TAG } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

/** Words from the length of a token's part on; shorter ones keep a sentence readable. */
const LONG_WORD = /[^\s"'<>{}[\],:;()&=\\‹›]{12,}/gu;
const LONG_NUMBER = /^-?\d{12,}/u;
const ONE_WORD = /^\s{0,64}"?[^\s"<>{}[\]‹›]{6,}"?\s{0,64}$/u;
const WORD_IN_IT = /[^\s"]+/u;
const TAG_PARTS = new RegExp(`(${TAG.source})`, 'u');

/**
 * Keeps only the shape of a successful sign-in's body, since the token is in it in whatever form: every string of JSON
 * and every word of 12 characters becomes a tag.
 */
export function redactSignInAnswer(text: string, tag: TagMaker): string {
  const token = (value: string): string => tag('token', value);
  const words = (piece: string): string =>
    piece
      .split(TAG_PARTS)
      .map((part) => (isTag(part) ? part : part.replace(LONG_WORD, token)))
      .join('');
  const json = toEnd(
    redactJson(text, {
      value: (value) => (value.trim() === '' || isTag(value) ? value : token(value)),
      name: words,
      number: (number) => (LONG_NUMBER.test(number) ? token(number) : number),
    }),
  );
  if (json !== null) return json;
  const isOneWord = ONE_WORD.test(text) && /\d|[^\s"]{20,}/u.test(text);
  return isOneWord ? text.replace(WORD_IN_IT, token) : words(text);
}
