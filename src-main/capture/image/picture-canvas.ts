const CHANNELS = 3;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a line's pixels belong: the first at `x`, each next one `stepX` further, all in row `y`. */
export interface LinePlace {
  readonly x: number;
  readonly stepX: number;
  readonly columns: number;
  readonly y: number;
}

/** Takes a picture line by line. */
export interface Canvas {
  /** Lines of a picture that is made smaller come from top to bottom, each once and whole. */
  put(rgb: Uint8Array, place: LinePlace): void;
  /** The finished pixels. */
  rgb(): Uint8Array;
}

/** Makes a canvas of the size `to` for a picture of the size `from`; only one line of the larger picture is held. */
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
        const at = start + column * stepX * CHANNELS;
        pixels[at] = rgb[column * CHANNELS] ?? 0;
        pixels[at + 1] = rgb[column * CHANNELS + 1] ?? 0;
        pixels[at + 2] = rgb[column * CHANNELS + 2] ?? 0;
      }
    },
    rgb: () => pixels,
  };
}

/** Each pixel is the mean of those that it stands for. */
function shrinkingCanvas(from: Size, to: Size): Canvas {
  const pixels = new Uint8Array(to.width * to.height * CHANNELS);
  const sums = new Uint32Array(to.width * CHANNELS);
  /** The first source column of each pixel, and one past the last. */
  const edges = Uint32Array.from({ length: to.width + 1 }, (_, index) =>
    Math.floor((index * from.width) / to.width),
  );
  let row = 0;
  let lines = 0;
  return {
    put: (rgb, { y }) => {
      for (let column = 0; column < to.width; column += 1) {
        const end = edges[column + 1] ?? 0;
        for (let x = edges[column] ?? 0; x < end; x += 1) {
          for (let channel = 0; channel < CHANNELS; channel += 1) {
            const at = column * CHANNELS + channel;
            sums[at] = (sums[at] ?? 0) + (rgb[x * CHANNELS + channel] ?? 0);
          }
        }
      }
      lines += 1;
      if (y + 1 < Math.floor(((row + 1) * from.height) / to.height)) return;
      for (let column = 0; column < to.width; column += 1) {
        const count = lines * ((edges[column + 1] ?? 0) - (edges[column] ?? 0));
        for (let channel = 0; channel < CHANNELS; channel += 1) {
          const at = column * CHANNELS + channel;
          pixels[row * to.width * CHANNELS + at] = Math.round((sums[at] ?? 0) / count);
        }
      }
      sums.fill(0);
      lines = 0;
      row += 1;
    },
    rgb: () => pixels,
  };
}
