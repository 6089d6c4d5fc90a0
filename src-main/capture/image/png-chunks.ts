/** A chunk of a PNG; `whole` holds its length, type, data and checksum. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
}

/** First bytes of every PNG (PNG specification, section 5.2). */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const CHUNK_FRAME_BYTES = 12;

/** Whether the bytes begin as a PNG does, whatever the file is called. */
export function isPng(bytes: Uint8Array): boolean {
  return bytes.length > PNG_SIGNATURE.length && PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Returns the chunks up to IEND, or null if the file is cut off before it. What follows IEND is left out. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let position = PNG_SIGNATURE.length;
  while (position + CHUNK_FRAME_BYTES <= bytes.length) {
    const end = position + CHUNK_FRAME_BYTES + view.getUint32(position);
    if (end > bytes.length) return null;
    const whole = bytes.subarray(position, end);
    const type = String.fromCharCode(...whole.subarray(4, 8));
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    if (type === 'IEND') return chunks;
    position = end;
  }
  return null;
}

/** What IHDR says of a picture (PNG specification, section 11.2.1). */
export type PngHeader = Readonly<NonNullable<ReturnType<typeof pngHeader>>>;

/** The samples of a pixel and the bits of each, by colour type (PNG specification, section 11.2.1). */
const COLOUR_TYPES: Readonly<
  Record<number, { readonly channels: number; readonly depths: readonly number[] }>
> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/** Reads IHDR; null if it is none. */
export function pngHeader(chunk: PngChunk | undefined) {
  if (chunk === undefined || chunk.type !== 'IHDR' || chunk.data.length !== 13) return null;
  const view = new DataView(chunk.data.buffer, chunk.data.byteOffset, chunk.data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = chunk.data.subarray(8);
  const type = COLOUR_TYPES[colour];
  const isKnown = compression === 0 && filter === 0 && interlace <= 1;
  if (type?.depths.includes(depth) !== true || width === 0 || height === 0 || !isKnown) return null;
  return {
    width,
    height,
    depth,
    /** Samples of a pixel. */
    channels: type.channels,
    isIndexed: colour === 3,
    isInterlaced: interlace === 1,
  };
}

/** First column and row and the steps of the seven passes of an interlaced picture (PNG specification, section 8.2). */
const ADAM7: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** A part of the picture whose lines follow each other in the file. */
export type PngPass = ReturnType<typeof passesOf>[number];

/** Returns the passes that have pixels: one, or up to seven of an interlaced picture. */
export function passesOf({ width, height, isInterlaced }: PngHeader) {
  const passes = isInterlaced ? ADAM7 : [[0, 0, 1, 1] as const];
  return passes
    .map(([x, y, stepX, stepY]) => ({
      x,
      y,
      stepX,
      stepY,
      columns: Math.ceil((width - x) / stepX),
      rows: Math.ceil((height - y) / stepY),
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/** Returns the size of the unpacked pixel data in bytes, with one byte before each line for its filter. */
export function unpackedSize(header: PngHeader): number {
  const bits = header.channels * header.depth;
  const bytesOf = ({ columns, rows }: PngPass): number => rows * (1 + Math.ceil((columns * bits) / 8));
  return passesOf(header).reduce((sum, pass) => sum + bytesOf(pass), 0);
}
