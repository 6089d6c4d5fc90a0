const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ALLOWED_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs']);
/** Length, type and checksum of a chunk (PNG specification, section 5.3). */
const CHUNK_FRAME = 12;

/** What can be wrong with a picture of a bundle. */
export type PictureFault = 'no-png' | 'more' | 'follows' | 'cut-off' | 'large';

/** A few kilobytes can unpack to gigabytes in the page that shows them; the limit of the import. */
const MAX_PIXELS = 40_000_000;

/** Returns what a PNG holds besides the picture: text, metadata, bytes after its end. Empty if nothing. */
export function checkPicture(bytes: Buffer): PictureFault[] {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return ['no-png'];
  let position = SIGNATURE.length;
  while (position + CHUNK_FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    const type = bytes.toString('latin1', position + 4, position + 8);
    if (!ALLOWED_CHUNKS.has(type)) return ['more'];
    if (type === 'IHDR' && isLarge(bytes, position + 8)) return ['large'];
    position += CHUNK_FRAME + length;
    if (type === 'IEND') return position === bytes.length ? [] : ['follows'];
  }
  return ['cut-off'];
}

/**
 * Returns whether a page may show the picture: a PNG whose first chunk is a header with few enough pixels. A page looks at
 * the bytes and not at the name, so it would decode any other format as well.
 */
export function isShowable(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) &&
    bytes.toString('latin1', SIGNATURE.length + 4, SIGNATURE.length + 8) === 'IHDR' &&
    bytes.length >= SIGNATURE.length + CHUNK_FRAME + 8 &&
    !isLarge(bytes, SIGNATURE.length + 8)
  );
}

/** Width and height stand first in the header (section 11.2.2). */
function isLarge(bytes: Buffer, at: number): boolean {
  return at + 8 <= bytes.length && bytes.readUInt32BE(at) * bytes.readUInt32BE(at + 4) > MAX_PIXELS;
}
