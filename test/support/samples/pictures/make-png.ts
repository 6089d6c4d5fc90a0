import { crc32, deflateSync } from 'node:zlib';

import { passesOf } from '../../../../src-main/capture/image/png-chunks.ts';

/** A kind of PNG: its size, the bits of a sample, the colour type of IHDR, and whether it is interlaced. */
export interface PngKind {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly isInterlaced: boolean;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A chunk with its length and checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of any kind; `fill` writes the bytes of each line, the first of which is the line's filter. */
export function makePng(
  { width, height, depth, colour, isInterlaced }: PngKind,
  fill: (line: Uint8Array, row: number) => void,
  more: readonly Buffer[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, isInterlaced ? 1 : 0], 8);
  const channels = CHANNELS[colour] ?? 1;
  const isIndexed = colour === 3;
  const lines = passesOf({ width, height, depth, channels, isIndexed, isInterlaced })
    .filter(({ columns }) => columns > 0)
    .flatMap(({ columns, rows }) =>
      Array.from({ length: rows }, () => 1 + Math.ceil((columns * channels * depth) / 8)),
    );
  const pixels = Buffer.alloc(lines.reduce((sum, length) => sum + length, 0));
  let at = 0;
  lines.forEach((length, row) => {
    fill(pixels.subarray(at, at + length), row);
    at += length;
  });
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(pixels, { level: 1 })),
    pngChunk('IEND', new Uint8Array()),
  ]);
}
