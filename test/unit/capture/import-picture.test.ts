import { deflateSync } from 'node:zlib';

import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';

import { importPicture } from '../../../src-main/capture/import-picture.ts';
import { checkPicture } from '../../../src-main/evidence/gate/check-picture.ts';

const WIDTH = 240;
const HEIGHT = 120;

/** Red and blue halves, so that a pixel in the wrong place shows. */
function pixels(channels: 3 | 4, alpha = 255): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT * channels);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel += 1) {
    const isLeft = pixel % WIDTH < WIDTH / 2;
    data.set(isLeft ? [255, 0, 0] : [0, 0, 255], pixel * channels);
    if (channels === 4) data[pixel * channels + 3] = alpha;
  }
  return data;
}

const rgb = (): Buffer =>
  Buffer.from(encode({ width: WIDTH, height: HEIGHT, data: pixels(3), depth: 8, channels: 3 }));

const CRC_TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return framed;
}

function header(width: number, height: number, depth: number, colour: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour], 8);
  return chunk('IHDR', data);
}

const SIGNATURE = rgb().subarray(0, 8);
const END = chunk('IEND', new Uint8Array());
/** `extra` behind IHDR of the sample picture. */
const withChunk = (extra: Buffer): Buffer =>
  Buffer.concat([rgb().subarray(0, 33), extra, rgb().subarray(33)]);

function typesOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const types: string[] = [];
  for (let at = 8; at < buffer.length; at += 12 + buffer.readUInt32BE(at))
    types.push(buffer.toString('latin1', at + 4, at + 8));
  return types;
}

async function clean(bytes: Uint8Array): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const picture = await importPicture(bytes);
  if (!picture.ok) throw new Error(picture.failure.message);
  return picture.value;
}

function colourAt(bytes: Uint8Array, column: number): number[] {
  const { data, channels } = decode(bytes);
  return Array.from(data.slice(column * channels, column * channels + 3));
}

describe('importPicture', () => {
  it('keeps the pixels and nothing beside IHDR, IDAT and IEND', async () => {
    const picture = await clean(rgb());
    expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(new Set(typesOf(picture.bytes))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
    expect(colourAt(picture.bytes, 0)).toEqual([255, 0, 0]);
    expect(colourAt(picture.bytes, WIDTH - 1)).toEqual([0, 0, 255]);
    expect(checkPicture(Buffer.from(picture.bytes))).toEqual([]);
  });

  it.each(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'iCCP', 'tIME', 'caNv', 'vpAg'])(
    'drops a chunk %s and its text',
    async (type) => {
      const dirty = withChunk(chunk(type, Buffer.from('Author\0jan.sample@acme.example')));
      const { bytes } = await clean(dirty);
      expect(Buffer.from(bytes).includes('jan.sample')).toBe(false);
      expect(bytes).toEqual((await clean(rgb())).bytes);
      expect(checkPicture(dirty)).not.toEqual([]);
    },
  );

  it('drops what follows the picture, and the gate would have found it', async () => {
    const dirty = Buffer.concat([rgb(), Buffer.from('PK hidden archive')]);
    expect((await clean(dirty)).bytes).toEqual((await clean(rgb())).bytes);
    expect(checkPicture(dirty)).toEqual(['follows']);
  });

  it('shows nothing of what a transparent pixel hides', async () => {
    const data = pixels(4, 0);
    data[3] = 255;
    const hidden = encode({ width: WIDTH, height: HEIGHT, data, depth: 8, channels: 4 });
    const { bytes } = await clean(hidden);
    expect(colourAt(bytes, 0)).toEqual([255, 0, 0]);
    expect(colourAt(bytes, 5)).toEqual([255, 255, 255]);
  });

  it('reads a palette picture of one bit a pixel', async () => {
    const line = Buffer.alloc(1 + WIDTH / 8);
    line.fill(0xff, 1, 1 + WIDTH / 16);
    const picture = Buffer.concat([
      SIGNATURE,
      header(WIDTH, HEIGHT, 1, 3),
      chunk('PLTE', Uint8Array.of(1, 2, 3, 200, 100, 50)),
      chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: HEIGHT }, () => line)))),
      END,
    ]);
    const { bytes } = await clean(picture);
    expect(colourAt(bytes, 0)).toEqual([200, 100, 50]);
    expect(colourAt(bytes, WIDTH - 1)).toEqual([1, 2, 3]);
  });

  it('gives the same bytes for the same picture', async () => {
    expect((await clean(rgb())).bytes).toEqual((await clean(rgb())).bytes);
  });

  const flipped = rgb();
  flipped.writeUInt8(flipped.readUInt8(60) ^ 0xff, 60);
  it.each([
    ['empty', new Uint8Array(), /^We can't open this file as an image/u],
    [
      'a JPEG',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(40)]),
      /^We can't open this file as an image/u,
    ],
    [
      'a text called .png',
      Buffer.from('this is only text, whatever its name'),
      /^We can't open this file as an image/u,
    ],
    ['cut off', rgb().subarray(0, -20), /damaged/u],
    ['the signature alone', SIGNATURE, /^We can't open this file as an image/u],
    ['damaged in its pixels', flipped, /damaged/u],
    ['with a second header', withChunk(header(20_000, 20_000, 16, 6)), /damaged/u],
    [
      'with a huge header',
      Buffer.concat([SIGNATURE, header(60_000, 60_000, 8, 2), END]),
      /100 million pixels/u,
    ],
    [
      'with fewer pixels than it promises',
      Buffer.concat([
        SIGNATURE,
        header(WIDTH, HEIGHT, 8, 2),
        chunk('IDAT', deflateSync(Buffer.alloc(10))),
        END,
      ]),
      /damaged/u,
    ],
    [
      'a bomb',
      Buffer.concat([
        SIGNATURE,
        header(WIDTH, HEIGHT, 8, 2),
        chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))),
        END,
      ]),
      /damaged/u,
    ],
    ['animated', withChunk(chunk('acTL', Buffer.alloc(8))), /animated/u],
    ['larger than 30 MB', Buffer.concat([rgb(), Buffer.alloc(31 * 1024 * 1024)]), /larger than 30 MB/u],
    [
      'tiny',
      Buffer.from(encode({ width: 20, height: 20, data: new Uint8Array(1200), depth: 8, channels: 3 })),
      /too small/u,
    ],
    [
      'of one colour',
      Buffer.from(
        encode({
          width: WIDTH,
          height: HEIGHT,
          data: new Uint8Array(WIDTH * HEIGHT * 3).fill(7),
          depth: 8,
          channels: 3,
        }),
      ),
      /all one color.*had probably not loaded/u,
    ],
  ])('refuses a picture that is %s, with a sentence', async (_, bytes, words) => {
    expect(await importPicture(bytes)).toMatchObject({
      ok: false,
      failure: { code: 'not-a-picture', message: expect.stringMatching(words) },
    });
  });
});
