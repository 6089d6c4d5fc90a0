import { redactGenerated } from './generated-words.ts';
import { isTag } from './tags.ts';
import type { TagMaker } from './tags.ts';

const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\\?\/\\?\/[^\s"'<>]+/giu;
const PATH_PARAMETER = /;([\w.-]{1,64})=([^;/?#]*)/gu;
const PLAIN_WORD = /^[A-Za-z_-]{1,20}$/u;

/** Every address in a text: the path stays, the values of query and fragment go. */
export function redactUrls(text: string, tag: TagMaker): string {
  if (!text.includes('://') && !text.includes(':\\/')) return text;
  return text.replace(URL_IN_TEXT, (url) => {
    let end = url.length;
    while (end > 0 && /[.,:;!)\]}]/u.test(url.charAt(end - 1))) end -= 1;
    return redactUrl(url.slice(0, end), tag) + url.slice(end);
  });
}

/** One address, also a relative one: the path stays but for its parameters and generated words, and the names of the query do. */
export function redactUrl(url: string, tag: TagMaker): string {
  const hash = url.indexOf('#');
  const beforeFragment = hash < 0 ? url : cutInTag(url, hash) ? url : url.slice(0, hash);
  const fragment = url.slice(beforeFragment.length);
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  const query = beforeFragment.slice(path.length);
  return (
    redactPath(path, tag) +
    (query === '' ? '' : `?${redactPairs(query.slice(1), tag)}`) +
    (fragment === '' ? '' : `#${redactPairs(fragment.slice(1), tag)}`)
  );
}

/** The sign # inside a tag is none of the address. */
function cutInTag(url: string, hash: number): boolean {
  return /‹[a-z-]{1,20}$/u.test(url.slice(Math.max(0, hash - 24), hash)) && !url.includes('#', hash + 1);
}

function redactPath(path: string, tag: TagMaker): string {
  const withoutParameters = path.replace(PATH_PARAMETER, (_, name: string, value: string) =>
    value === '' || isTag(value) ? `;${name}=${value}` : `;${name}=${tag('token', value)}`,
  );
  return withoutParameters
    .split('/')
    .map((segment) => redactGenerated(segment, (word) => tag('token', word)))
    .join('/');
}

function redactPairs(text: string, tag: TagMaker): string {
  return text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      const value = at < 0 ? pair : pair.slice(at + 1);
      if (value === '' || isTag(value) || (at < 0 && PLAIN_WORD.test(value))) return pair;
      const name = at < 0 ? '' : pair.slice(0, at + 1);
      return redactGenerated(name, (word) => tag('token', word)) + tag('token', value);
    })
    .join('&');
}
