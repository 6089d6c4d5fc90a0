import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

import { decodePng } from './decode-png.ts';
import { PNG_SIGNATURE, pngChunks, pngHeader } from './png-chunks.ts';

/** A picture written from its pixels alone: a PNG of IHDR, one IDAT and IEND, opaque RGB of eight bits. */
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
 * Writes opaque RGB pixels as a clean PNG (PNG specification, sections 5 and 11). Same pixels, same bytes. By zlib and not
 * by a library in JavaScript, which takes many times as long for a screen.
 */
export async function packPng(rgb: Uint8Array, width: number, height: number): Promise<CleanPicture> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUE_COLOUR], 8);
  const packed = await promisify(deflate)(filtered(rgb, width, height));
  const bytes = Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, width, height };
}

/** Returns the pixels of a clean picture. Rejects with a RangeError for any other PNG. */
export async function unpackPng(picture: CleanPicture): Promise<Uint8Array> {
  const chunks = pngChunks(picture.bytes) ?? [];
  const header = pngHeader(chunks[0]);
  const isClean =
    header?.width === picture.width &&
    header.height === picture.height &&
    header.depth === 8 &&
    header.channels === CHANNELS;
  const rgb = isClean ? await decodePng(header, chunks, header) : null;
  if (rgb === null) throw new RangeError('This is no clean picture.');
  return rgb;
}

/** Each line as its difference to the one above: pages have long runs of equal lines. */
function filtered(rgb: Uint8Array, width: number, height: number): Buffer {
  const length = width * CHANNELS;
  const lines = Buffer.alloc(height * (length + 1));
  lines[0] = FILTERS.none;
  lines.set(rgb.subarray(0, length), 1);
  for (let row = 1; row < height; row += 1) {
    const to = row * (length + 1);
    const from = row * length;
    lines[to] = FILTERS.up;
    for (let at = from; at < from + length; at += 1)
      lines[to + 1 + at - from] = (rgb[at] ?? 0) - (rgb[at - length] ?? 0);
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
