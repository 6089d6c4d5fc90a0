import * as yazl from 'yazl';

import type { FileKind } from '../../contract/bundle-files.ts';
import { nextTurn } from '../cooperative-steps.ts';

/** One file of the bundle. */
interface ZipEntry {
  readonly path: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}

/**
 * A time whose local parts are its UTC parts. yazl writes the local parts into the zip; a Date built from local parts
 * would still differ in the hour that a zone leaves out in spring.
 */
class UtcParts extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}

/** A regular file that its owner alone may read and write. */
const MODE = 0o100600;

/** Packs the entries in the order given. Same input, same bytes, in every time zone. */
export async function writeZip(entries: readonly ZipEntry[], createdAt: Date): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const chunks: Buffer[] = [];
  const packed = new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.outputStream.on('error', reject);
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', resolve);
  });
  const mtime = new UtcParts(createdAt.getTime());
  for (const { path, kind, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes), path, {
      mtime,
      mode: MODE,
      forceDosTimestamp: true,
      // A picture is compressed already.
      compress: kind !== 'picture',
    });
    // Its checksum was made just now.
    await nextTurn();
  }
  zip.end();
  await packed;
  return Buffer.concat(chunks);
}
