import { decode } from 'fast-png';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bitmapHeader, decodeBitmap } from '../../../../src-main/capture/image/decode-bmp.ts';
import { importPicture } from '../../../../src-main/capture/import-picture.ts';
import { MAX_BITMAP_BYTES } from '../../../../src-main/contract/values.ts';
import { createPictureStore } from '../../../../src-main/capture/picture-store.ts';
import { IN_THIS_THREAD } from '../../../support/samples/pictures/in-this-thread.ts';

const WIDTH = 201;
const HEIGHT = 101;

interface Kind {
  /** BITMAPINFOHEADER (40), BITMAPV4HEADER (108), BITMAPV5HEADER (124). */
  readonly header: 40 | 108 | 124;
  readonly bits: 24 | 32;
  readonly masks?: readonly [number, number, number, number];
  readonly isTopDown?: boolean;
  readonly isFile?: boolean;
  readonly alpha?: number;
  /** Bytes between the headers and the pixels that no header speaks of. */
  readonly gap?: number;
}

const colourAt = (x: number, y: number): readonly [number, number, number] => [x, y, (x * 3 + y) & 255];

/** A bitmap as Windows writes it into a file or onto the clipboard. */
function bitmap(kind: Kind): Buffer {
  const { header, bits, masks, isTopDown = false, isFile = false, alpha = 0, gap = 0 } = kind;
  const step = bits / 8;
  const line = Math.ceil((WIDTH * step) / 4) * 4;
  const info = Buffer.alloc(header + (masks !== undefined && header === 40 ? 12 : 0) + gap);
  info.writeUInt32LE(header, 0);
  info.writeInt32LE(WIDTH, 4);
  info.writeInt32LE(isTopDown ? -HEIGHT : HEIGHT, 8);
  info.writeUInt16LE(1, 12);
  info.writeUInt16LE(bits, 14);
  info.writeUInt32LE(masks === undefined ? 0 : 3, 16);
  info.writeUInt32LE(line * HEIGHT, 20);
  masks?.slice(0, header === 40 ? 3 : 4).forEach((mask, at) => info.writeUInt32LE(mask, 40 + 4 * at));
  const pixels = Buffer.alloc(line * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = (isTopDown ? y : HEIGHT - 1 - y) * line + x * step;
      const [red, green, blue] = colourAt(x, y);
      if (masks === undefined) {
        pixels.set(bits === 24 ? [blue, green, red] : [blue, green, red, alpha], at);
        continue;
      }
      [red, green, blue, alpha].forEach((value, channel) => {
        const mask = masks[channel] ?? 0;
        if (mask !== 0) pixels[at + (31 - Math.clz32(mask) - 7) / 8] = value;
      });
    }
  }
  const whole = Buffer.concat([info, pixels]);
  if (!isFile) return whole;
  const file = Buffer.alloc(14);
  file.write('BM');
  file.writeUInt32LE(14 + whole.length, 2);
  file.writeUInt32LE(14 + info.length, 10);
  return Buffer.concat([file, whole]);
}

const BGRA = [0xff0000, 0xff00, 0xff, 0xff000000] as const;
const RGBA = [0xff, 0xff00, 0xff0000, 0xff000000] as const;

describe('a bitmap of Windows', () => {
  it.each<[string, Kind]>([
    ['a file of 24 bits', { header: 40, bits: 24, isFile: true }],
    ['a file of 24 bits from top to bottom', { header: 40, bits: 24, isTopDown: true, isFile: true }],
    ['a file of 32 bits whose alpha is not used', { header: 40, bits: 32, isFile: true }],
    ['a file with a V5 header', { header: 124, bits: 32, masks: BGRA, alpha: 255, isFile: true }],
    ['CF_DIB of 24 bits', { header: 40, bits: 24 }],
    ['CF_DIB of 32 bits', { header: 40, bits: 32 }],
    ['CF_DIB with masks', { header: 40, bits: 32, masks: BGRA }],
    ['CF_DIB with masks in another order', { header: 40, bits: 32, masks: RGBA }],
    ['CF_DIBV5 of the Snipping Tool', { header: 124, bits: 32, masks: BGRA, alpha: 255 }],
    ['CF_DIBV5 that is transparent all over', { header: 124, bits: 32, masks: BGRA, alpha: 0 }],
    ['CF_DIBV5 with its masks a second time', { header: 124, bits: 32, masks: BGRA, alpha: 255, gap: 12 }],
    ['CF_DIBV5 from top to bottom', { header: 124, bits: 32, masks: BGRA, alpha: 255, isTopDown: true }],
    ['a V4 header', { header: 108, bits: 32, masks: BGRA, alpha: 255 }],
  ])('%s', async (_name, kind) => {
    const picture = await importPicture(bitmap(kind));
    expect(picture).toMatchObject({ ok: true, value: { width: WIDTH, height: HEIGHT, scale: 1 } });
    const { data } = decode(picture.ok ? picture.value.bytes : new Uint8Array());
    for (const [x, y] of [
      [0, 0],
      [200, 0],
      [0, 100],
      [200, 100],
      [77, 33],
    ] as const) {
      const at = (y * WIDTH + x) * 3;
      expect([...data.subarray(at, at + 3)]).toEqual(colourAt(x, y));
    }
  });

  it('is mixed with white where it is transparent', async () => {
    const picture = await importPicture(bitmap({ header: 124, bits: 32, masks: BGRA, alpha: 51 }));
    const { data } = decode(picture.ok ? picture.value.bytes : new Uint8Array());
    expect([...data.subarray(0, 3)]).toEqual([204, 204, 204]);
  });

  it('is taken by the store without the window’s help', async () => {
    expect(
      await createPictureStore(IN_THIS_THREAD).add(bitmap({ header: 40, bits: 32 }), 'paste'),
    ).toMatchObject({
      ok: true,
      value: { kind: 'added', picture: { width: WIDTH, height: HEIGHT } },
    });
  });

  it('is refused when it is too large or cut off', async () => {
    const whole = bitmap({ header: 40, bits: 24, isFile: true });
    expect((await importPicture(whole.subarray(0, -1))).ok).toBe(false);
    const large = Buffer.concat([whole, Buffer.alloc(MAX_BITMAP_BYTES)]);
    expect(await importPicture(large)).toMatchObject({ ok: false, failure: { code: 'not-a-picture' } });
  });

  it('never makes a header of bytes that do not hold its pixels', () => {
    const whole = bitmap({ header: 124, bits: 32, masks: BGRA });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 140 }), fc.nat({ max: 255 })), { maxLength: 6 }),
        fc.nat({ max: whole.length }),
        (changes, length) => {
          const mutant = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of changes) if (at < mutant.length) mutant[at] = value;
          const header = bitmapHeader(mutant);
          if (header === null || header.width * header.height > 1_000_000) return;
          expect(decodeBitmap(mutant, header).length).toBe(header.width * header.height * 3);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});
