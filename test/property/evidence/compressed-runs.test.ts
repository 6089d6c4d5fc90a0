import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeLetters, newBudget } from '../../../src-main/evidence/search/decode-runs.ts';

const FORMATS = { gzip: gzipSync, deflate: deflateSync, 'deflate without a header': deflateRawSync };
const STRATEGIES = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
  constants.Z_FIXED,
] as const;

/** So long that what stands before and behind it is told by the farthest and longest references that there are. */
const FILLER = Uint8Array.from({ length: 25_000 }, (_, at) => 0x61 + (((at * at * 31 + at * 7) >> 5) % 20));
const CONTENTS: Readonly<Record<string, (random: Uint8Array) => Uint8Array>> = {
  bytes: (random) => random,
  letters: (random) => random.map((byte) => 0x61 + (byte % 20)),
  'the same far apart': (random) => Buffer.concat([random, FILLER, random]),
};

describe('what was compressed and written in base64', () => {
  it.each(Object.entries(FORMATS))('%s: is read, whatever it holds and however it was packed', (_, pack) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 40, maxLength: 400, size: 'max' }),
        fc.constantFrom(...Object.values(CONTENTS)),
        fc.constantFrom(0, 1, 6, 9),
        fc.constantFrom(...STRATEGIES),
        (random, contentOf, level, strategy) => {
          const bytes = contentOf(random);
          const packed = pack(bytes, { level, strategy }).toString('base64');
          const texts = decodeLetters(packed, newBudget(packed.length), false).map(({ text }) => text);
          expect(texts).toContain(Buffer.from(bytes).toString('latin1'));
        },
      ),
      { numRuns: 300 },
    );
  });
});
