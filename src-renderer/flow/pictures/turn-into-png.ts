/**
 * Decodes a picture as Chromium does and returns it as PNG bytes; null if it cannot be decoded. The size was looked at
 * before, in the main process.
 */
export async function turnIntoPng(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | null> {
  try {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    image.close();
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return png === null ? null : new Uint8Array(await png.arrayBuffer());
  } catch {
    return null;
  }
}
