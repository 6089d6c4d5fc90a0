import { open } from 'node:fs/promises';

import { LARGEST_BUNDLE } from '../contract/values.ts';

/** Reads a file that is said to be a bundle: at most one byte more than the largest. Rejects with Node's error. */
export async function readBundle(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, LARGEST_BUNDLE + 1));
    await file.read(buffer, 0, buffer.length, 0);
    return buffer;
  } finally {
    await file.close();
  }
}
