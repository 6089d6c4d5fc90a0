import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadTimeOf } from '../support/process/thread-time.ts';

import { parseCredentialBlock, readCredentialBlock } from '../../src-main/contract/input/credential-block.ts';
import {
  credentialHints,
  holdsSecret,
  secretWithin,
} from '../../src-main/contract/input/credential-shape.ts';
import { parseSite } from '../../src-main/contract/input/site.ts';
import { EMPTY_FORM, leaveField, pasteInto, recall, typeInto } from '../../src-renderer/flow/form.ts';
import type { FormState } from '../../src-renderer/flow/form.ts';
import { ATLASSIAN_TOKEN, ID, JWT, SECRET } from '../support/pasted/keys.ts';

const HEX_DIGITS = Array.from('0123456789abcdef');
const hex = (length: number) =>
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...HEX_DIGITS), minLength: length, maxLength: length }),
      fc.boolean(),
    )
    .map(([digits, isUpper]) => (isUpper ? digits.toUpperCase() : digits));

const LABELS = [
  ['client_id', 'client_secret'],
  ['client-id', 'client-secret'],
  ['clientId', 'clientSecret'],
  ['Client ID', 'Client Secret'],
  ['CLIENT_ID', 'CLIENT_SECRET'],
  ['XRAY_CLIENT_ID', 'XRAY_CLIENT_SECRET'],
  ['xray.client.id', 'xray.client.secret'],
  ['username', 'password'],
  ['**Client ID:**', '**Client Secret:**'],
] as const;
const SEPARATORS = [
  ': ',
  '=',
  ' = ',
  ' => ',
  ' := ',
  '\t',
  ' - ',
  ' | ',
  '\n',
  ':\n',
  ' is ',
  '\nCopy\n',
] as const;
const QUOTES = ['', '"', "'", '`', '**', '\u200b', '\\"', '&quot;', '_'] as const;
const BETWEEN = ['\n', '\r\n', ', ', '; ', ' ', '\n\n', '\nCopy\n', ' and ', '&', '\u00a0'] as const;
const NOISE = [
  '',
  'Hello, here are the keys.',
  '# your client id and client secret from Xray',
  '// new ones',
  'curl -X POST https://xray.cloud.getxray.app/api/v2/authenticate',
  'https://acme.atlassian.net',
  '0fa4e000-0000-4000-8000-00000000fa4e',
  '| --- | --- |',
] as const;

const dressed = fc
  .record({
    id: hex(32),
    secret: hex(64),
    labels: fc.constantFrom(...LABELS),
    separator: fc.constantFrom(...SEPARATORS),
    quote: fc.constantFrom(...QUOTES),
    between: fc.constantFrom(...BETWEEN),
    before: fc.constantFrom(...NOISE),
    after: fc.constantFrom(...NOISE),
    isSwapped: fc.boolean(),
    wrap: fc.constantFrom('plain', 'json', 'twice', 'form'),
    old: fc.option(fc.tuple(hex(32), hex(64), fc.constantFrom('# ', '// ', '-- ', ';', 'REM '))),
  })
  .map(({ id, secret, labels, separator, quote, between, before, after, isSwapped, wrap, old }) => {
    const line = (label: string, value: string): string => `${label}${separator}${quote}${value}${quote}`;
    const lines = [line(labels[0], id), line(labels[1], secret)];
    const pair = (isSwapped ? lines.toReversed() : lines).join(between);
    const commented =
      old === null ? [] : [`${old[2]}client_id=${old[0]}`, `${old[2]}client_secret=${old[1]}`];
    const text = [before, ...commented, pair, after].filter((part) => part !== '').join('\n');
    const whole =
      wrap === 'json' || (wrap === 'twice' && old === null)
        ? JSON.stringify(text)
        : wrap === 'form' && old === null
          ? encodeURIComponent(text)
          : text;
    // An old pair that is commented out in a line of its own is one no more inside of a JSON text.
    return { id, secret, text: old === null ? whole : text };
  });

describe('two keys in any dress', () => {
  it('are found exactly', () => {
    fc.assert(
      fc.property(dressed, ({ id, secret, text }) => {
        expect(parseCredentialBlock(text)).toEqual({ clientId: id, clientSecret: secret });
      }),
      { numRuns: 1000, seed: 20260102 },
    );
  });

  it('are never mixed up with other numbers of their length', () => {
    const item = fc.oneof(
      hex(32),
      hex(64),
      fc.constantFrom(...NOISE, 'client_id', 'client_secret', '=', ': ', '\n', '#', '|'),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 14 }), fc.constantFrom(' ', '\n', ''), (parts, joint) => {
        const text = parts.join(joint);
        const block = readCredentialBlock(text);
        if (block.kind !== 'pair') return;
        const { clientId, clientSecret } = block.pair;
        expect(text).toContain(clientId);
        expect(text).toContain(clientSecret);
        expect(holdsSecret(clientId)).toBe(false);
        expect(clientSecret).not.toMatch(/^[0-9a-f]{32}$/iu);
      }),
      { numRuns: 800, seed: 20260103 },
    );
  });
});

type Step =
  | { readonly do: 'type' | 'paste'; readonly field: 'clientId' | 'clientSecret'; readonly text: string }
  | { readonly do: 'keys'; readonly field: 'clientId' | 'clientSecret'; readonly text: string }
  | {
      readonly do: 'drop';
      readonly field: 'clientId' | 'clientSecret';
      readonly text: string;
      readonly at: number;
    }
  | { readonly do: 'leave'; readonly field: 'clientId' | 'clientSecret' }
  | { readonly do: 'recall'; readonly text: string };

const text = fc.oneof(
  dressed.map((each) => each.text),
  hex(32),
  hex(64),
  hex(63),
  fc.constantFrom(
    ATLASSIAN_TOKEN,
    JWT,
    `${ID}${SECRET}`,
    `${SECRET}0`,
    `x${SECRET}x`,
    SECRET.slice(0, 32),
    '',
    'fake-id',
  ),
  hex(64).map((digits) => `${digits.slice(0, 20)}\u200b${digits.slice(20)}`),
  fc.string({ maxLength: 12 }),
);
const field = fc.constantFrom('clientId' as const, 'clientSecret' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('type' as const, 'paste' as const), field, text }),
  fc.record({ do: fc.constant('keys' as const), field, text }),
  fc.record({ do: fc.constant('drop' as const), field, text, at: fc.nat(80) }),
  fc.record({ do: fc.constant('leave' as const), field }),
  fc.record({ do: fc.constant('recall' as const), text }),
);

/** Every state that a step goes through. */
function statesOf(form: FormState, each: Step): readonly FormState[] {
  switch (each.do) {
    case 'type':
      return [typeInto(form, each.field, each.text)];
    case 'paste':
      return [pasteInto(form, each.field, each.text)];
    case 'leave':
      return [leaveField(form, each.field)];
    case 'drop': {
      const before = form[each.field];
      const at = Math.min(each.at, before.length);
      return [typeInto(form, each.field, before.slice(0, at) + each.text + before.slice(at))];
    }
    case 'keys': {
      const states = [form];
      for (const char of each.text) {
        const last = states.at(-1) ?? form;
        states.push(typeInto(last, each.field, last[each.field] + char));
      }
      return states;
    }
    case 'recall':
      return [
        recall(form, {
          clientId: each.text,
          jiraSite: 'acme.atlassian.net',
          confluenceSite: 'acme.atlassian.net',
          secretHeld: true,
        }),
      ];
  }
}

describe('the visible field', () => {
  it('holds no secret and no token in any state that can be reached', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let form: FormState = EMPTY_FORM;
        for (const each of steps) {
          for (const state of statesOf(form, each)) {
            expect(holdsSecret(state.clientId)).toBe(false);
            expect(state.clientId).not.toMatch(/[0-9a-f]{64}/iu);
            form = state;
          }
        }
      }),
      { numRuns: 600, seed: 20260104 },
    );
  });

  it('holds nothing of a block that was typed into it by a program, once it was left', () => {
    fc.assert(
      fc.property(dressed, ({ id, secret, text: block }) => {
        const form = leaveField(typeInto(EMPTY_FORM, 'clientId', block), 'clientId');
        expect(form).toMatchObject({ clientId: id, clientSecret: secret, errors: {} });
      }),
      { numRuns: 500, seed: 20260105 },
    );
  });
});

describe('a hostile paste', () => {
  const units = [
    'client id  ',
    'client id',
    ' ',
    'client_secret=',
    '{{',
    '${',
    '$a',
    '<a ',
    '<!--',
    '/*',
    '~~',
    '\\',
    '\\u00',
    '%3',
    '%25',
    '&#',
    '=3D',
    '-',
    '_',
    'f',
    'f ',
    `${ID} `,
    `${ID}_`,
    '#\n',
    '--\n',
    '"',
    '|',
    'a.',
    'a.atlassian',
    '.atlassian.net ',
    'aHR0c',
    'aHR0cA ',
    '@',
    'x@',
    'eyJ',
    'ATATT3x',
    '\ue001',
    '\u200b',
    'Bearer ',
    '//',
    ':/',
    '.mcas.ms',
    'urldefense.proofpoint.com/v2/-2D',
  ];
  const read = (hostile: string): void => {
    readCredentialBlock(hostile);
    readCredentialBlock(hostile.slice(0, 64 * 1024));
    holdsSecret(hostile);
    secretWithin(hostile);
    credentialHints(hostile, hostile);
    parseSite(hostile, 'jiraSite');
    parseSite(hostile.slice(0, 64 * 1024), 'jiraSite');
    leaveField(typeInto(EMPTY_FORM, 'clientId', hostile), 'clientId');
  };
  /** The best times of a text and of one twice as long, looked at again as long as the second is `tooLong`. */
  const timesOf = (
    one: string,
    two: string,
    isTooLong: (short: number, long: number) => boolean,
  ): { short: number; long: number } => {
    let short = Infinity;
    let long = Infinity;
    for (let round = 0; round < 3 && (round === 0 || isTooLong(short, long)); round += 1) {
      short = Math.min(
        short,
        threadTimeOf(() => read(one)),
      );
      long = Math.min(
        long,
        threadTimeOf(() => read(two)),
      );
    }
    return { short, long };
  };
  // Below that the clock and the collector decide, and nobody waits.
  const isTooLong = (short: number, long: number): boolean => long >= Math.max(3 * short, 60);

  it.each(units)('of %j takes at most three times as long when it is twice as long', (unit) => {
    const once = unit.repeat(Math.ceil((256 * 1024) / unit.length));
    const { short, long } = timesOf(once, once + once, isTooLong);
    expect(isTooLong(short, long), `${short} ms and ${long} ms`).toBe(false);
  });

  it.each(units)('of %j as long as it is looked at grows in the same way', (unit) => {
    const whole = unit.repeat(Math.ceil((64 * 1024) / unit.length)).slice(0, 64 * 1024);
    const { short, long } = timesOf(whole.slice(0, 32 * 1024), whole, isTooLong);
    expect(isTooLong(short, long), `${short} ms and ${long} ms`).toBe(false);
    expect(long).toBeLessThan(1000);
  });

  it('of a label, 32 000 blanks and a semicolon is read at once', () => {
    expect(threadTimeOf(() => read(`client id${' '.repeat(32_000)};`))).toBeLessThan(250);
  });
});
