import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import type { DecodedPng } from 'fast-png';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodePng } from '../../../../src-main/capture/image/decode-png.ts';
import { pngChunks, pngHeader } from '../../../../src-main/capture/image/png-chunks.ts';
import { makePng, pngChunk } from '../../../support/samples/pictures/make-png.ts';

const KINDS = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
] as const;

const anyKind = fc
  .constantFrom(...KINDS.flatMap(([colour, depths]) => depths.map((depth) => ({ colour, depth }))))
  .chain((kind) =>
    fc.record({
      colour: fc.constant(kind.colour),
      depth: fc.constant<number>(kind.depth),
      width: fc.integer({ min: 1, max: 21 }),
      height: fc.integer({ min: 1, max: 21 }),
      isInterlaced: fc.boolean(),
      seed: fc.uint8Array({ minLength: 64, maxLength: 64 }),
      isTransparent: fc.boolean(),
    }),
  );

type AnyKind = typeof anyKind extends fc.Arbitrary<infer Kind> ? Kind : never;

function pngOf(kind: AnyKind): Buffer {
  const { colour, depth, seed } = kind;
  let next = 0;
  const byte = (): number => {
    next += 1;
    return (seed[next % seed.length] ?? 0) ^ ((next * 31) & 255);
  };
  const more: Buffer[] = [];
  if (colour === 3) more.push(pngChunk('PLTE', Uint8Array.from({ length: 3 * 2 ** depth }, byte)));
  if (kind.isTransparent && (colour === 0 || colour === 2)) {
    const length = colour === 0 ? 2 : 6;
    more.push(
      pngChunk(
        'tRNS',
        Uint8Array.from({ length }, (_, at) => (at % 2 === 0 ? 0 : byte() & (2 ** depth - 1))),
      ),
    );
  }
  if (kind.isTransparent && colour === 3)
    more.push(pngChunk('tRNS', Uint8Array.from({ length: 2 ** depth - 1 }, byte)));
  return makePng(
    kind,
    (line) => {
      for (let at = 0; at < line.length; at += 1) line[at] = byte();
      line[0] = (line[0] ?? 0) % 5;
    },
    more,
  );
}

const WHITE = 255;

/**
 * The pixels of a decoded PNG of any kind as opaque 8-bit RGB on white: what a transparent pixel hides is gone.
 * Throws a RangeError if the picture names a colour that its palette has not.
 */
function flatten(picture: DecodedPng, isIndexed: boolean): Uint8Array {
  const { width, height, channels } = picture;
  const rgb = new Uint8Array(width * height * 3);
  const samples = unpackSamples(picture);
  const most = 2 ** picture.depth - 1;
  // Kept apart from the palette, since a tRNS of an indexed picture lists alphas and not a colour.
  const clear = isIndexed ? null : (picture.transparency ?? null);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels;
    let colour: readonly [number, number, number];
    let alpha = 1;
    const first = samples[at] ?? 0;
    if (isIndexed) {
      colour = paletteColour(picture, first);
      // fast-png puts tRNS of a palette into the palette's colours.
      alpha = (picture.palette?.[first]?.[3] ?? WHITE) / WHITE;
    } else {
      const isGrey = channels < 3;
      const raw: readonly [number, number, number] = isGrey
        ? [first, first, first]
        : [first, samples[at + 1] ?? 0, samples[at + 2] ?? 0];
      if (channels === 2 || channels === 4) alpha = (samples[at + channels - 1] ?? most) / most;
      else if (clear !== null && isClear(raw, clear, isGrey)) alpha = 0;
      colour = [(raw[0] * WHITE) / most, (raw[1] * WHITE) / most, (raw[2] * WHITE) / most];
    }
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[pixel * 3 + channel] = Math.round((colour[channel] ?? 0) * alpha + WHITE * (1 - alpha));
    }
  }
  return rgb;
}

function paletteColour(picture: DecodedPng, index: number): readonly [number, number, number] {
  const [red, green, blue] = picture.palette?.[index] ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new RangeError('No such colour.');
  return [red, green, blue];
}

function isClear(raw: readonly number[], clear: ArrayLike<number>, isGrey: boolean): boolean {
  return isGrey ? raw[0] === clear[0] : raw.every((value, channel) => value === clear[channel]);
}

/** One number a sample; pictures of 1, 2 and 4 bits pack several into a byte, each line beginning a new byte. */
function unpackSamples({ data, width, height, depth, channels }: DecodedPng): ArrayLike<number> {
  if (depth >= 8) return data;
  const perLine = width * channels;
  const bytesPerLine = Math.ceil((perLine * depth) / 8);
  const samples = new Uint8Array(perLine * height);
  const mask = 2 ** depth - 1;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < perLine; column += 1) {
      const bit = column * depth;
      const byte = data[row * bytesPerLine + (bit >> 3)] ?? 0;
      samples[row * perLine + column] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}

async function decoded(png: Uint8Array, to?: { width: number; height: number }): Promise<Uint8Array | null> {
  const chunks = pngChunks(png) ?? [];
  const header = pngHeader(chunks[0]);
  return header === null ? null : decodePng(header, chunks, to ?? header);
}

/** A comparison that shows what differs takes far longer than the decoding. */
function expectSamePixels(found: Uint8Array | null, expected: Uint8Array): void {
  if (found === null || Buffer.compare(found, expected) !== 0) expect(found).toEqual(expected);
}

describe('decodePng', () => {
  it('gives the pixels that another decoder gives, for every kind of PNG', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, async (kind) => {
        // The other decoder does not undo the interlacing of pixels that share a byte.
        fc.pre(!kind.isInterlaced || kind.depth >= 8);
        const png = pngOf(kind);
        const expected = flatten(decode(png, { checkCrc: true }), kind.colour === 3);
        expectSamePixels(await decoded(png), expected);
      }),
      { numRuns: 600, seed: 1 },
    );
  });

  it('gives the pixels that a third decoder gives, also of interlaced ones with several pixels to a byte', async () => {
    const opaque = anyKind.map((kind) => ({ ...kind, isTransparent: false }));
    await fc.assert(
      fc.asyncProperty(opaque, async (kind) => {
        fc.pre(kind.depth < 8);
        const png = pngOf(kind);
        const { width, height } = kind;
        const image = `<image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${png.toString('base64')}"/>`;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
        const { pixels } = new Resvg(svg).render();
        expectSamePixels(await decoded(png), Uint8Array.from(pixels.filter((_, at) => at % 4 !== 3)));
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  const small = { width: 6, height: 4, depth: 8, colour: 0, isInterlaced: false };

  it('gives the mean of the pixels when it makes a picture smaller', async () => {
    const png = makePng(small, (line, row) =>
      line.set([0, 10, 20, 30, 40, 50, 60].map((value) => value && value + 4 * row)),
    );
    const rgb = await decoded(png, { width: 3, height: 2 });
    expect(rgb?.filter((_, at) => at % 3 === 0)).toEqual(Uint8Array.from([17, 37, 57, 25, 45, 65]));
  });

  it('shows nothing of a colour that its palette makes transparent', async () => {
    const palette = [
      pngChunk('PLTE', Uint8Array.of(10, 20, 30, 40, 50, 60)),
      pngChunk('tRNS', Uint8Array.of(0)),
    ];
    const png = makePng({ ...small, colour: 3 }, (line, row) => line.fill(row % 2, 1), palette);
    const rgb = await decoded(png);
    expect(rgb?.subarray(0, 3)).toEqual(Uint8Array.of(255, 255, 255));
    expect(rgb?.subarray(18, 21)).toEqual(Uint8Array.of(40, 50, 60));
  });

  it('refuses a filter that there is not, and a colour that the palette has not', async () => {
    expect(await decoded(makePng(small, (line) => line.fill(9, 0, 1)))).toBeNull();
    const palette = [pngChunk('PLTE', Uint8Array.of(1, 2, 3, 4, 5, 6))];
    const indexed = { ...small, colour: 3 };
    expect(await decoded(makePng(indexed, (line) => line.fill(1, 1), palette))).not.toBeNull();
    expect(await decoded(makePng(indexed, (line) => line.fill(2, 1), palette))).toBeNull();
  });
});
