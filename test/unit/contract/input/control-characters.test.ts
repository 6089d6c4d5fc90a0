import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeControlCharacters } from '../../../../src-main/contract/input/control-characters.ts';

describe('what cannot be seen', () => {
  it.each([
    ['the direction turned', 'exe.\u202egnp', 'exe.\\u202egnp'],
    ['an isolate', '\u2066a\u2069', '\\u2066a\\u2069'],
    ['the mark of Arabic letters', '\u061c', '\\u061c'],
    ['a width of nothing', 'a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['a tag in a plane of its own', '\u{e0041}', '\\udb40\\udc41'],
    ['a filler without a shape', '\u3164\u115f', '\\u3164\\u115f'],
    ['a command to a terminal', '\u001b[2J\u009b0m', '\\u001b[2J\\u009b0m'],
    ['a line that is written over', 'good\rbad', 'good\\u000dbad'],
    ['a line end of its own', 'a\u2028b\u0085', 'a\\u2028b\\u0085'],
    ['half of a character', '\ud83d!', '\\ud83d!'],
    ['a joiner that joins nothing', 'a\u200db\ufe0f', 'a\\u200db\\ufe0f'],
  ])('is shown as an escape: %s', (_name, text, shown) => {
    expect(escapeControlCharacters(text)).toBe(shown);
  });

  it.each([['Grüße, 日本, שלום, naïve\n\tx'], ['👨‍👩‍👧 ❤️ 👍🏽'], ['‹token#12ab› “” – …']])(
    'leaves what can be seen: %s',
    (text) => {
      expect(escapeControlCharacters(text)).toBe(text);
    },
  );

  it('is nowhere afterwards, and JSON stays the same JSON', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anything, (text) => {
        const shown = escapeControlCharacters(text);
        // oxlint-disable-next-line no-control-regex
        expect(shown).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
        );
        expect(escapeControlCharacters(shown)).toBe(shown);
        expect(JSON.parse(escapeControlCharacters(JSON.stringify({ text })))).toEqual({ text });
      }),
      { seed: 20_260_301, numRuns: 500 },
    );
  });
});
