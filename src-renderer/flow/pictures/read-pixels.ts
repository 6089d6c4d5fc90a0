import type { Pixels } from './free-box.ts';

/** Small enough to be looked through at once, large enough for a line of text to leave a trace. */
const WIDTH = 320;
const HEIGHT = 640;

/** Returns a shown picture made small; null where it cannot be read. */
export function readPixels(image: HTMLImageElement): Pixels | null {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0 || naturalHeight === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(WIDTH, naturalWidth);
  canvas.height = Math.max(1, Math.min(HEIGHT, Math.round((naturalHeight * canvas.width) / naturalWidth)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
