import { describe, expect, it } from 'vitest';

import { pageText } from '../../src-main/evidence/documents/exact-answer.ts';
import { createHomeFolderEraser } from '../../src-main/evidence/redaction/layers/redact-home-folder.ts';
import { toEnd } from '../../src-main/evidence/cooperative-steps.ts';
import { checkFields, checkShapes } from '../../src-main/evidence/gate/check-shapes.ts';
import { jsonStrings } from '../../src-main/evidence/gate/json-strings.ts';
import { createRedactor } from '../../src-main/evidence/redaction/redactor.ts';
import { expressionsIn } from '../support/scripts/regular-expressions.ts';
import type { FoundExpression } from '../support/scripts/regular-expressions.ts';
import { SAMPLE_SECRETS } from '../support/samples/sample-run.ts';
import { threadTimeOf } from '../support/process/thread-time.ts';

/**
 * Text from outside must not freeze the app: the time of every regular expression, and of every function that reads such
 * text, grows in proportion to its length. An expression that begins anew inside of its own repeat takes four times as
 * long for twice the text; with 256 KiB that is minutes.
 */
const ROOMS = ['capture', 'evidence', 'xray', 'atlassian', 'network', 'contract', 'diagnosis', 'profile'].map(
  (room) => `src-main/${room}`,
);
const KIB = 1024;
/** Twice the text may take three times as long; small times say nothing. */
const MAX_GROWTH = 3;
const FREE_MS = 12;
/** A screening with little text that takes longer than this is looked at with much. */
const SUSPICIOUS_MS = 1.5;
const MAX_MS = 2000;

const { expressions, built } = expressionsIn([...ROOMS, 'src-renderer']);

/** Characters that the expression itself is made of, its literal beginnings, and what every text holds. */
function seedsOf({ source }: FoundExpression): string[] {
  const plain = source
    .replace(/\\u\{?([0-9a-f]{4})\}?/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\s/gu, ' ')
    .replace(/\\d/gu, '7')
    .replace(/\\w/gu, 'a')
    .replace(/\\p\{[^}]*\}/gu, 'a')
    .replace(/\\[nrt]/gu, '\n')
    .replace(/\\[bB]/gu, '');
  const characters = [...new Set(plain.replace(/\\(?=[^\w])/gu, ''))].filter(
    (char) => !/[(){}?*|^$]/u.test(char),
  );
  const words = [
    ...new Set(plain.replace(/\\(?=[^\w])/gu, '').match(/[\w<>:/=."'@&%#;‹›\\-]{2,24}/gu) ?? []),
  ].slice(0, 16);
  const some = [...new Set([...characters.slice(0, 40), ' ', 'a', '7', '\n', '\\', '/', '"', '<', '{'])];
  const starts = words.slice(0, 8);
  return [
    ...some,
    ...words,
    ...starts.flatMap((word) => [
      `${word} `,
      `${word}a`,
      `${word}-`,
      ` ${word}`,
      `${word}aaaaaaaa-`,
      `${word}aaaaaaaa `,
    ]),
    ...some.slice(0, 10).flatMap((one) => some.slice(0, 10).map((two) => one + two)),
  ];
}

/** What stands before a long repeat, and what stands behind it so that a match fails at the very end. */
function textsOf(expression: FoundExpression): ((length: number) => string)[] {
  const seeds = [...new Set(seedsOf(expression))];
  const repeat = (seed: string, length: number): string =>
    seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
  const words = seeds.filter((seed) => seed.length > 1).slice(0, 6);
  return [
    ...seeds.map((seed) => (length: number) => repeat(seed, length)),
    ...seeds.slice(0, 24).map((seed) => (length: number) => `${repeat(seed, length)}\u0001`),
    ...words.map((word) => (length: number) => `${word}${repeat(' ', length)}\u0001`),
    ...words.map((word) => (length: number) => `${word}${repeat('a', length)}\u0001`),
  ];
}

/** As the product uses it: all finds for a global expression, one for the others. */
function timeOf(pattern: RegExp, text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    pattern.lastIndex = 0;
    best = Math.min(
      best,
      threadTimeOf(() => {
        if (pattern.global) text.replace(pattern, '');
        else pattern.test(text);
      }),
    );
  }
  return best;
}

/** What is wrong with an expression; null if nothing is. Looks at little text first, and stops as soon as it is clear. */
function slownessOf(expression: FoundExpression): string | null {
  const pattern = new RegExp(expression.source, expression.flags);
  for (const text of textsOf(expression)) {
    if (timeOf(pattern, text(8 * KIB), 1) < SUSPICIOUS_MS) continue;
    if (timeOf(pattern, text(8 * KIB), 2) < SUSPICIOUS_MS) continue;
    for (const size of [4, 16, 64, 256]) {
      const half = timeOf(pattern, text(size * KIB), 3);
      const whole = timeOf(pattern, text(2 * size * KIB), 3);
      if (whole > MAX_GROWTH * half + (size <= 16 ? 2 : FREE_MS) || whole > (MAX_MS * size) / 256)
        return `${JSON.stringify(text(24))}…: ${half.toFixed(0)} ms and ${whole.toFixed(0)} ms for ${size} and ${2 * size} KiB`;
    }
  }
  return null;
}

describe('regular expressions that read text from outside', () => {
  it('are found, all of them', () => {
    expect(expressions.length).toBeGreaterThan(150);
    // What is put together at run time is fed below, through its function.
    // Fields of the name of a certificate, which has a few hundred characters.
    expect([...new Set(built)].toSorted()).toEqual([
      'src-main/diagnosis/answerer/tls-inspection-vendors.ts',
      'src-main/evidence/redaction/layers/redact-home-folder.ts',
    ]);
  });

  it('take time in proportion to the text', () => {
    const slow = expressions.flatMap((expression) => {
      // What is slow is slow each time; a pause of the machine is not.
      const fault = slownessOf(expression) && slownessOf(expression) && slownessOf(expression);
      return fault === null ? [] : [`${expression.where} /${expression.source}/ ${fault}`];
    });
    expect(slow).toEqual([]);
  }, 60_000);

  it.each([
    ['a path', '(?:[\\\\/]|%2F|%5C)+x'],
    ['a quoted field', '((\\\\*["\'])(password)\\2\\s*[:=]\\s*(\\\\*["\']))'],
    ['a token', '\\beyJ[\\w-]{6,}\\.[\\w-]{6,}'],
    ['a title', '<title[^>]*>'],
    ['a line end', '\\s*\\n\\s*'],
  ])('would be found here: %s', (_, source) => {
    expect(slownessOf({ where: 'here', source, flags: 'giu' })).not.toBeNull();
  });
});

describe('functions that read text from outside', () => {
  const redactor = createRedactor(SAMPLE_SECRETS, Buffer.from('salt'));
  const home = createHomeFolderEraser('/home/sample-person');
  const named = createHomeFolderEraser('C:\\Users\\Jörg (work)');
  const FUNCTIONS: readonly (readonly [string, (text: string) => unknown])[] = [
    ['the redactor', (text) => redactor.redactResponse(text)],
    ['the redactor of pages', (text) => redactor.redactDocument(text)],
    ['the home folder', (text) => home(text)],
    ['the home folder of Windows', (text) => named(text)],
    ['the words of a page', (text) => pageText(text)],
    ['the gate, by shape', (text) => toEnd(checkShapes(text))],
    ['the gate, by fields', (text) => toEnd(checkFields(text))],
    ['the gate, strings of JSON', (text) => toEnd(jsonStrings(text))],
  ];
  const SEEDS = [
    '/',
    '%2F',
    '\\',
    'eyJaaaaaaaa-',
    'eyJaaaaaaaa.',
    '<title',
    '<a ',
    '<a href="',
    '<script>',
    '<!--',
    ' \n',
    '{"a":',
    '[',
    '{"\n',
    '"password":"',
    'password=',
    'token: ',
    'code=a.',
    'state: "a',
    'a:b@',
    'https://a:',
    'https://x/?a=',
    'a1',
    'A1b2C3d4-',
    '&#102;',
    '&#0',
    '%25',
    '\\u0066',
    '\\\\',
    '\\146',
    '66 61 ',
    '102, 97, ',
    'H4sIAAAAAAAA',
    'MZXW6',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN A',
    '/home/sample-person',
    'cookie: a=b;',
    '‹',
    '‹token#12ab›',
    'Bearer ',
    '\u0301',
    '\ufdfa',
    '\u001b[31m',
    '=\r\n',
    'fa4e5ec2e700',
  ];
  const timeOfCall = (work: (text: string) => unknown, text: string): number =>
    threadTimeOf(() => void work(text));

  it.each(FUNCTIONS)(
    '%s takes time in proportion to the text, and no stack',
    (_, work) => {
      for (const seed of SEEDS) {
        const text = (length: number): string => seed.repeat(Math.ceil(length / seed.length));
        if (timeOfCall(work, text(32 * KIB)) < 20) continue;
        const isLinear = (): boolean => whole < MAX_GROWTH * half + 30 && whole < MAX_MS;
        let half = timeOfCall(work, text(64 * KIB));
        let whole = timeOfCall(work, text(128 * KIB));
        if (!isLinear()) {
          // What is slow is slow each time.
          half = Math.min(half, timeOfCall(work, text(64 * KIB)));
          whole = Math.min(whole, timeOfCall(work, text(128 * KIB)));
        }
        expect(isLinear(), `${JSON.stringify(seed)}: ${half.toFixed(0)} ms and ${whole.toFixed(0)} ms`).toBe(
          true,
        );
      }
    },
    120_000,
  );
});
