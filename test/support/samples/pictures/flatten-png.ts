import type { DecodedPng } from 'fast-png';

const WHITE = 255;

/**
 * The pixels of a decoded PNG of any kind as opaque 8-bit RGB on white: what a transparent pixel hides is gone.
 * Throws a RangeError if the picture names a colour that its palette has not.
 */
export function flatten(picture: DecodedPng, isIndexed: boolean): Uint8Array {
  const { width, height, channels } = picture;
  const rgb = new Uint8Array(width * height * 3);
  const samples = unpackSamples(picture);
  const most = 2 ** picture.depth - 1;
  // Kept apart from the palette, since a tRNS of an indexed picture lists alphas and not a colour.
  const clear = isIndexed ? null : (picture.transparency ?? null);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels;
    let colour: readonly [number, number, number];
    let alpha = 1;
    const first = samples[at] ?? 0;
    if (isIndexed) {
      colour = paletteColour(picture, first);
      // fast-png puts tRNS of a palette into the palette's colours.
      alpha = (picture.palette?.[first]?.[3] ?? WHITE) / WHITE;
    } else {
      const isGrey = channels < 3;
      const raw: readonly [number, number, number] = isGrey
        ? [first, first, first]
        : [first, samples[at + 1] ?? 0, samples[at + 2] ?? 0];
      if (channels === 2 || channels === 4) alpha = (samples[at + channels - 1] ?? most) / most;
      else if (clear !== null && isClear(raw, clear, isGrey)) alpha = 0;
      colour = [(raw[0] * WHITE) / most, (raw[1] * WHITE) / most, (raw[2] * WHITE) / most];
    }
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[pixel * 3 + channel] = Math.round((colour[channel] ?? 0) * alpha + WHITE * (1 - alpha));
    }
  }
  return rgb;
}

function paletteColour(picture: DecodedPng, index: number): readonly [number, number, number] {
  const [red, green, blue] = picture.palette?.[index] ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new RangeError('No such colour.');
  return [red, green, blue];
}

function isClear(raw: readonly number[], clear: ArrayLike<number>, isGrey: boolean): boolean {
  return isGrey ? raw[0] === clear[0] : raw.every((value, channel) => value === clear[channel]);
}

/** One number a sample; pictures of 1, 2 and 4 bits pack several into a byte, each line beginning a new byte. */
function unpackSamples({ data, width, height, depth, channels }: DecodedPng): ArrayLike<number> {
  if (depth >= 8) return data;
  const perLine = width * channels;
  const bytesPerLine = Math.ceil((perLine * depth) / 8);
  const samples = new Uint8Array(perLine * height);
  const mask = 2 ** depth - 1;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < perLine; column += 1) {
      const bit = column * depth;
      const byte = data[row * bytesPerLine + (bit >> 3)] ?? 0;
      samples[row * perLine + column] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}
