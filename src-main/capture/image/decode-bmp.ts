import { onWhite } from './png-rows.ts';

/** The headers of a bitmap. */
interface BitmapHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  /** Bytes of a pixel. */
  readonly step: 3 | 4;
  readonly pixelsAt: number;
  /** The byte of a pixel that holds each colour and the alpha; null for no alpha. */
  readonly offsets: readonly [red: number, green: number, blue: number, alpha: number | null];
}

const FILE_HEADER_BYTES = 14;
/** BITMAPINFOHEADER, its two extensions with masks, BITMAPV4HEADER and BITMAPV5HEADER (learn.microsoft.com, "wingdi.h"). */
const HEADER_BYTES = [40, 52, 56, 108, 124];
const COMPRESSION = { none: 0, bitFields: 3, alphaBitFields: 6 } as const;

/**
 * Reads the headers of a bitmap as Windows keeps it: a file that begins with `BM`, or what the clipboard holds (CF_DIB,
 * CF_DIBV5), which has no file header; 24 or 32 bits a pixel, in either direction. Returns null for every other one.
 */
export function bitmapHeader(bytes: Uint8Array): BitmapHeader | null {
  const isFile = bytes[0] === 0x42 && bytes[1] === 0x4d;
  const start = isFile ? FILE_HEADER_BYTES : 0;
  if (bytes.length < start + 40) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(start, true);
  if (!HEADER_BYTES.includes(size) || bytes.length < start + size + 12) return null;
  const width = view.getInt32(start + 4, true);
  const signedHeight = view.getInt32(start + 8, true);
  const bits = view.getUint16(start + 14, true);
  const compression = view.getUint32(start + 16, true);
  const height = Math.abs(signedHeight);
  const isPlain = view.getUint16(start + 12, true) === 1 && (bits === 24 || bits === 32);
  if (!isPlain || width <= 0 || height === 0) return null;
  const hasMasks = compression === COMPRESSION.bitFields || compression === COMPRESSION.alphaBitFields;
  if (compression !== COMPRESSION.none && !(hasMasks && bits === 32)) return null;
  const hasAlphaMask = hasMasks && (size >= 56 || compression === COMPRESSION.alphaBitFields);
  const offsets = hasMasks ? maskOffsets(view, start + 40, hasAlphaMask) : ([2, 1, 0, null] as const);
  if (offsets === null) return null;

  const step = bits === 24 ? 3 : 4;
  const behindHeader = hasMasks && size === 40 ? (hasAlphaMask ? 16 : 12) : 0;
  const colourTable = view.getUint32(start + 32, true) * 4;
  let pixelsAt = isFile ? view.getUint32(10, true) : size + behindHeader + colourTable;
  const length = lineBytes(width, step) * height;
  // Some programs put the masks behind a V5 header once more.
  if (!isFile && hasMasks && size > 40 && bytes.length - pixelsAt - length === 12) pixelsAt += 12;
  return pixelsAt + length <= bytes.length
    ? { width, height, isTopDown: signedHeight < 0, step, pixelsAt, offsets }
    : null;
}

/** Returns the offsets of masks of eight whole bits each; null for any other masks. */
function maskOffsets(view: DataView, at: number, hasAlpha: boolean): BitmapHeader['offsets'] | null {
  if (view.byteLength < at + (hasAlpha ? 16 : 12)) return null;
  const offsetOf = (mask: number): number =>
    [0, 1, 2, 3].find((byte) => (0xff << (byte * 8)) >>> 0 === mask) ?? -1;
  const [red = -1, green = -1, blue = -1] = [0, 4, 8].map((from) =>
    offsetOf(view.getUint32(at + from, true)),
  );
  const alphaMask = hasAlpha ? view.getUint32(at + 12, true) : 0;
  const alpha = alphaMask === 0 ? null : offsetOf(alphaMask);
  return Math.min(red, green, blue, alpha ?? 0) < 0 ? null : [red, green, blue, alpha];
}

/** Each line is filled up to four bytes. */
function lineBytes(width: number, step: number): number {
  return Math.ceil((width * step) / 4) * 4;
}

/**
 * Returns the pixels of a bitmap as opaque RGB on white. A picture that is transparent all over never had an alpha: it is
 * opaque.
 */
export function decodeBitmap(bytes: Uint8Array, header: BitmapHeader): Uint8Array {
  const { width, height, isTopDown, step, pixelsAt } = header;
  const [red, green, blue, alpha] = header.offsets;
  const length = lineBytes(width, step);
  const usesAlpha =
    alpha !== null && hasAnyAlpha(bytes.subarray(pixelsAt, pixelsAt + length * height), alpha);
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    const line = pixelsAt + (isTopDown ? row : height - 1 - row) * length;
    for (let column = 0; column < width; column += 1) {
      const from = line + column * step;
      const to = (row * width + column) * 3;
      const opacity = usesAlpha ? (bytes[from + alpha] ?? 255) : 255;
      rgb[to] = onWhite(bytes[from + red] ?? 0, opacity);
      rgb[to + 1] = onWhite(bytes[from + green] ?? 0, opacity);
      rgb[to + 2] = onWhite(bytes[from + blue] ?? 0, opacity);
    }
  }
  return rgb;
}

function hasAnyAlpha(pixels: Uint8Array, alphaAt: number): boolean {
  for (let at = alphaAt; at < pixels.length; at += 4) if (pixels[at] !== 0) return true;
  return false;
}
