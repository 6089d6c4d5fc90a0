import type { WrittenAnswer } from './written-answer.ts';

type Writer = (words: string, status: number) => WrittenAnswer;

/** Every UTF-16 unit as an escape of JSON. */
const unitEscapes = (words: string): string =>
  words.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The forms that words can have. */
export const FORMS = {
  'json-error': (error) => ({ json: { error } }),
  text: (text) => ({ text }),
  'json-string': (json) => ({ json }),
  message: (message) => ({ json: { message } }),
  errors: (words) => ({ json: { errors: [words] } }),
  nested: (message) => ({ json: { error: { message } } }),
  html: (words, status) => ({
    html: `<!DOCTYPE html><html><title>${status}</title><body><p>${words}</p></body></html>`,
  }),
  'gateway-json': (message, statusCode) => ({
    json: { statusCode, timestamp: '2026-01-02T03:04:05Z', path: '/', message },
  }),
  'cut-json': (error) => underType('application/json; charset=utf-8', JSON.stringify({ error }).slice(0, -2)),
  'unicode-escaped': (words) =>
    underType('application/json; charset=utf-8', `{"error":"${unitEscapes(words)}"}`),
  'entity-escaped': (words) => ({ json: { error: words.replaceAll(' ', '&nbsp;') } }),
  'utf-16': (words) => ({
    ...underType('text/plain; charset=utf-16', words),
    encoded: ['BOM', 'UTF-16LE'],
  }),
} satisfies Record<string, Writer>;

/** The forms of an answer that says nothing in words; the token is a fake one, in a form in which Xray gives none. */
export const WORDLESS_FORMS = {
  empty: {},
  /** The end record alone: a zip without files. */
  zip: {
    headers: { 'content-type': 'application/octet-stream' },
    base64: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
  },
  'half-zip': underType('application/octet-stream', 'PK\u0003\u0004half of it'),
  feature: { text: 'Feature: Demo\n\n  Scenario: One\n' },
  'token-in-object': { json: { access_token: 'fake.token.fake', token_type: 'bearer' } },
} satisfies Record<string, WrittenAnswer>;

function underType(type: string, body: string): WrittenAnswer {
  return { headers: { 'content-type': type }, body };
}

/** Forms of an answer of Xray's, and whether Xray was seen or documented in it, so that its meaning is plain. */
export const SEEN_FORMS: readonly (readonly [name: string, isXrays: boolean, write: Writer])[] = [
  ['as Xray’s error', true, FORMS['json-error']],
  ['as plain text', true, (words) => underType('text/plain', words)],
  ['as a JSON string', true, FORMS['json-string']],
  ['as a message', false, FORMS.message],
  ['in a list of errors', false, FORMS.errors],
  ['nested', false, FORMS.nested],
  ['in a list of objects', false, (message) => ({ json: { errors: [{ code: 1, message }] } })],
  ['in Atlassian’s form', false, (words) => ({ json: { errorMessages: [words], errors: {} } })],
  ['in capitals', true, (words) => ({ json: { error: words.toUpperCase() } })],
  ['with spaces that do not break', true, (words) => ({ json: { error: words.replaceAll(' ', '\u00A0') } })],
  ['with entities for spaces', false, FORMS['entity-escaped']],
  ['with entities for letters', false, (words) => ({ json: { error: words.replaceAll('o', '&#111;') } })],
  ['over several lines', true, (words) => ({ json: { error: words.replaceAll(' ', '\r\n  ') } })],
  ['in escapes of JSON', true, FORMS['unicode-escaped']],
  ['in UTF-16', true, FORMS['utf-16']],
  ['in gzip', true, (error) => compressed(error, 'gzip')],
  ['in Brotli', true, (error) => compressed(error, 'br')],
  [
    'as JSON under the name of a page',
    true,
    (error) => ({ headers: { 'content-type': 'text/html' }, json: { error } }),
  ],
];

function compressed(error: string, coding: 'gzip' | 'br'): WrittenAnswer {
  const type = 'application/json; charset=utf-8';
  return {
    headers: { 'content-type': type, 'content-encoding': coding },
    json: { error },
    encoded: [coding],
  };
}
