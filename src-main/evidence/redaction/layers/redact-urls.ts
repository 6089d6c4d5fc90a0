import { redactRandomStrings } from './redact-random-strings.ts';
import { isTag } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\\?\/\\?\/[^\s"'<>]+/giu;
const PUNCTUATION = /[.,:;!)\]}]/u;
const PATH_PARAMETER = /;([\w.-]{1,64})=([^;/?#]*)/gu;
const PLAIN_WORD = /^[A-Za-z_-]{1,20}$/u;
/** A `#` that is not the one of a tag. */
const FRAGMENT = /(?<!‹[a-z-]{1,20})#|#(?![0-9a-f]{4}›)/u;

/** Redacts every address in a text. */
export function redactUrls(text: string, tag: TagMaker): string {
  if (!text.includes('://') && !text.includes(':\\/')) return text;
  return text.replace(URL_IN_TEXT, (url) => {
    let end = url.length;
    while (end > 0 && PUNCTUATION.test(url.charAt(end - 1))) end -= 1;
    return redactUrl(url.slice(0, end), tag) + url.slice(end);
  });
}

/**
 * Redacts one address, also a relative one. Its path stays, but for parameters and random strings; of query and fragment
 * only the names stay.
 */
export function redactUrl(url: string, tag: TagMaker): string {
  const [beforeFragment, fragment] = cutAt(url, url.search(FRAGMENT));
  const [path, query] = cutAt(beforeFragment, beforeFragment.indexOf('?'));
  return redactPath(path, tag) + redactPairs(query, tag) + redactPairs(fragment, tag);
}

function cutAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function redactPath(path: string, tag: TagMaker): string {
  return path
    .replace(
      PATH_PARAMETER,
      (_, name: string, value: string) =>
        `;${name}=${value === '' || isTag(value) ? value : tag('token', value)}`,
    )
    .split('/')
    .map((segment) => redactRandomStrings(segment, (word) => tag('token', word)))
    .join('/');
}

/** `text` is a query or a fragment with its mark, or empty. */
function redactPairs(text: string, tag: TagMaker): string {
  if (text === '') return '';
  const pairs = text.slice(1).split('&');
  const redacted = pairs.map((pair) => {
    const at = pair.indexOf('=');
    const [name, value] = at < 0 ? ['', pair] : cutAt(pair, at + 1);
    if (value === '' || isTag(value) || (at < 0 && PLAIN_WORD.test(value))) return pair;
    return redactRandomStrings(name, (word) => tag('token', word)) + tag('token', value);
  });
  return text.charAt(0) + redacted.join('&');
}
