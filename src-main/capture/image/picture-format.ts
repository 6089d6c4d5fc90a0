import { imageSize } from 'image-size';

/** Reads format and size from a file's header without unpacking anything; null for an unknown format. */
export function pictureFormat(bytes: Uint8Array) {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return { type, width, height, isAnimated: type === 'gif' || (type === 'webp' && isAnimatedWebp(bytes)) };
  } catch {
    return null;
  }
}

/** The flag in the VP8X chunk (developers.google.com, "WebP Container Specification"). */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  return kind === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
}
