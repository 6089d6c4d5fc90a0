import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { VerdictKind } from '../../../../src-main/contract/diagnosis.ts';
import type { WireAnswer } from '../wire-answer.ts';
import { atData, atSignIn, xrayHttp, rows } from '../outside-row.ts';
import type { OutsideRow, Seen } from '../outside-row.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Whether the form is one in which Xray was seen or documented, so that its meaning is plain. */
interface Form {
  readonly name: string;
  readonly isXrays: boolean;
  make(status: number, words: string): WireAnswer;
}

const asJson = (name: string, isXrays: boolean, shape: (words: string) => unknown): Form => ({
  name,
  isXrays,
  make: (status, words) => xrayHttp(status, JSON_TYPE, JSON.stringify(shape(words))),
});

const escaped = (words: string): string =>
  Array.from(words, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const FORMS: readonly Form[] = [
  asJson('as Xray’s error', true, (error) => ({ error })),
  {
    name: 'as plain text',
    isXrays: true,
    make: (status, words) => xrayHttp(status, { 'content-type': 'text/plain' }, words),
  },
  asJson('as a JSON string', true, (words) => words),
  asJson('as a message', false, (message) => ({ message })),
  asJson('in a list of errors', false, (words) => ({ errors: [words] })),
  asJson('nested', false, (message) => ({ error: { message } })),
  asJson('in a list of objects', false, (message) => ({ errors: [{ code: 1, message }] })),
  asJson('in Atlassian’s form', false, (words) => ({ errorMessages: [words], errors: {} })),
  asJson('in capitals', true, (words) => ({ error: words.toUpperCase() })),
  asJson('with spaces that do not break', true, (words) => ({ error: words.replaceAll(' ', '\u00A0') })),
  asJson('with entities for spaces', false, (words) => ({ error: words.replaceAll(' ', '&nbsp;') })),
  asJson('with entities for letters', false, (words) => ({ error: words.replaceAll('o', '&#111;') })),
  asJson('over several lines', true, (words) => ({ error: words.replaceAll(' ', '\r\n  ') })),
  {
    name: 'in escapes of JSON',
    isXrays: true,
    make: (status, words) => xrayHttp(status, JSON_TYPE, `{"error":"${escaped(words)}"}`),
  },
  {
    name: 'in UTF-16',
    isXrays: true,
    make: (status, words) =>
      xrayHttp(
        status,
        { 'content-type': 'text/plain; charset=utf-16' },
        Buffer.from(`\uFEFF${words}`, 'utf16le'),
      ),
  },
  {
    name: 'in gzip',
    isXrays: true,
    make: (status, error) =>
      xrayHttp(status, { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(JSON.stringify({ error }))),
  },
  {
    name: 'in Brotli',
    isXrays: true,
    make: (status, error) =>
      xrayHttp(
        status,
        { ...JSON_TYPE, 'content-encoding': 'br' },
        brotliCompressSync(JSON.stringify({ error })),
      ),
  },
  {
    name: 'as JSON under the name of a page',
    isXrays: true,
    make: (status, error) => xrayHttp(status, { 'content-type': 'text/html' }, JSON.stringify({ error })),
  },
];

interface Meaning {
  readonly name: string;
  readonly words: string;
  readonly status: number;
  readonly kind: VerdictKind;
  readonly at: (answer: WireAnswer) => Seen;
  /** True where the words themselves leave no doubt in any form (the region text, an asked key). */
  readonly isPlain: boolean;
}

const MEANINGS: readonly Meaning[] = [
  {
    name: 'the region text',
    words: 'Xray data is in another region. Contact support to migrate Xray data to current region.',
    status: 401,
    kind: 'residency',
    at: atData,
    isPlain: true,
  },
  {
    name: 'wrong keys',
    words: 'Authentication failed. Invalid client credentials!',
    status: 401,
    kind: 'credentials-rejected',
    at: atSignIn,
    isPlain: false,
  },
  {
    name: 'the licence',
    words: 'The Xray license is not valid.',
    status: 401,
    kind: 'licence',
    at: atSignIn,
    isPlain: false,
  },
  {
    name: 'an asked issue that was not found',
    words: 'Test issue with key DEMO-6 not found.',
    status: 400,
    kind: 'healthy',
    at: atData,
    isPlain: false,
  },
];

/** The same words in each form; in a form that Xray was never seen in, a doubt is fair. */
export const FORMS_OF_WORDS: readonly OutsideRow[] = MEANINGS.flatMap(
  ({ name, words, status, kind, at, isPlain }) =>
    FORMS.flatMap((form) =>
      rows({
        [`${name}, ${form.name}`]: at(form.make(status, words)).allows(
          isPlain || form.isXrays ? kind : `${kind} unclear`,
          'Xray’s documented and reported words, in other forms',
        ),
      }),
    ),
);
