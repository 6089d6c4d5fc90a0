import type { Response } from '../contract/diagnosis.ts';

/** An answer as the readers need it: every exchange with an answer fits. */
export interface Answer {
  readonly status: number;
  readonly response: Response;
}

/** Beyond this a text is a page and no message. It is left out whole: half of it could end in half of a secret. */
const LONGEST_MESSAGE = 600;

const BYTE_ORDER_MARK = /^\uFEFF/u;

/** The body's text without byte order mark and surrounding white space; empty for a binary body. */
export function textOf(answer: Answer): string {
  return (answer.response.body.text ?? '').replace(BYTE_ORDER_MARK, '').trim();
}

/** Lower case with single spaces, so that a line break or a capital does not hide known words. */
function foldedTextOf(answer: Answer): string {
  return textOf(answer).toLowerCase().replace(/\s+/gu, ' ');
}

/** The value of a JSON text, or undefined if the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of `{"error": "…"}`, the form in which Xray's errors were observed; null for anything else. */
export function jsonErrorOf(answer: Answer): string | null {
  return stringMember(jsonOf(textOf(answer)), 'error');
}

function stringMember(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const member: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof member === 'string' && member.trim() !== '' ? member.trim() : null;
}

/**
 * The words that an answer speaks to a reader: the `error` or `message` of a JSON object, a JSON string, a plain text,
 * the sentence of a CloudFront page, the title of another page. Null if there are none or too many.
 * Documented errors are plain text and observed ones are JSON, so the form decides and not the content type.
 */
export function messageOf(answer: Answer): string | null {
  const text = textOf(answer);
  if (text === '') return null;
  if (isHtml(answer)) return LAMBDA_SENTENCE.exec(text)?.[0] ?? titleOf(text);
  const json = jsonOf(text);
  if (json !== undefined) {
    const words =
      typeof json === 'string' ? json : (stringMember(json, 'error') ?? stringMember(json, 'message'));
    return words === null ? null : asMessage(words);
  }
  return asMessage(text);
}

function asMessage(words: string): string | null {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line === '' || line.length > LONGEST_MESSAGE ? null : line;
}

function titleOf(html: string): string | null {
  const title = /<title[^>]{0,200}>([^<]*)<\/title/iu.exec(html)?.[1];
  return title === undefined ? null : asMessage(title);
}

/** Whether the body is a web page, which no answer of Xray's API is. */
export function isHtml(answer: Answer): boolean {
  return answer.response.body.looksLike === 'html';
}

/** Seen whole as `Xray data is in another region. Contact support to migrate Xray data to current region.` */
const REGION_WORDS = 'another region';
/** Documented whole as `The Xray license is not valid.` */
const LICENCE_WORDS = 'xray license is not valid';
/** The title of CloudFront's own error pages. */
const CLOUDFRONT_WORDS = 'error: the request could not be satisfied';
/** Seen on CloudFront's page for a tenant of another region; any broken CloudFront site can show it. */
const LAMBDA_WORDS = 'the lambda function associated with the cloudfront distribution is invalid';
const LAMBDA_SENTENCE =
  /The Lambda function associated with the CloudFront distribution is invalid or doesn['’]t have the required permissions\.?/iu;

/** Whether the answer says that the data is in another region, at any status. */
export function speaksOfRegion(answer: Answer): boolean {
  return foldedTextOf(answer).includes(REGION_WORDS);
}

/** Whether the answer says that the Xray licence is not valid, at any status. */
export function speaksOfLicence(answer: Answer): boolean {
  return foldedTextOf(answer).includes(LICENCE_WORDS);
}

/** Whether the answer is a page of CloudFront, the network in front of Xray, and if it is the one about its Lambda. */
export function cloudfrontPage(answer: Answer): 'lambda' | 'other' | null {
  const folded = foldedTextOf(answer);
  if (folded.includes(LAMBDA_WORDS)) return 'lambda';
  return folded.includes(CLOUDFRONT_WORDS) ? 'other' : null;
}
