/**
 * `npm run splash`: draws assets/splash.svg and writes it as assets/splash.bmp, which NSIS shows while the portable
 * program unpacks. To be run by hand when the drawing changes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

import { REPOSITORY } from '../../../test/support/electron-runtime/places.ts';

const HEADER_BYTES = 54;

/**
 * RGBA pixels as a Windows bitmap with 24 bits a pixel and no compression (BITMAPINFOHEADER, learn.microsoft.com): rows
 * from the bottom up, blue first, each row filled up to four bytes.
 */
function bitmap(rgba: Uint8Array, width: number, height: number): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(HEADER_BYTES + rowBytes * height);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(HEADER_BYTES, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(rowBytes * height, 34);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((height - 1 - y) * width + x) * 4;
      const to = HEADER_BYTES + y * rowBytes + x * 3;
      for (let part = 0; part < 3; part += 1) file[to + part] = rgba[from + 2 - part] ?? 0;
    }
  }
  return file;
}

const drawing = readFileSync(join(REPOSITORY, 'assets/splash.svg'));
const font = { defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
const { pixels, width, height } = new Resvg(drawing, { font }).render();
writeFileSync(join(REPOSITORY, 'assets/splash.bmp'), bitmap(pixels, width, height));
