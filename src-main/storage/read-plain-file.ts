import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads a file. Resolves with `maxBytes + 1` bytes of a larger one. Rejects with Node's error, and with EISDIR for
 * anything but a plain file.
 */
export async function readPlainFile(path: string, maxBytes: number): Promise<Uint8Array> {
  // Without O_NONBLOCK, which Windows lacks, opening a pipe waits for its writer.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw Object.assign(new Error('This is not a plain file.'), { code: 'EISDIR' });
    const bytes = Buffer.alloc(Math.min(stat.size, maxBytes) + 1);
    let length = 0;
    // On a network drive, a read may return less than was asked for.
    for (let got = 1; got > 0 && length < bytes.length; length += got)
      got = (await file.read(bytes, length, bytes.length - length)).bytesRead;
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
