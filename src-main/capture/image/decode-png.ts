import { crc32, createInflate } from 'node:zlib';

import { createCanvas } from './picture-canvas.ts';
import type { LinePlace, Size } from './picture-canvas.ts';
import { passesOf, unpackedSize } from './png-chunks.ts';
import type { PngChunk, PngHeader } from './png-chunks.ts';
import { lineToRgb } from './png-rows.ts';

/** Every other chunk is ignored. */
const PIXEL_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** What is unpacked at a time; a small picture needs no room for more than itself. */
const MAX_CHUNK_BYTES = 1024 * 1024;
const MIN_CHUNK_BYTES = 1024;

/**
 * Decodes a PNG line by line into opaque 8-bit RGB of `width` × `height`, which may be smaller than the picture's own
 * size; the file is never unpacked as a whole, which no library offers. An interlaced picture is decoded at its own size
 * only. Resolves with null when pixels are missing, when there are more than promised, or when a checksum is wrong.
 */
export async function decodePng(
  header: PngHeader,
  chunks: readonly PngChunk[],
  { width, height }: Size,
): Promise<Uint8Array | null> {
  const needed = chunks.filter(({ type }) => PIXEL_CHUNKS.has(type));
  // A second header would promise another size than the one that was checked.
  if (needed.filter(({ type }) => type === 'IHDR').length !== 1) return null;
  if (!needed.every(hasValidChecksum)) return null;
  const packed = needed.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const canvas = createCanvas(header, { width, height });
  const readLines = createLineReader(header, needed, (rgb, place) => canvas.put(rgb, place));
  let left = unpackedSize(header);
  const inflate = createInflate({ chunkSize: Math.max(MIN_CHUNK_BYTES, Math.min(MAX_CHUNK_BYTES, left)) });
  inflate.end(Buffer.concat(packed));
  try {
    for await (const chunk of inflate) {
      const bytes: Uint8Array = chunk;
      left -= bytes.length;
      if (left < 0) return null;
      readLines(bytes);
    }
    return left === 0 ? canvas.rgb() : null;
  } catch {
    return null;
  } finally {
    inflate.destroy();
  }
}

function hasValidChecksum({ whole }: PngChunk): boolean {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  return view.getUint32(whole.length - 4) === crc32(whole.subarray(4, -4));
}

/** Returns a function that takes unpacked bytes and calls `put` with every line as RGB. */
function createLineReader(
  header: PngHeader,
  chunks: readonly PngChunk[],
  put: (rgb: Uint8Array, place: LinePlace) => void,
): (bytes: Uint8Array) => void {
  const bits = header.depth * header.channels;
  const toRgb = lineToRgb(header, chunks);
  const passes = passesOf(header);
  const rgb = new Uint8Array(header.width * 3);
  let pass = passes.shift();
  let row = 0;
  let filled = 0;
  const emptyLine = () => new Uint8Array(1 + Math.ceil(((pass?.columns ?? 0) * bits) / 8));
  let line = emptyLine();
  let above = emptyLine();

  const endLine = (): void => {
    if (pass === undefined) throw new RangeError('More lines than the header promises.');
    unfilter(line, above, Math.max(1, bits >> 3));
    toRgb(line.subarray(1), pass.columns, rgb);
    put(rgb, { x: pass.x, stepX: pass.stepX, columns: pass.columns, y: pass.y + row * pass.stepY });
    [line, above] = [above, line];
    filled = 0;
    row += 1;
    if (row < pass.rows) return;
    pass = passes.shift();
    row = 0;
    line = emptyLine();
    above = emptyLine();
  };

  return (bytes) => {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + line.length - filled);
      line.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled === line.length) endLine();
    }
  };
}

/**
 * Undoes the filter of a line in place (PNG specification, section 9.2); `step` is the bytes of a pixel. A loop for each
 * filter, because a choice for each byte takes several times as long. Throws a RangeError for an unknown one.
 */
function unfilter(line: Uint8Array, above: Uint8Array, step: number): void {
  const filter: number = line[0] ?? 0;
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let at = step + 1; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (line[at - step] ?? 0);
      return;
    case 2:
      for (let at = 1; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (above[at] ?? 0);
      return;
    case 3:
      for (let at = 1; at < line.length; at += 1) {
        const left = at > step ? (line[at - step] ?? 0) : 0;
        line[at] = (line[at] ?? 0) + ((left + (above[at] ?? 0)) >> 1);
      }
      return;
    case 4:
      for (let at = 1; at < line.length; at += 1) {
        const left = at > step ? (line[at - step] ?? 0) : 0;
        const corner = at > step ? (above[at - step] ?? 0) : 0;
        line[at] = (line[at] ?? 0) + paeth(left, above[at] ?? 0, corner);
      }
      return;
    default:
      throw new RangeError('No such filter.');
  }
}

/** Paeth's predictor (PNG specification, section 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
