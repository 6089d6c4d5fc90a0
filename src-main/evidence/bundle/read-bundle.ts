import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

import { MAX_BUNDLE } from '../../contract/values.ts';

/**
 * Reads a file that is said to be a bundle: at most one byte more than the largest. Opens it without waiting, so that a
 * pipe holds nothing up, and refuses what is no plain file. Rejects with Node's error.
 */
export async function readBundle(path: string): Promise<Uint8Array> {
  // Windows has no such flag, and no pipes in its folders.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await file.stat();
    if (facts.isDirectory()) throw refusal('EISDIR');
    if (!facts.isFile()) throw refusal('EINVAL');
    const buffer = Buffer.alloc(Math.min(facts.size, MAX_BUNDLE + 1));
    let length = 0;
    while (length < buffer.length) {
      // One read gives what is at hand, which on a network drive may be less than was asked for.
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

function refusal(code: string): Error {
  return Object.assign(new Error('This is no plain file.'), { code });
}
