import { crc32, deflateSync } from 'node:zlib';

import { PNG_SIGNATURE } from './png-chunks.ts';

/** The bytes of a pixel: red, green, blue. */
const CHANNELS = 3;
const TRUE_COLOUR = 2;

/**
 * Writes opaque RGB pixels as a PNG of IHDR, one IDAT and IEND and nothing else (PNG specification, sections 5 and 11).
 * Same pixels, same bytes. By zlib and not by a library in JavaScript, which takes many times as long for a screen.
 */
export function encodePng(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUE_COLOUR], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered(rgb, width, height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each line as its difference to the one above (filter type 2): pages have long runs of equal lines. */
function filtered(rgb: Uint8Array, width: number, height: number): Buffer {
  const length = width * CHANNELS;
  const lines = Buffer.alloc(height * (length + 1));
  for (let row = 0; row < height; row += 1) {
    const to = row * (length + 1);
    const from = row * length;
    lines[to] = row === 0 ? 0 : 2;
    for (let at = 0; at < length; at += 1) {
      lines[to + 1 + at] = (rgb[from + at] ?? 0) - (row === 0 ? 0 : (rgb[from - length + at] ?? 0));
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
