import { promisify } from 'node:util';
import { crc32, deflate, deflateSync, inflate } from 'node:zlib';

import { PNG_SIGNATURE, pngChunks, pngHeader } from './png-chunks.ts';

/** A picture made anew from its pixels: a PNG of IHDR, one IDAT and IEND, opaque RGB of eight bits, and nothing else. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The bytes of a pixel: red, green, blue. */
export const CHANNELS = 3;
const TRUE_COLOUR = 2;
/** Filter types of a line (PNG specification, section 9.2): as it is, and as its difference to the line above. */
const FILTERS = { none: 0, up: 2 } as const;

/**
 * Writes opaque RGB pixels as a PNG of IHDR, one IDAT and IEND and nothing else (PNG specification, sections 5 and 11).
 * Same pixels, same bytes. By zlib and not by a library in JavaScript, which takes many times as long for a screen.
 */
export function encodePng(rgb: Uint8Array, width: number, height: number): Uint8Array {
  return framed(deflateSync(filtered(rgb, width, height)), width, height);
}

/** The same in zlib's own thread. */
export async function packPng(rgb: Uint8Array, width: number, height: number): Promise<CleanPicture> {
  const packed = await promisify(deflate)(filtered(rgb, width, height));
  return { bytes: framed(packed, width, height), width, height };
}

/** The pixels of a clean picture. Rejects with a RangeError for any other PNG. */
export async function unpackPng({ bytes, width, height }: CleanPicture): Promise<Uint8Array> {
  const chunks = pngChunks(bytes) ?? [];
  const header = pngHeader(chunks[0]);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const isClean =
    header?.width === width && header.height === height && header.depth === 8 && header.channels === CHANNELS;
  if (!isClean || header.isInterlaced) throw new RangeError('This is no clean picture.');
  const length = width * CHANNELS;
  const size = height * (length + 1);
  const lines = await promisify(inflate)(Buffer.concat(packed), { maxOutputLength: size });
  const rgb = new Uint8Array(height * length);
  for (let row = 0; row < height; row += 1) {
    const from = row * (length + 1) + 1;
    const to = row * length;
    const filter = lines[from - 1];
    if (filter === FILTERS.none || row === 0) rgb.set(lines.subarray(from, from + length), to);
    else if (filter === FILTERS.up) {
      for (let at = 0; at < length; at += 1)
        rgb[to + at] = (lines[from + at] ?? 0) + (rgb[to - length + at] ?? 0);
    } else throw new RangeError('This is no clean picture.');
  }
  return rgb;
}

/** Each line as its difference to the one above: pages have long runs of equal lines. */
function filtered(rgb: Uint8Array, width: number, height: number): Buffer {
  const length = width * CHANNELS;
  const lines = Buffer.alloc(height * (length + 1));
  for (let row = 0; row < height; row += 1) {
    const to = row * (length + 1);
    const from = row * length;
    lines[to] = row === 0 ? FILTERS.none : FILTERS.up;
    for (let at = 0; at < length; at += 1) {
      lines[to + 1 + at] = (rgb[from + at] ?? 0) - (row === 0 ? 0 : (rgb[from - length + at] ?? 0));
    }
  }
  return lines;
}

function framed(packed: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUE_COLOUR], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
