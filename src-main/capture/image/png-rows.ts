import type { PngChunk, PngHeader } from './png-chunks.ts';

/** Turns one unfiltered line of a PNG into opaque 8-bit RGB on white. */
export type LineToRgb = (line: Uint8Array, width: number, rgb: Uint8Array) => void;

/** Returns the function for this picture's lines. It throws a RangeError for a colour that the palette does not have. */
export function lineToRgb({ depth, channels, isIndexed }: PngHeader, chunks: readonly PngChunk[]): LineToRgb {
  const dataOf = (name: string): Uint8Array | undefined => chunks.find(({ type }) => type === name)?.data;
  const transparency = dataOf('tRNS') ?? new Uint8Array();
  if (isIndexed) return indexedToRgb(depth, dataOf('PLTE') ?? new Uint8Array(), transparency);

  const max = 2 ** depth - 1;
  const isGrey = channels < 3;
  const hasAlpha = channels % 2 === 0;
  const clear = hasAlpha ? null : clearColour(transparency, isGrey);
  if (depth === 8 && channels === 3 && clear === null)
    return (line, width, rgb) => rgb.set(line.subarray(0, width * 3));
  if (depth === 8 && channels === 4) return colourAndAlphaToRgb;
  return (line, width, rgb) => {
    for (let pixel = 0; pixel < width; pixel += 1) {
      const at = pixel * channels;
      const red = sampleAt(line, at, depth);
      const green = isGrey ? red : sampleAt(line, at + 1, depth);
      const blue = isGrey ? red : sampleAt(line, at + 2, depth);
      const isClear = clear !== null && red === clear[0] && green === clear[1] && blue === clear[2];
      const alpha = hasAlpha ? sampleAt(line, at + channels - 1, depth) : isClear ? 0 : max;
      rgb[pixel * 3] = onWhite(red, alpha, max);
      rgb[pixel * 3 + 1] = onWhite(green, alpha, max);
      rgb[pixel * 3 + 2] = onWhite(blue, alpha, max);
    }
  };
}

/** What a screenshot is: nearly all of its pixels are opaque, and an opaque one is only copied. */
function colourAndAlphaToRgb(line: Uint8Array, width: number, rgb: Uint8Array): void {
  for (let pixel = 0; pixel < width; pixel += 1) {
    const from = pixel * 4;
    const to = pixel * 3;
    const alpha = line[from + 3] ?? 0;
    const red = line[from] ?? 0;
    const green = line[from + 1] ?? 0;
    const blue = line[from + 2] ?? 0;
    const isOpaque = alpha === 255;
    rgb[to] = isOpaque ? red : onWhite(red, alpha);
    rgb[to + 1] = isOpaque ? green : onWhite(green, alpha);
    rgb[to + 2] = isOpaque ? blue : onWhite(blue, alpha);
  }
}

function indexedToRgb(depth: number, palette: Uint8Array, alphas: Uint8Array): LineToRgb {
  const count = Math.floor(palette.length / 3);
  const colours = palette.map((value, at) => onWhite(value, alphas[Math.floor(at / 3)] ?? 255));
  return (line, width, rgb) => {
    for (let pixel = 0; pixel < width; pixel += 1) {
      const index = sampleAt(line, pixel, depth);
      if (index >= count) throw new RangeError('No such colour.');
      for (let channel = 0; channel < 3; channel += 1)
        rgb[pixel * 3 + channel] = colours[index * 3 + channel] ?? 0;
    }
  };
}

/** The 8-bit value of a sample mixed with white, so that nothing hides in transparent pixels. */
export function onWhite(value: number, alpha: number, max = 255): number {
  return Math.round((255 * (value * alpha + max * (max - alpha))) / (max * max));
}

/** The one transparent colour of tRNS, two bytes a sample; null when the chunk is missing or too short. */
function clearColour(data: Uint8Array, isGrey: boolean): readonly number[] | null {
  if (data.length < (isGrey ? 2 : 6)) return null;
  return [0, 1, 2].map((channel) => sampleAt(data, isGrey ? 0 : channel, 16));
}

/** A sample of a line; several samples of 1, 2 and 4 bits share a byte, the leftmost in its high bits. */
function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0;
  if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
