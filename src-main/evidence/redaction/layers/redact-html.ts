import { isFieldSecret, kindOfField } from './credential-fields.ts';
import { redactUrl, redactUrls } from './redact-urls.ts';
import { isTag } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

/** Attributes whose value is the page's own data. */
const DATA = /^(?:value|content|nonce|integrity|srcdoc|style|data-.*|on[a-z]+)$/u;
const ADDRESS =
  /^(?:href|src|action|formaction|poster|cite|background|ping|manifest|srcset|(?:xlink:)href)$/u;
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'noscript', 'template']);
const RAW_TEXT_END = /<\/(script|style|textarea|noscript|template)/giu;
const TAG_NAME = /<([a-z][\w:.-]*)/iuy;
/** An attribute with its value up to the closing quote, one without a value, or what stands between them. */
const ATTRIBUTE = /([a-z][\w:.-]*)(\s{0,64}=\s{0,64})("[^"]*|'[^']*|[^\s>]*)|[a-z][\w:.-]*|[^>]/iuy;

/** Returns whether a text has markup in it. */
export function hasMarkup(text: string): boolean {
  return /<[a-z!?/]/iu.test(text);
}

/**
 * Redacts HTML or XML by structure: text stays, except in an element that is named like a secret; data attributes,
 * scripts and styles become tags; addresses lose their queries. Linear, however broken the markup is.
 */
export function redactHtml(text: string, tag: TagMaker): string {
  const out: string[] = [];
  let at = 0;
  let element = '';
  while (at < text.length) {
    const open = indexOrEnd(text, '<', at);
    out.push(redactTextNode(text.slice(at, open), element, tag));
    element = '';
    at = open;
    if (text.startsWith('<!--', at)) {
      at = Math.min(indexOrEnd(text, '-->', open) + 3, text.length);
      out.push(redactUrls(text.slice(open, at), tag));
      continue;
    }
    TAG_NAME.lastIndex = at;
    const name = TAG_NAME.exec(text)?.[1];
    if (name === undefined) {
      out.push(text.slice(at, at + 1));
      at += 1;
      continue;
    }
    const attributes = redactAttributes(text, at + 1 + name.length, tag);
    out.push(`<${name}`, attributes.text, text.slice(attributes.end, attributes.end + 1));
    at = attributes.end + 1;
    element = name;
    if (RAW_TEXT.has(name.toLowerCase()) && text.charAt(attributes.end - 1) !== '/') {
      const end = rawTextEnd(text, at, name);
      const content = text.slice(at, end);
      out.push(content.trim() === '' || isTag(content.trim()) ? content : tag('token', content));
      at = end;
      element = '';
    }
  }
  return out.join('');
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function redactTextNode(node: string, element: string, tag: TagMaker): string {
  return element !== '' && isFieldSecret(element, node)
    ? tag(kindOfField(element) ?? 'token', node.trim())
    : redactUrls(node, tag);
}

function rawTextEnd(text: string, from: number, name: string): number {
  RAW_TEXT_END.lastIndex = from;
  for (let match = RAW_TEXT_END.exec(text); match !== null; match = RAW_TEXT_END.exec(text))
    if (match[1]?.toLowerCase() === name.toLowerCase()) return match.index;
  return text.length;
}

/** Redacts the attributes of a tag up to its `>`. Returns them and the place of the `>`, or of the end of the text. */
function redactAttributes(text: string, from: number, tag: TagMaker): { text: string; end: number } {
  const out: string[] = [];
  let at = from;
  while (at < text.length && text.charAt(at) !== '>') {
    ATTRIBUTE.lastIndex = at;
    const [whole = text.charAt(at), name, equals = '', raw = ''] = ATTRIBUTE.exec(text) ?? [];
    const quote = /^["']/u.exec(raw)?.[0] ?? '';
    const value = raw.slice(quote.length);
    out.push(name === undefined ? whole : name + equals + quote + redactAttribute(name, value, tag));
    at += whole.length;
  }
  return { text: out.join(''), end: at };
}

function redactAttribute(name: string, value: string, tag: TagMaker): string {
  const plain = name.toLowerCase();
  if (value.trim() === '' || isTag(value.trim())) return value;
  if (ADDRESS.test(plain)) return redactUrl(value, tag);
  // `<meta http-equiv=refresh content="0; url=…">` names the page that follows.
  const refresh =
    plain === 'content' ? /^\s{0,8}\d{0,6}\s{0,8};?\s{0,8}url\s{0,8}=/iu.exec(value)?.[0] : undefined;
  if (refresh !== undefined) return refresh + redactUrl(value.slice(refresh.length), tag);
  if (DATA.test(plain)) return tag('token', value);
  return isFieldSecret(name, value) ? tag(kindOfField(name) ?? 'token', value) : redactUrls(value, tag);
}
