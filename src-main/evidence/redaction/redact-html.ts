import { isFieldSecret, kindOfField } from './credential-fields.ts';
import { redactUrl, redactUrls } from './redact-urls.ts';
import { isTag } from './tags.ts';
import type { TagMaker } from './tags.ts';

/** Attributes whose value is a page's own data. */
const DATA = /^(?:value|content|nonce|integrity|srcdoc|style|data-.*|on[a-z]+)$/u;
const ADDRESS =
  /^(?:href|src|action|formaction|poster|cite|background|ping|manifest|srcset|(?:xlink:)href)$/u;
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'noscript', 'template']);
const NAME_START = /[a-z]/iu;
const NAME_CHARACTER = /[\w:.-]/u;

/** Returns whether a text has markup in it. */
export function hasMarkup(text: string): boolean {
  return /<[a-z!?/]/iu.test(text);
}

/**
 * HTML and XML by structure: text stays, but for what stands in an element that is named like a secret; values of
 * attributes that hold data, scripts and styles become tags; addresses lose their queries. One pass, and nothing is
 * looked at twice, however broken the markup is.
 */
export function redactMarkup(text: string, tag: TagMaker): string {
  const out: string[] = [];
  let at = 0;
  /** The element that was opened just before the text. */
  let element = '';
  const writeText = (end: number): void => {
    const node = text.slice(at, end);
    const isSecret = element !== '' && isFieldSecret(element, node);
    out.push(isSecret ? tag(kindOfField(element) ?? 'token', node.trim()) : redactUrls(node, tag));
    element = '';
    at = end;
  };
  while (at < text.length) {
    const open = text.indexOf('<', at);
    writeText(open < 0 ? text.length : open);
    if (open < 0) break;
    if (text.startsWith('<!--', at)) {
      const end = endOf(text, '-->', at);
      out.push(redactUrls(text.slice(at, end), tag));
      at = end;
    } else if (NAME_START.test(text.charAt(at + 1))) {
      const opened = redactTag(text, at, tag);
      out.push(opened.text);
      at = opened.end;
      element = opened.name;
      if (RAW_TEXT.has(element.toLowerCase()) && !opened.isClosed) {
        const end = rawTextEnd(text, at, element);
        const content = text.slice(at, end);
        out.push(content.trim() === '' || isTag(content.trim()) ? content : tag('token', content));
        at = end;
        element = '';
      }
    } else {
      out.push('<');
      at += 1;
    }
  }
  return out.join('');
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function rawTextEnd(text: string, from: number, name: string): number {
  const close = /<\/(?:script|style|textarea|noscript|template)/giu;
  close.lastIndex = from;
  for (let match = close.exec(text); match !== null; match = close.exec(text)) {
    if (match[0].slice(2).toLowerCase() === name.toLowerCase()) return match.index;
  }
  return text.length;
}

interface RedactedTag {
  readonly text: string;
  readonly name: string;
  readonly end: number;
  readonly isClosed: boolean;
}

function redactTag(text: string, open: number, tag: TagMaker): RedactedTag {
  const nameEnd = nameFrom(text, open + 1);
  const name = text.slice(open + 1, nameEnd);
  const out: string[] = [text.slice(open, nameEnd)];
  let at = nameEnd;
  while (at < text.length && text.charAt(at) !== '>') {
    if (!NAME_START.test(text.charAt(at))) {
      // A quote without a name: what it holds is looked at as an address is.
      out.push(text.charAt(at));
      at += 1;
      continue;
    }
    const end = nameFrom(text, at);
    const attribute = text.slice(at, end);
    const value = valueFrom(text, end);
    at = value === null ? end : value.end;
    if (value === null) out.push(attribute);
    else out.push(attribute, value.lead, redactAttribute(attribute, value.content, tag), value.close);
  }
  const isClosed = text.charAt(at - 1) === '/';
  if (at < text.length) out.push('>');
  return { text: out.join(''), name, end: Math.min(at + 1, text.length), isClosed };
}

function nameFrom(text: string, from: number): number {
  let end = from;
  while (end < text.length && NAME_CHARACTER.test(text.charAt(end))) end += 1;
  return end;
}

interface AttributeValue {
  readonly lead: string;
  readonly content: string;
  readonly close: string;
  readonly end: number;
}

function valueFrom(text: string, from: number): AttributeValue | null {
  let at = blanksFrom(text, from);
  if (text.charAt(at) !== '=') return null;
  at = blanksFrom(text, at + 1);
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    const end = close < 0 ? text.length : close;
    return {
      lead: text.slice(from, at + 1),
      content: text.slice(at + 1, end),
      close: close < 0 ? '' : quote,
      end: Math.min(end + 1, text.length),
    };
  }
  let end = at;
  while (end < text.length && !/[\s>]/u.test(text.charAt(end))) end += 1;
  return { lead: text.slice(from, at), content: text.slice(at, end), close: '', end };
}

const MAX_BLANKS = 64;

function blanksFrom(text: string, from: number): number {
  let at = from;
  while (at - from < MAX_BLANKS && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function redactAttribute(name: string, value: string, tag: TagMaker): string {
  const plain = name.toLowerCase();
  if (value.trim() === '' || isTag(value.trim())) return value;
  if (ADDRESS.test(plain)) return redactUrl(value, tag);
  // `<meta http-equiv=refresh content="0; url=…">` tells where a page leads.
  const refresh =
    plain === 'content' ? /^(\s{0,8}\d{0,6}\s{0,8};?\s{0,8}url\s{0,8}=)/iu.exec(value)?.[1] : undefined;
  if (refresh !== undefined) return refresh + redactUrl(value.slice(refresh.length), tag);
  if (DATA.test(plain)) return tag('token', value);
  return isFieldSecret(name, value) ? tag(kindOfField(name) ?? 'token', value) : redactUrls(value, tag);
}
