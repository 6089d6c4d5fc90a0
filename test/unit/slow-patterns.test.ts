import { describe, expect, it } from 'vitest';

import { complaintsAbout, slownessOf } from '../support/process/slow-patterns.ts';

const HERE = { where: 'here:1', flags: 'u' };

describe('the analysis of regular expressions', () => {
  it.each([
    ['(a+)+$', 'exponential: a+'],
    ['^(?:a|a)*b', 'exponential'],
    ['^(?:\\w+\\s?)*$', 'exponential: \\w+'],
    ['\\s*\\n\\s*', 'polynomial: \\s*'],
    ['<title[^>]*>', 'polynomial'],
    ['^\\d+\\d+x', 'polynomial: \\d+ and \\d+'],
    ['(?:[\\\\/]|%2F)+x', 'polynomial: (?:[\\\\/]|%2F)+'],
    ['[\\w.+-]+@x', 'polynomial: [\\w.+-]+'],
    ['eyJ[\\w-]{6,}\\.', 'polynomial'],
  ])('finds %s', async (source, why) => {
    expect(await slownessOf({ source, flags: 'u' })).toEqual({ kind: 'slow', why });
  });

  it.each([
    ['<title[^>]{0,200}>'],
    ['(?<![\\w.+-])[\\w.+-]+@x'],
    ['^\\d+\\.\\d+$'],
    ['[^\\s"]+'],
    ['(?:[^"\\\\]|\\\\.)*"?'],
  ])('leaves %s alone', async (source) => {
    expect((await slownessOf({ source, flags: 'u' })).kind).not.toBe('slow');
  });

  it('is told where it is wrong, and of an excuse that nothing needs', async () => {
    const slow = { ...HERE, source: '(a+)+$' };
    const excuse = { source: slow.source, why: 'a test' };
    const told = async (...given: Parameters<typeof complaintsAbout>) =>
      (await complaintsAbout(...given)).complaints;
    expect(await told([slow], [])).toEqual(['here:1 /(a+)+$/u is exponential: a+']);
    expect(await told([slow], [excuse])).toEqual([]);
    expect(await told([], [excuse])).toEqual(['/(a+)+$/ is excused and is not slow, or not there']);
  });
});
