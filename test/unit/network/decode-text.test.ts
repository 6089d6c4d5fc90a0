import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../src-main/network/decode-text.ts';

const utf16 = Buffer.from('\uFEFF{"error":"é"}', 'utf16le');

describe('decodeText', () => {
  it.each([
    ['empty', Buffer.alloc(0), null, { looksLike: 'empty', text: '' }],
    [
      'a zip, whatever is said of it',
      Buffer.from('PK\u0003\u0004x'),
      'text/html',
      { looksLike: 'zip', text: null },
    ],
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

  it('takes any bytes under any name', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), fc.boolean(), (bytes, contentType, isWhole) => {
        const { text, looksLike } = decodeText(bytes, contentType, isWhole);
        expect(text === null).toBe(looksLike === 'zip' || looksLike === 'binary');
      }),
    );
  });
});
