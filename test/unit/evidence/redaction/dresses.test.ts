import { deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { createSecretFinder, NOT_SEARCHED } from '../../../../src-main/evidence/search/find-secrets.ts';
import { toEnd } from '../../../../src-main/evidence/cooperative-steps.ts';
import { REDACTION_LAYERS } from '../../../../src-main/evidence/redaction/redaction-layers.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import { SAMPLE_SECRET, SAMPLE_SECRETS } from '../../../support/samples/sample-run.ts';

const SALT = Buffer.from('salt of the dresses');
const letters = Array.from(SAMPLE_SECRET);
const bytes = Buffer.from(SAMPLE_SECRET);
const pieces = SAMPLE_SECRET.match(/.{4}/gu) ?? [];
const halves = [SAMPLE_SECRET.slice(0, 32), SAMPLE_SECRET.slice(32)];

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32 = (data: Buffer): string => {
  const bits = [...data].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const base58 = (data: Buffer): string => {
  let value = BigInt(`0x${data.toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = (BASE58[Number(value % 58n)] ?? '') + text;
  return text;
};
const fullWidth = (text: string): string =>
  Array.from(text, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
const between = (mark: string): string => letters.join(mark);
const hexDump = (data: Buffer): string =>
  Array.from({ length: Math.ceil(data.length / 16) }, (_, row) => {
    const part = data.subarray(row * 16, row * 16 + 16);
    const hex = (part.toString('hex').match(/.{1,4}/gu) ?? []).join(' ');
    return `${(row * 16).toString(16).padStart(8, '0')}: ${hex}  ${part.toString('latin1')}`;
  }).join('\n');

/** Every dress that a program, or somebody who means it, may put a secret into. */
const DRESSES: readonly (readonly [string, string])[] = [
  ['a buffer as JSON', JSON.stringify(bytes)],
  ['numbers in a list', [...bytes].join(', ')],
  ['0x66, 0x61', [...bytes].map((byte) => `0x${byte.toString(16)}`).join(', ')],
  ['hex with blanks', (bytes.toString('hex').match(/../gu) ?? []).join(' ')],
  ['hex with colons', (bytes.toString('hex').match(/../gu) ?? []).join(':')],
  ['a hex dump', hexDump(bytes)],
  ['base64 of what its hex means', Buffer.from(SAMPLE_SECRET, 'hex').toString('base64')],
  ['base64 twice', Buffer.from(bytes.toString('base64')).toString('base64')],
  ['base64 of hex', Buffer.from(bytes.toString('hex')).toString('base64')],
  ['base64 of JSON', Buffer.from(JSON.stringify({ a: { b: SAMPLE_SECRET } })).toString('base64')],
  ['gzip in base64', gzipSync(bytes).toString('base64')],
  ['deflate in base64', deflateSync(bytes).toString('base64')],
  [
    'wrapped base64',
    (
      Buffer.from(`x${SAMPLE_SECRET}`)
        .toString('base64')
        .match(/.{1,20}/gu) ?? []
    ).join('\r\n'),
  ],
  ['<wbr>', pieces.join('<wbr>')],
  ['&shy;', pieces.join('&shy;')],
  ['&ZeroWidthSpace;', pieces.join('&ZeroWidthSpace;')],
  ['tags', pieces.map((piece) => `<b class="x">${piece}</b>`).join('')],
  ['comments', pieces.join('<!-- x -->')],
  ['blanks', pieces.join(' ')],
  ['dashes', pieces.join('-')],
  ['no-break spaces', pieces.join('\u00a0')],
  ['indented lines', pieces.join('\n    ')],
  ['soft line ends', halves.join('=\r\n')],
  ['colours', pieces.join('\u001b[31m')],
  ['a JSON list of parts', JSON.stringify({ parts: pieces })],
  ['a JSON list of letters', JSON.stringify(letters)],
  ['\\u{66}', letters.map((char) => `\\u{${char.charCodeAt(0).toString(16)}}`).join('')],
  ['octal', letters.map((char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')],
  ['a style sheet', letters.map((char) => `\\${char.charCodeAt(0).toString(16)} `).join('')],
  ['entities without an end', letters.map((char) => `&#${char.charCodeAt(0)}`).join('')],
  [
    'entities with many zeros',
    letters.map((char) => `&#x000000000000${char.charCodeAt(0).toString(16)};`).join(''),
  ],
  [
    'percent in eight layers',
    letters.map((char) => `%${'25'.repeat(8)}${char.charCodeAt(0).toString(16)}`).join(''),
  ],
  [
    'backslashes in six layers',
    letters.map((char) => `${'\\'.repeat(33)}u00${char.charCodeAt(0).toString(16)}`).join(''),
  ],
  ['base32', base32(bytes)],
  ['base58', base58(bytes)],
  ['hex of UTF-16', Buffer.from(SAMPLE_SECRET, 'utf16le').toString('hex')],
  ['a number', BigInt(`0x${SAMPLE_SECRET}`).toString()],
  ['backwards', letters.toReversed().join('')],
  ['full width', fullWidth(SAMPLE_SECRET)],
  ...['\u200e', '\u2061', '\u034f', '\ufe0f', '\u180e', '\u3164', '\u{e0020}', '\u0301'].map(
    (mark): readonly [string, string] => [`U+${mark.codePointAt(0)?.toString(16)} between`, between(mark)],
  ),
];

/** What of a text is left once every reader of it has done its best: letters and digits alone. */
const bare = (text: string): string => text.replace(/‹[^›]*›/gu, '|').toLowerCase();

describe('a known secret in a dress', () => {
  // Without the shapes, which would take most of these for a generated word, the value alone must be found.
  const byValue = createRedactor(SAMPLE_SECRETS, SALT, {
    ...REDACTION_LAYERS,
    shapes: function* (text) {
      yield;
      return text;
    },
    structure: (text) => text,
  });

  it.each(DRESSES)('%s is removed, and what stands around it stays', (_, text) => {
    const clean = byValue.redactResponse(`before. ${text} .behind`);
    expect(clean).toMatch(/^before\. [^]*‹client-secret#[0-9a-f]{4}›[^]* \.behind$/u);
    expect(bare(clean).length).toBeLessThan(60);
    expect(byValue.redactResponse(clean)).toBe(clean);
  });

  it.each(DRESSES.filter(([, text]) => /^[[{]/u.test(text)))('%s alone stays JSON', (_, text) => {
    const clean = byValue.redactResponse(text);
    expect(() => JSON.parse(clean) as unknown).not.toThrow();
    expect(clean).toContain('‹client-secret#');
    expect(bare(clean)).not.toMatch(/fa4e|"f"|102/u);
  });

  it('is not seen where it is not', () => {
    const other = Array.from({ length: 64 }, (_, at) => ((at * 7 + 3) % 16).toString(16)).join('');
    const finder = createSecretFinder([
      { kind: 'token', value: SAMPLE_SECRET, search: 'substring', replacement: '' },
    ]);
    const find = (...given: Parameters<typeof finder>) => toEnd(finder(...given));
    for (const text of [other, Buffer.from(other).toString('base64'), other.split('').join(' ')])
      expect(find(text, { ordinary: true, cut: false, views: true })).toEqual([]);
  });

  it('what is not found is said in one sentence', () => {
    expect(NOT_SEARCHED).toContain('shorter than 12 characters');
  });
});

describe('limits', () => {
  const secretsWith = (over: object) => ({ ...SAMPLE_SECRETS, ...over });

  it('a token of 130 000 characters is searched within a second, and found in part', () => {
    const token =
      Array.from({ length: 130_000 }, (_, at) => ((at * 7919) % 36).toString(36)).join('') + 'Qx7';
    const start = performance.now();
    const redactor = createRedactor(secretsWith({ tokens: [token] }), SALT);
    expect(redactor.redactResponse(`a ${token} b`)).toMatch(/^a ‹token#[0-9a-f]{4}› b$/u);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('sixteen tokens of 8 000 characters are searched within seconds', () => {
    const tokens = Array.from({ length: 16 }, (_, host) =>
      Array.from({ length: 8000 }, (__, at) => ((at * (7919 + host) + at * at) % 36).toString(36)).join(''),
    );
    const start = performance.now();
    const redactor = createRedactor(secretsWith({ tokens }), SALT);
    expect(redactor.redactResponse(`x ${tokens[9]?.slice(100, 400) ?? ''} y`)).toMatch(
      /^x ‹token#[0-9a-f]{4}› y$/u,
    );
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('a password of one character and an answer full of it', () => {
    const redactor = createRedactor(secretsWith({ proxyPasswords: ['a'] }), SALT);
    expect(() => redactor.redactResponse('a"'.repeat(131_072))).not.toThrow();
  });

  it('a short password in the pair that a proxy is sent', () => {
    const pair = Buffer.from('jan:pw12').toString('base64');
    const redactor = createRedactor(secretsWith({ proxyPasswords: ['pw12'] }), SALT);
    expect(redactor.redactResponse(JSON.stringify([pair]))).not.toContain(pair.slice(4, 10));
    expect(redactor.redactResponse(`You sent ${pair} to me`)).not.toContain(pair.slice(4, 10));
    expect(redactor.redactResponse('the word pw12 alone')).toMatch(/^the word ‹proxy-password#/u);
  });

  it.each(['Summer2026!xyz', 'hunter2hunter2hunter2'])(
    'an id that is none is not shortened: %s',
    (clientId) => {
      const redactor = createRedactor(secretsWith({ clientId }), SALT);
      expect(redactor.redactResponse(`id ${clientId}`)).toMatch(/^id ‹client-id#[0-9a-f]{4}›$/u);
    },
  );

  it('a secret in the form of a tag is removed', () => {
    const redactor = createRedactor(secretsWith({ clientSecret: '‹token#abcd›' }), SALT);
    const clean = redactor.redactResponse('it was ‹token#abcd›.');
    expect(clean).toMatch(/^it was ‹client-secret#[0-9a-f]{4}›\.$/u);
    expect(redactor.redactResponse(clean)).toBe(clean);
  });
});
