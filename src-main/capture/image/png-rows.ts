import type { PngChunk, PngHeader } from './png-chunks.ts';

const WHITE = 255;

/** Turns one unfiltered line of a PNG into opaque 8-bit RGB on white: what a transparent pixel hides is gone. */
export type LineToRgb = (line: Uint8Array, width: number, rgb: Uint8Array) => void;

/**
 * Returns the function for the lines of such a picture. It throws a RangeError when a line names a colour that the
 * palette does not have.
 */
export function lineToRgb(header: PngHeader, chunks: readonly PngChunk[]): LineToRgb {
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data ?? null;
  if (header.isIndexed) {
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? new Uint8Array();
    return indexed(header, paletteOnWhite(palette, transparency));
  }
  const { depth, channels } = header;
  if (depth === 8 && channels === 4) return rgbaOfEightBits;
  if (depth === 8 && channels === 3 && transparency === null) {
    return (line, width, rgb) => rgb.set(line.subarray(0, width * 3));
  }
  return anyDepth(header, transparency);
}

function rgbaOfEightBits(line: Uint8Array, width: number, rgb: Uint8Array): void {
  for (let pixel = 0; pixel < width; pixel += 1) {
    const from = pixel * 4;
    const to = pixel * 3;
    const alpha = line[from + 3] ?? WHITE;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = line[from + channel] ?? 0;
      rgb[to + channel] =
        alpha === WHITE ? value : Math.round((value * alpha + WHITE * (WHITE - alpha)) / WHITE);
    }
  }
}

/** The colours of a palette, three bytes each, mixed with white as far as tRNS makes them transparent. */
function paletteOnWhite(palette: Uint8Array, alphas: Uint8Array | null): Uint8Array {
  return palette.map((value, at) => {
    const alpha = alphas?.[Math.floor(at / 3)] ?? WHITE;
    return Math.round((value * alpha + WHITE * (WHITE - alpha)) / WHITE);
  });
}

function indexed({ depth }: PngHeader, colours: Uint8Array): LineToRgb {
  const count = Math.floor(colours.length / 3);
  return (line, width, rgb) => {
    for (let pixel = 0; pixel < width; pixel += 1) {
      const index = sampleAt(line, pixel, depth);
      if (index >= count) throw new RangeError('No such colour.');
      rgb[pixel * 3] = colours[index * 3] ?? 0;
      rgb[pixel * 3 + 1] = colours[index * 3 + 1] ?? 0;
      rgb[pixel * 3 + 2] = colours[index * 3 + 2] ?? 0;
    }
  };
}

/** Grey and colour of every depth, with an alpha channel or with one colour that tRNS makes transparent. */
function anyDepth({ depth, channels }: PngHeader, transparency: Uint8Array | null): LineToRgb {
  const most = 2 ** depth - 1;
  const isGrey = channels < 3;
  const hasAlpha = channels === 2 || channels === 4;
  const colours = isGrey ? 1 : 3;
  const clear = hasAlpha || transparency === null ? null : samplesOf(transparency, colours);
  return (line, width, rgb) => {
    for (let pixel = 0; pixel < width; pixel += 1) {
      const at = pixel * channels;
      const first = sampleAt(line, at, depth);
      const second = isGrey ? first : sampleAt(line, at + 1, depth);
      const third = isGrey ? first : sampleAt(line, at + 2, depth);
      let alpha = 1;
      if (hasAlpha) alpha = sampleAt(line, at + channels - 1, depth) / most;
      else if (clear !== null && first === clear[0] && second === clear[1] && third === clear[2]) alpha = 0;
      const white = WHITE * (1 - alpha);
      const scale = (WHITE * alpha) / most;
      rgb[pixel * 3] = Math.round(first * scale + white);
      rgb[pixel * 3 + 1] = Math.round(second * scale + white);
      rgb[pixel * 3 + 2] = Math.round(third * scale + white);
    }
  };
}

/** The one transparent colour of tRNS, two bytes a sample; null when the chunk is too short. */
function samplesOf(data: Uint8Array, colours: 1 | 3): readonly number[] | null {
  if (data.length < colours * 2) return null;
  return [0, 1, 2].map((channel) => sampleAt(data, colours === 1 ? 0 : channel, 16));
}

/** A sample of a line; several samples of 1, 2 and 4 bits share a byte, the leftmost in its high bits. */
function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0;
  if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
