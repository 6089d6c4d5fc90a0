import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../../src-main/network/body/decode-text.ts';

const emptyZip = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
/** Begins as a zip does, and ends with a record whose comment has this length. */
function zipLike(middle: number, comment: number, told = comment): Buffer {
  const record = Buffer.from(emptyZip);
  record.writeUInt16LE(told, 20);
  return Buffer.concat([
    Buffer.from('PK\u0003\u0004', 'latin1'),
    Buffer.alloc(middle, 'PK'),
    record,
    Buffer.alloc(comment, ' '),
  ]);
}
const beyond = zipLike(10, 0);
beyond.writeUInt32LE(9_000, beyond.length - 6);

const utf16 = Buffer.from('\uFEFF{"error":"é"}', 'utf16le');

describe('decodeText', () => {
  it.each([
    ['empty', Buffer.alloc(0), null, { looksLike: 'empty', text: '' }],
    ['a zip, whatever is said of it', zipLike(100, 0), 'text/html', { looksLike: 'zip', text: null }],
    ['an empty zip', emptyZip, null, { looksLike: 'zip' }],
    ['a zip with the longest comment', zipLike(9, 65_535), null, { looksLike: 'zip' }],
    [
      'no zip: its start alone',
      Buffer.from('PK\u0003\u0004<html>blocked'),
      null,
      { looksLike: 'binary', text: null },
    ],
    ['no zip: bytes behind its end', zipLike(9, 3, 2), null, { looksLike: 'binary' }],
    ['no zip: a comment that is cut', zipLike(9, 3, 4), null, { looksLike: 'binary' }],
    ['no zip: a list of files beyond its end', beyond, null, { looksLike: 'binary' }],
    ['JSON under another name', Buffer.from(' {"a":1}'), 'text/plain', { looksLike: 'json' }],
    ['a bare JSON value', Buffer.from('true'), null, { looksLike: 'json' }],
    ['a page', Buffer.from('\n<!DOCTYPE html><p>'), 'application/json', { looksLike: 'html' }],
    ['a page without a doctype', Buffer.from('<HTML><HEAD>'), null, { looksLike: 'html' }],
    ['text', Buffer.from('Wrong request syntax.'), null, { looksLike: 'text', charset: 'utf-8' }],
    ['blanks are not nothing', Buffer.from('  \n'), null, { looksLike: 'text' }],
    ['UTF-16 by its mark', utf16, null, { looksLike: 'json', charset: 'utf-16le', text: '{"error":"é"}' }],
    ['UTF-16 the other way', Buffer.from(utf16).swap16(), null, { looksLike: 'json', charset: 'utf-16be' }],
    ['latin-1 as told', Buffer.from('é', 'latin1'), 'text/plain; charset=ISO-8859-1', { text: 'é' }],
    ['latin-1 untold', Buffer.from('été', 'latin1'), null, { text: 'été', charset: 'windows-1252' }],
    ['an unknown charset', Buffer.from('é'), 'text/plain; charset=nonsense', { text: 'é', charset: 'utf-8' }],
    ['bytes that are no text', Buffer.from([0, 1, 2, 3, 255]), null, { looksLike: 'binary', text: null }],
  ] as const)('%s', (_name, bytes, contentType, expected) => {
    expect(decodeText(bytes, contentType, true)).toMatchObject(expected);
  });

  it('does not stumble over a character that is cut in two', () => {
    expect(decodeText(Buffer.from('aé').subarray(0, 2), null, false)).toMatchObject({
      text: 'a',
      charset: 'utf-8',
    });
  });

  it('takes a zip whose end is not there for binary', () => {
    expect(decodeText(zipLike(9, 0), null, false).looksLike).toBe('binary');
    const end = { bytes: emptyZip, length: 9_000_000 };
    expect(decodeText(zipLike(9, 0).subarray(0, 8), null, false, end).looksLike).toBe('zip');
    expect(decodeText(zipLike(9, 0), null, true, null).looksLike).toBe('binary');
  });

  it.each(['[', '{"a":', '"', '[1,', ';charset=', 'PK\u0003\u0004PK\u0005\u0006'])(
    'reads 512 KiB of %j in a moment',
    (unit) => {
      const bytes = Buffer.from(unit.repeat(Math.ceil((512 * 1024) / unit.length)));
      const startedAt = performance.now();
      expect(decodeText(bytes, bytes.toString(), true).looksLike).toMatch(/text|binary/u);
      expect(performance.now() - startedAt).toBeLessThan(2000);
    },
  );

  it('takes any bytes under any name', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), fc.boolean(), (bytes, contentType, isWhole) => {
        const { text, looksLike } = decodeText(bytes, contentType, isWhole);
        expect(text === null).toBe(looksLike === 'zip' || looksLike === 'binary');
      }),
    );
  });
});
