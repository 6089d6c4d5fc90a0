import { buffer } from 'node:stream/consumers';

import * as yazl from 'yazl';

import { nextTurn } from '../cooperative-steps.ts';
import type { PreparedFile } from './render-files.ts';

/**
 * Returns a time whose local parts are its UTC parts, which yazl writes into the zip. A Date made of local parts would
 * differ in the hour that a zone skips in spring.
 */
function utcParts(time: Date): Date {
  return Object.assign(new Date(time), {
    getFullYear: () => time.getUTCFullYear(),
    getMonth: () => time.getUTCMonth(),
    getDate: () => time.getUTCDate(),
    getHours: () => time.getUTCHours(),
    getMinutes: () => time.getUTCMinutes(),
    getSeconds: () => time.getUTCSeconds(),
  });
}

/** A regular file that its owner alone may read and write. */
const MODE = 0o100600;

/** Packs the entries in the order given. Same input, same bytes, in every time zone. */
export async function writeZip(
  entries: readonly Pick<PreparedFile, 'path' | 'kind' | 'bytes'>[],
  createdAt: Date,
): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  const packed = Promise.race([buffer(zip.outputStream), failed]);
  const mtime = utcParts(createdAt);
  for (const { path, kind, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes), path, {
      mtime,
      mode: MODE,
      forceDosTimestamp: true,
      // A picture is compressed already.
      compress: kind !== 'picture',
    });
    await nextTurn();
  }
  zip.end();
  return packed;
}
