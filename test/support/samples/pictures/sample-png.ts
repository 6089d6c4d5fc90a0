import { encode } from 'fast-png';

/** A PNG in which every pixel has a colour of its own, as far as there are colours. */
export function samplePng(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    data.set([pixel & 255, (pixel >> 8) & 255, 200 - ((pixel >> 4) & 127)], pixel * 3);
  }
  return encode({ width, height, data, depth: 8, channels: 3 });
}
