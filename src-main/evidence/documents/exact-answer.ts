import { headerOf, headerValues } from '../../contract/text/headers.ts';
import type { AnsweredExchange, Exchange, Header, Response } from '../../contract/diagnosis.ts';
import { milliseconds, oneLine } from './plain-text.ts';

/** Characters of one answer that a ticket quotes; errors are far shorter. */
const MAX_ANSWER_LENGTH = 1500;

/** Characters of a page in which its words are looked for. */
const MAX_PAGE_LENGTH = 64 * 1024;

/** What is written between these tags of a page is not shown. */
const HIDDEN = /<(script|style|head)\b/giu;
const END_OF = { script: /<\/script\b/giu, style: /<\/style\b/giu, head: /<\/head\b/giu };
const TAG = /<[^<>]{0,2000}>/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Returns the text that a reader of an HTML page sees, on one line; nothing of it is executed. */
export function pageText(html: string): string {
  const shown = withoutHidden(html.slice(0, MAX_PAGE_LENGTH))
    .replace(TAG, ' ')
    .replace(/&(\w{1,6});/gu, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity);
  return oneLine(shown, MAX_ANSWER_LENGTH);
}

/** Reads forward only, whatever the page opens and does not close. */
function withoutHidden(html: string): string {
  const shown: string[] = [];
  let from = 0;
  for (let begin = match(HIDDEN, html, 0); begin !== null; begin = match(HIDDEN, html, from)) {
    shown.push(html.slice(from, begin.index));
    const name = begin[1]?.toLowerCase();
    const end = match(END_OF[name === 'script' || name === 'style' ? name : 'head'], html, begin.index);
    if (end === null) return shown.join(' ');
    from = end.index;
  }
  return [...shown, html.slice(from)].join(' ');
}

function match(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/**
 * Returns an answer as a ticket quotes it: the status and, unbroken on one line, the body as it came. Of a web page its
 * title and words, since ids such as CloudFront's Request ID may stand in the body alone.
 */
export function exactAnswer(exchange: Exchange): string {
  if (exchange.outcome === 'failed') {
    const { failure, timing } = exchange;
    const begun = exchange.status === null ? '' : `${exchange.status}, then `;
    return `${begun}no complete answer: ${failure.phase}, ${oneLine(failure.code, 60)} after ${milliseconds(timing.totalMs)} (${oneLine(failure.message, 200)})`;
  }
  const { looksLike } = exchange.response.body;
  const isQuoted = (looksLike === 'json' || looksLike === 'text') && !isToken(exchange);
  return `${exchange.status}${isQuoted ? '' : ','} ${answerWords(exchange)}`;
}

function answerWords(exchange: AnsweredExchange): string {
  const { body } = exchange.response;
  if (isToken(exchange)) return 'token issued';
  switch (body.looksLike) {
    case 'empty':
      return 'empty body';
    case 'zip':
      return `zip of ${body.wireBytes} bytes${body.wireBytes === EMPTY_ZIP_BYTES ? ' (an empty zip)' : ''}`;
    case 'binary':
      return `${body.wireBytes} bytes that are not text`;
    case 'html':
      return `web page: ${pageText(body.text ?? '')}`;
    case 'json':
    case 'text':
      return oneLine(body.text ?? '', MAX_ANSWER_LENGTH);
  }
}

/** Characters of an answer in the first line of a transcript, which holds the whole of it below. */
const MAX_RESULT_LENGTH = 300;

/** Returns `401 in 15 ms: {"error":"…"}`, or how a call failed. */
export function resultLine(exchange: Exchange): string {
  return exchange.outcome === 'failed'
    ? exactAnswer(exchange)
    : `${exchange.status} in ${milliseconds(exchange.timing.totalMs)}: ${oneLine(answerWords(exchange), MAX_RESULT_LENGTH)}`;
}

/** A zip's end record alone (APPNOTE 4.3.16). */
const EMPTY_ZIP_BYTES = 22;

/** Returns whether a sign-in was answered by a token; a redacted body holds its tag. */
export function isToken({ call, status, response }: Exchange): boolean {
  return (
    call === 'authenticate' &&
    status !== null &&
    status >= 200 &&
    status < 300 &&
    response?.body.text?.includes('‹token#') === true
  );
}

/** CloudFront's error pages name the request in their text (seen: Xray-App/xray-code-snippets#9). */
const ID_IN_PAGE = /\bRequest ID:\s{0,5}([\w=+/-]{8,200})/iu;

/** Headers by which a vendor finds a request in its records, the most useful first. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-amz-cf-id', 'x-amzn-requestid', 'x-amzn-trace-id', 'cf-ray'];

/** Returns the request ids of an answer by the name under which they came; `Request ID` for one that stands in a page. */
export function requestIdsOf(exchange: Pick<Exchange, 'response'> | null | undefined): Header[] {
  const response = exchange?.response ?? null;
  if (response === null) return [];
  const named = REQUEST_ID_HEADERS.flatMap((name) =>
    headerValues(response.headers, name).map((value) => ({ name, value: oneLine(value, 200) })),
  );
  const inPage =
    response.body.looksLike === 'html' ? ID_IN_PAGE.exec(pageText(response.body.text ?? ''))?.[1] : undefined;
  return inPage === undefined || named.some(({ value }) => value === inPage)
    ? named
    : [...named, { name: 'Request ID', value: inPage }];
}

/** Returns the same as `x-amz-cf-id …`, each with its name. */
export function requestIdWords(exchange: Exchange | null | undefined): string[] {
  return requestIdsOf(exchange).map(({ name, value }) => `${name} ${value}`);
}

/** Returns the version as a status line has it; other words of a server as they are. */
export function httpVersionOf({ httpVersion }: Pick<Response, 'httpVersion'>): string {
  return /^\d/u.test(httpVersion) ? `HTTP/${httpVersion}` : httpVersion;
}

/** Returns the place of CloudFront's network that answered, such as `FRA56-P1`; null if none is named. */
export function edgeOf(exchange: Exchange | null): string | null {
  const pop = headerOf(exchange?.response?.headers ?? [], 'x-amz-cf-pop');
  return pop === null ? null : oneLine(pop, 40);
}
