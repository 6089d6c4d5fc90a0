import type { PngPass } from './png-chunks.ts';

const CHANNELS = 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a line's pixels belong: the first at `x`, each next one `stepX` further, all in row `y`. */
export type LinePlace = Pick<PngPass, 'x' | 'y' | 'stepX' | 'columns'>;

/** Takes a picture line by line. */
export interface Canvas {
  /** Lines of a picture that is made smaller must come from top to bottom, each once and whole. */
  put(rgb: Uint8Array, place: LinePlace): void;
  /** The finished pixels. */
  rgb(): Uint8Array;
}

/** Makes a canvas of the size `to` for a picture of the size `from`; it holds one line of the larger picture at most. */
export function createCanvas(from: Size, to: Size): Canvas {
  return from.width === to.width && from.height === to.height ? plainCanvas(to) : shrinkingCanvas(from, to);
}

function plainCanvas({ width, height }: Size): Canvas {
  const pixels = new Uint8Array(width * height * CHANNELS);
  return {
    put: (rgb, { x, stepX, columns, y }) => {
      const start = (y * width + x) * CHANNELS;
      if (stepX === 1) {
        pixels.set(rgb.subarray(0, columns * CHANNELS), start);
        return;
      }
      for (let column = 0; column < columns; column += 1) {
        const to = start + column * stepX * CHANNELS;
        const from = column * CHANNELS;
        pixels[to] = rgb[from] ?? 0;
        pixels[to + 1] = rgb[from + 1] ?? 0;
        pixels[to + 2] = rgb[from + 2] ?? 0;
      }
    },
    rgb: () => pixels,
  };
}

/** Each pixel is the mean of those it replaces. */
function shrinkingCanvas(from: Size, to: Size): Canvas {
  const length = to.width * CHANNELS;
  const pixels = new Uint8Array(to.height * length);
  const sums = new Uint32Array(length);
  /** The first source column of each pixel, and one past the last. */
  const edges = Uint32Array.from({ length: to.width + 1 }, (_, column) =>
    Math.floor((column * from.width) / to.width),
  );
  let row = 0;
  let lines = 0;
  return {
    put: (rgb, { y }) => {
      for (let column = 0; column < to.width; column += 1) {
        const at = column * CHANNELS;
        const end = (edges[column + 1] ?? 0) * CHANNELS;
        for (let source = (edges[column] ?? 0) * CHANNELS; source < end; source += CHANNELS) {
          sums[at] = (sums[at] ?? 0) + (rgb[source] ?? 0);
          sums[at + 1] = (sums[at + 1] ?? 0) + (rgb[source + 1] ?? 0);
          sums[at + 2] = (sums[at + 2] ?? 0) + (rgb[source + 2] ?? 0);
        }
      }
      lines += 1;
      if (y + 1 < Math.floor(((row + 1) * from.height) / to.height)) return;
      for (let column = 0; column < to.width; column += 1) {
        const count = lines * ((edges[column + 1] ?? 0) - (edges[column] ?? 0));
        for (let at = column * CHANNELS; at < (column + 1) * CHANNELS; at += 1)
          pixels[row * length + at] = Math.round((sums[at] ?? 0) / count);
      }
      sums.fill(0);
      lines = 0;
      row += 1;
    },
    rgb: () => pixels,
  };
}
