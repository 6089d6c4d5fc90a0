import type { Steps } from '../../cooperative-steps.ts';
import { createNameReader, isFieldSecret } from './credential-fields.ts';
import { TAG } from '../tags.ts';
import type { TagKind } from '../tags.ts';

/** Where the value of a credential stands in a text. */
interface CredentialRange {
  readonly kind: TagKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The sign before a value, and in front of it the name of the field, perhaps in quotes with escapes before them. Looks back
 * a limited number of characters, so that it is linear. `==`, `::` and `://` join no name with a value.
 */
const FIELD =
  /[:=](?![:=]|\/\/)(?<=((?:[\w.[\]-]{1,64}[ \t](?=(?:key|id|code)["'`\\ \t:=]))?[\w.[\]-]{1,64})(?:\\{0,16}["'`])?[ \t]{0,8}[:=])/giu;
/** What stands between the sign and a value: blanks, and perhaps a quote with escapes before it. */
const LEAD = /[ \t]{0,8}(?:(\\{0,16}["']))?/uy;
/** `client secret: 3 times`. */
const COUNT = /^\d{1,3}$/u;
const TAGS = new RegExp(`(?:${TAG.source})(?![\\w‹])`, 'uy');
/** A value without quotes; the `#` of a tag does not end it. */
const UNQUOTED = /(?:[^\s&"'<>#;,‹]+|‹[^›]{0,30}›|‹)*/uy;

/**
 * Finds `name: value`, `name=value` and `"name": "value"`, with any escapes before the quotes, where name and value look
 * like a credential. The redactor and the gate share it, so that they cannot disagree on where a field ends. Linear.
 */
export function* findCredentialFields(text: string): Steps<CredentialRange[]> {
  const found: CredentialRange[] = [];
  const readName = createNameReader();
  let position = 0;
  let unquotedEnd = 0;
  for (const { index, 1: name = '' } of text.matchAll(FIELD)) {
    yield;
    const meaning = readName(name);
    if (meaning === null || index < position) continue;
    LEAD.lastIndex = index + 1;
    const [lead = '', quote] = LEAD.exec(text) ?? [];
    const start = index + 1 + lead.length;
    // A tag without its quote: the text was cut off there, and what follows is the app's own.
    let end = start + matchLength(TAGS, text, start);
    if (end === start && quote !== undefined) end = quotedEnd(text, start, quote);
    else if (end === start) {
      // Several fields may share one end: `code=a.code=b.code=c`.
      if (start >= unquotedEnd) unquotedEnd = start + matchLength(UNQUOTED, text, start);
      end = unquotedEnd;
    }
    const value = text.slice(start, end);
    if (quote === undefined && COUNT.test(value)) continue;
    if (!isFieldSecret(name, value, readName)) continue;
    found.push({ kind: meaning.kind, start, end });
    position = end;
  }
  return found;
}

function matchLength(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}

/** Returns the place of the closing quote, or the end of the line. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let end = start; end < text.length; end += 1) {
    if (text.charAt(end) === '\n') return end;
    const isEscaped = quote.length === 1 && end > start && text.charAt(end - 1) === '\\';
    if (text.startsWith(quote, end) && !isEscaped) return end;
  }
  return text.length;
}
