const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ALLOWED_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs']);
/** Length, type and checksum of a chunk (PNG specification, section 5.3). */
const CHUNK_FRAME = 12;

/** What can be wrong with a picture of a bundle. */
export type PictureFault = 'no-png' | 'more' | 'follows' | 'cut-off';

/** Whether a PNG holds the picture and nothing else: no text, no metadata, nothing behind its end. */
export function checkPicture(bytes: Buffer): PictureFault[] {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return ['no-png'];
  let position = SIGNATURE.length;
  while (position + CHUNK_FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    const type = bytes.toString('latin1', position + 4, position + 8);
    if (!ALLOWED_CHUNKS.has(type)) return ['more'];
    position += CHUNK_FRAME + length;
    if (type === 'IEND') return position === bytes.length ? [] : ['follows'];
  }
  return ['cut-off'];
}
