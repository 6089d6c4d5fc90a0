import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { createGate } from '../../../src-main/evidence/gate/gate.ts';
import { markRedacted } from '../../../src-main/evidence/redaction/redacted.ts';
import { inspectBundle } from '../../support/samples/arrivals/inspect-bundle.ts';
import {
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleInput,
  sampleResponse,
  sampleSignIn,
} from '../../support/samples/sample-run.ts';
import { passThroughRedactor } from '../../support/faults/pass-through-redactor.ts';

const SLOW = 240_000;

type Headers = readonly (readonly [string, string])[];

const answers = (body: string, headers: Headers = [], status = 401): Exchange[] => {
  const response = sampleResponse(body, { headers: headers.map(([name, value]) => ({ name, value })) });
  return [sampleSignIn(), sampleDataCall({ status, response })];
};

const gate = createGate(SAMPLE_SECRETS);

/** Makes evidence as the app does; gives the names of the files. */
async function evidenceOf(exchanges: Exchange[], note = ''): Promise<string[]> {
  const bundle = await prepareBundle(sampleInput({ diagnosis: sampleDiagnosis({ exchanges }), note }));
  expect(await gate.bundle(bundle.zip)).toEqual({ clean: true });
  expect(await gate.texts([bundle.mail.body])).toEqual({ clean: true });
  expect(await inspectBundle(bundle.zip)).toMatchObject({ state: 'sound', problems: [] });
  return bundle.entries.map(({ path }) => path);
}

const CASES: readonly (readonly [string, string, Headers?])[] = [
  [
    'a cookie that is cleared',
    '{}',
    [['set-cookie', 'session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT']],
  ],
  ['a cookie without a name', '{}', [['Set-Cookie', '; HttpOnly']]],
  ['a field that ends in client_secret', '{"oauth_client_secret":"hunter2x"}'],
  ['the same, cut off', '{"oauth_client_secret":"hunter2x'],
  ['objects in lines', '{"secret":"hunter22aa"}\n{"secret":"hunter22bb"}'],
  ['a header in a page', 'We got:\n> x-api-key: abc\nand nothing else'],
  ['the word bearer before an id', '["bearer","0123456789abcdef0123"]'],
  ['JSON of a depth', '['.repeat(20_000) + ']'.repeat(20_000)],
  ['JSON of a depth with a field', `${'{"a":'.repeat(20_000)}"x"${'}'.repeat(20_000)}`],
  ['a form at the end', 'user=a&passwd='],
  ['a scheme at the end', 'Authorization: bearer '],
  ['half a token', 'a:b@›.eyJabcdefghij'],
  ['a tag of somebody', '‹token#abcd› ‹cookie#ffff›‹'],
];

describe('answers that the gate refused once', () => {
  it.each<readonly [string, string, Headers]>(
    CASES.map(([name, text, headers = []]) => [name, text, headers] as const),
  )('%s', async (_, text, headers) => {
    const paths = await evidenceOf(answers(text, headers));
    expect(paths).toContain('calls/global-2-data-call.txt');
  });

  it('a part that still looks like a credential is left out and named', async () => {
    const exchanges = answers('{}');
    const bundle = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({ exchanges }),
        note: 'first note',
        // The log's line comes through a redactor that is blind to it.
        redactor: {
          ...passThroughRedactor,
          redactDiagnosis: async (diagnosis) => markRedacted({ ...diagnosis, exchanges: [], tokens: [] }),
        },
        log: ['sent proxy-authorization: Basic amFuOmh1bnRlcjI='],
      }),
    );
    expect(bundle.entries.map(({ path }) => path)).toEqual([
      'summary.txt',
      'ticket.txt',
      'details.txt',
      'note.txt',
      'diagnosis.json',
      'manifest.json',
    ]);
    expect(bundle.missing.at(-1)).toEqual({ key: 'missing.left-out', values: { part: 'log.txt' } });
    expect(String(Buffer.from(bundle.entries[0]?.bytes ?? []))).toContain('log.txt: left out');
  });
});

const word = fc.constantFrom(
  'token',
  'password',
  'client_secret',
  'Bearer',
  'authorization',
  'Set-Cookie',
  'cookie',
  'x-api-key',
  'eyJhbGciOi',
  '.eyJ',
  '‹token#12ab›',
  '‹',
  '›',
  'https://a:b@c/d?e=f#g=h',
  'session',
  '0123456789abcdefXYZ',
  'hunter2',
  '/home/sample-person/x',
);
const mark = fc.constantFrom(
  ' ',
  ': ',
  '=',
  '&',
  '"',
  "'",
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  ',',
  ';',
  '?',
  '\u0000',
);
const hostile = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: word }, { weight: 4, arbitrary: mark }, fc.string({ maxLength: 6 })),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));
const body = fc.oneof(
  hostile,
  hostile.map((text) =>
    JSON.stringify({ [text.slice(0, 9)]: text, list: [text, { name: 'Cookie', value: text }] }),
  ),
  hostile.map((text) => `<html><title>${text}</title><input value="${text}" name=${text}><script>${text}`),
  fc.json(),
);
const header = fc.tuple(
  fc.constantFrom(
    'set-cookie',
    'set-cookie2',
    'location',
    'www-authenticate',
    'x-auth-token',
    'server',
    'x-other',
    'authorization',
  ),
  hostile.map((text) => text.replace(/[\r\n\u0000]/gu, ' ')),
);

describe('any answer', () => {
  it(
    'becomes evidence that is sound',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(200, 302, 401, 403, 511),
          fc.array(header, { maxLength: 4 }),
          body,
          hostile,
          async (status, headers, text, note) => {
            const first = answers(text, headers, status);
            const signIn = sampleSignIn({ status, response: sampleResponse(text) });
            await evidenceOf([signIn, ...first.slice(1)], note);
          },
        ),
        { numRuns: 120, seed: 20_261_128 },
      );
    },
    SLOW,
  );
});
