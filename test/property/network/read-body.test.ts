import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBody } from '../../../src-main/network/body/read-body.ts';

const COMPRESS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  identity: (bytes) => bytes,
};
const LIMIT_MS = 5000;

/** Yields the bytes in pieces of these sizes, with a turn of the event loop after each that is told to pause. */
async function* inPieces(
  bytes: Uint8Array,
  pieces: readonly { readonly size: number; readonly pauses: number }[],
  pausesAtEnd: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const { size, pauses } of pieces) {
    if (at >= bytes.length) break;
    yield bytes.subarray(at, at + size);
    at += size;
    for (let turn = 0; turn < pauses; turn += 1) await nextTurn();
  }
  if (at < bytes.length) yield bytes.subarray(at);
  for (let turn = 0; turn < pausesAtEnd; turn += 1) await nextTurn();
}

async function readInTime(
  stream: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
  keepBytes = 1000,
) {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`readBody did not end: ${contentEncoding}`)), LIMIT_MS);
  });
  try {
    return await Promise.race([readBody(stream, { contentEncoding, contentType: null, keepBytes }), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function compressed(bytes: Uint8Array, codings: readonly string[], behind = new Uint8Array()): Uint8Array {
  return codings.reduce(
    (inner, coding) => COMPRESS[coding]?.(Buffer.concat([inner, behind])) ?? inner,
    bytes,
  );
}

const pieces = fc.array(
  fc.record({ size: fc.integer({ min: 0, max: 40 }), pauses: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 30 },
);

describe('readBody ends', () => {
  const pairs = ['gzip', 'deflate', 'br'].flatMap((outer) =>
    ['gzip', 'deflate', 'br'].map((inner) => [inner, outer] as const),
  );
  it.each(pairs)('with bytes behind the end of %s, %s', async (inner, outer) => {
    const sent = Buffer.concat([compressed(Buffer.from('{"a":1}'), [inner, outer]), Buffer.from('x')]);
    const stream = inPieces(sent, [{ size: sent.length, pauses: 20 }], 20);
    const { body, error } = await readInTime(stream, `${inner}, ${outer}`);
    expect(error).toBeNull();
    expect(body).toMatchObject({ text: '{"a":1}', looksLike: 'json', problem: null, wireBytes: sent.length });
  });

  it.each(['gzip', 'deflate', 'br'])(
    'and takes what stands behind the end of %s for nothing',
    async (coding) => {
      const garbage = fc.uint8Array({ maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(garbage, pieces, async (behind, split) => {
          const sent = Buffer.concat([compressed(Buffer.from('{"a":1}'), [coding]), behind]);
          const { body } = await readInTime(inPieces(sent, split, 2), coding);
          expect(body).toMatchObject({ text: '{"a":1}', problem: null });
        }),
        { numRuns: 150, seed: 7 },
      );
    },
  );

  it('with zstd, which some boxes on the way send unasked', async () => {
    const sent = compressed(Buffer.from('{"a":1}'), ['zstd']);
    const { body } = await readInTime(inPieces(sent, [{ size: 3, pauses: 1 }], 0), 'zstd');
    expect(body).toMatchObject({ text: '{"a":1}', problem: null });
  });

  it.each(pairs)('with bytes behind the end of %s inside of %s', async (inner, outer) => {
    const middle = Buffer.concat([compressed(Buffer.from('{"a":1}'), [inner]), randomBytes(1_000_000)]);
    const sent = compressed(middle, [outer]);
    const { body } = await readInTime(inPieces(sent, [{ size: 40, pauses: 5 }], 5), `${inner}, ${outer}`);
    expect(body).toMatchObject({ text: '{"a":1}', problem: null });
  });

  it('whatever the bytes, the codings, the split and the pauses', async () => {
    const coding = fc.constantFrom(
      'gzip',
      'deflate',
      'br',
      'x-gzip',
      'zstd',
      'identity',
      'nonsense',
      '',
      'GZIP ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(coding, { maxLength: 12 }),
        fc.array(coding, { maxLength: 3 }),
        fc.constantFrom('whole', 'truncated', 'trailing', 'inner', 'raw'),
        fc.uint8Array({ maxLength: 40 }),
        pieces,
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(10, 1000),
        async (bytes, told, applied, kind, behind, split, pausesAtEnd, keepBytes) => {
          const isHonest = kind === 'whole' || kind === 'trailing' || kind === 'inner';
          const inner =
            kind === 'raw'
              ? bytes
              : compressed(bytes, isHonest ? told : applied, kind === 'inner' ? behind : undefined);
          const sent =
            kind === 'trailing'
              ? Buffer.concat([inner, behind])
              : kind === 'truncated'
                ? inner.subarray(0, Math.floor(inner.length / 2))
                : inner;
          const { body, error } = await readInTime(
            inPieces(sent, split, pausesAtEnd),
            told.join(', '),
            keepBytes,
          );
          expect(error).toBeNull();
          expect(body.wireBytes).toBe(sent.length);
          expect(body.keptBytes).toBeLessThanOrEqual(keepBytes);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  }, 60_000);

  it('when the stream breaks at any place, with what had come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('gzip', 'br', 'deflate, gzip', ''), pieces, async (told, split) => {
        const sent = compressed(Buffer.alloc(300, 'Xray '), told.split(', '));
        const broken = async function* (): AsyncGenerator<Uint8Array> {
          yield* inPieces(sent, split, 1);
          throw new Error('reset');
        };
        const { body, error } = await readInTime(broken(), told);
        expect(error).toBeInstanceOf(Error);
        expect(body.problem).toBeNull();
      }),
      { numRuns: 100, seed: 13 },
    );
  });
});
