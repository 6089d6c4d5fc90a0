import { crc32, createInflate } from 'node:zlib';

import { createCanvas } from './picture-canvas.ts';
import type { LinePlace } from './picture-canvas.ts';
import { passesOf, unpackedSize } from './png-chunks.ts';
import type { PngChunk, PngHeader } from './png-chunks.ts';
import { lineToRgb } from './png-rows.ts';

/** The chunks that a picture's pixels need; whatever else stands in the file is never looked at. */
const PIXEL_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Unpacked bytes that are held at a time. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Decodes a PNG line by line into opaque 8-bit RGB of `width` × `height`, which may be smaller than the picture's own
 * size; the file is never unpacked as a whole. An interlaced picture is decoded at its own size only. Resolves with null
 * when the pixels are not all there, when there are more, or when a checksum is wrong.
 */
export async function decodePng(
  header: PngHeader,
  chunks: readonly PngChunk[],
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array | null> {
  const needed = chunks.filter(({ type }) => PIXEL_CHUNKS.has(type));
  // A second header would promise another size than the one that was checked.
  if (needed.filter(({ type }) => type === 'IHDR').length !== 1) return null;
  if (!needed.every(isWhole)) return null;
  const packed = needed.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const canvas = createCanvas(header, { width, height });
  const lines = createLineReader(header, needed, (rgb, place) => canvas.put(rgb, place));
  const inflate = createInflate({ chunkSize: CHUNK_BYTES });
  inflate.end(Buffer.concat(packed));
  let left = unpackedSize(header);
  try {
    for await (const chunk of inflate) {
      const bytes: Uint8Array = chunk;
      left -= bytes.length;
      if (left < 0) return null;
      lines.read(bytes);
    }
    return left === 0 ? canvas.rgb() : null;
  } catch {
    return null;
  } finally {
    inflate.destroy();
  }
}

function isWhole({ whole }: PngChunk): boolean {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  return view.getUint32(whole.length - 4) === crc32(whole.subarray(4, -4));
}

/** Puts unpacked bytes together to lines, undoes their filters and hands over each as RGB. */
function createLineReader(
  header: PngHeader,
  chunks: readonly PngChunk[],
  put: (rgb: Uint8Array, place: LinePlace) => void,
): { read(bytes: Uint8Array): void } {
  const { depth, channels } = header;
  const bits = depth * channels;
  const step = Math.max(1, bits >> 3);
  const toRgb = lineToRgb(header, chunks);
  const passes = passesOf(header).filter(({ columns, rows }) => columns > 0 && rows > 0);
  const rgb = new Uint8Array(header.width * 3);
  let pass = 0;
  let row = 0;
  let filled = 0;
  let line = new Uint8Array(1 + Math.ceil(((passes[0]?.columns ?? 0) * bits) / 8));
  let above = new Uint8Array(line.length);

  const endLine = (): void => {
    const place = passes[pass];
    if (place === undefined) throw new RangeError('More lines than the header promises.');
    unfilter(line, above, step);
    toRgb(line.subarray(1), place.columns, rgb);
    const { x, y, stepX, stepY, columns } = place;
    put(rgb, { x, stepX, columns, y: y + row * stepY });
    [line, above] = [above, line];
    filled = 0;
    row += 1;
    if (row < place.rows) return;
    pass += 1;
    row = 0;
    line = new Uint8Array(1 + Math.ceil(((passes[pass]?.columns ?? 0) * bits) / 8));
    above = new Uint8Array(line.length);
  };

  return {
    read: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const part = bytes.subarray(at, at + line.length - filled);
        line.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === line.length) endLine();
      }
    },
  };
}

/** Undoes the filter of a line in place (PNG specification, section 9.2). Throws a RangeError for an unknown one. */
function unfilter(line: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = line;
  const filter: number = line[0] ?? 0;
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let at = 1 + step; at < length; at += 1) line[at] = (line[at] ?? 0) + (line[at - step] ?? 0);
      return;
    case 2:
      for (let at = 1; at < length; at += 1) line[at] = (line[at] ?? 0) + (above[at] ?? 0);
      return;
    case 3:
      for (let at = 1; at < length; at += 1) {
        const left = at > step ? (line[at - step] ?? 0) : 0;
        line[at] = (line[at] ?? 0) + ((left + (above[at] ?? 0)) >> 1);
      }
      return;
    case 4:
      for (let at = 1; at < length; at += 1) {
        const left = at > step ? (line[at - step] ?? 0) : 0;
        const corner = at > step ? (above[at - step] ?? 0) : 0;
        line[at] = (line[at] ?? 0) + nearest(left, above[at] ?? 0, corner);
      }
      return;
    default:
      throw new RangeError('No such filter.');
  }
}

/** Paeth's predictor (PNG specification, section 9.4). */
function nearest(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
