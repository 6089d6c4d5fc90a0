const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ALLOWED_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs']);
/** Length, type and checksum of a chunk (PNG specification, section 5.3). */
const CHUNK_FRAME = 12;

/** Whether a PNG holds the picture and nothing else: no text, no metadata, nothing behind its end. */
export function checkPicture(bytes: Buffer): string[] {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return ['it is no PNG'];
  let position = SIGNATURE.length;
  while (position + CHUNK_FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    const type = bytes.toString('latin1', position + 4, position + 8);
    if (!ALLOWED_CHUNKS.has(type)) return ['the picture holds more than the picture'];
    position += CHUNK_FRAME + length;
    if (type === 'IEND') return position === bytes.length ? [] : ['something follows the picture'];
  }
  return ['the picture is cut off'];
}
