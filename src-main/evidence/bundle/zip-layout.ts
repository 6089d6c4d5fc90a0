import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

import type { Entry } from 'yauzl';
import * as z from 'zod';

/** Sizes without names, extra fields and comments (APPNOTE 4.3.7, 4.3.9, 4.3.12 and 4.3.16). */
const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const END_RECORD = 22;
const DESCRIPTOR = 12;
const DESCRIPTOR_MARK = 0x08074b50;
const HAS_DESCRIPTOR = 0x08;
const DEFLATED = 8;

/**
 * Whether a zip file holds more than its files: comments, or bytes that no reader of the files comes across. Every byte of
 * one that does not belongs to a file, to the directory or to the end record: these follow one another from the first byte
 * to the last, without extra fields, and nothing stands behind the end of packed data. `entries` are all entries of the
 * directory, and `comment` is that of the zip file.
 */
export async function holdsMore(
  bytes: Buffer,
  entries: readonly Entry[],
  comment: Pick<string, 'length'>,
): Promise<boolean> {
  if (comment.length > 0) return true;
  let position = 0;
  for (const entry of entries.toSorted((one, other) => startOf(one) - startOf(other))) {
    if (entry.fileCommentLength > 0 || entry.extraFieldLength > 0) return true;
    const end = startOf(entry) === position ? await endOfEntry(bytes, entry) : null;
    if (end === null) return true;
    position = end;
  }
  for (const { fileNameLength } of entries) position += DIRECTORY_HEADER + fileNameLength;
  return position + END_RECORD !== bytes.length;
}

function startOf(entry: Entry): number {
  return entry.relativeOffsetOfLocalHeader;
}

/** Where an entry ends; null if it holds more than its name and its packed data. */
async function endOfEntry(bytes: Buffer, entry: Entry): Promise<number | null> {
  const start = startOf(entry);
  const name = start + LOCAL_HEADER;
  if (name > bytes.length) return null;
  const data = name + bytes.readUInt16LE(start + 26);
  const hasOwnName = bytes.subarray(name, data).equals(entry.fileNameRaw);
  const extraLength = bytes.readUInt16LE(start + 28);
  const end = data + entry.compressedSize;
  if (!hasOwnName || extraLength > 0 || end > bytes.length) return null;
  if (entry.compressionMethod === DEFLATED && !(await fillsWhole(bytes.subarray(data, end), entry)))
    return null;
  if ((entry.generalPurposeBitFlag & HAS_DESCRIPTOR) === 0) return end;
  const hasMark = end + 4 <= bytes.length && bytes.readUInt32LE(end) === DESCRIPTOR_MARK;
  return end + DESCRIPTOR + (hasMark ? 4 : 0);
}

const inflate = promisify(inflateRaw);

/** What zlib gives with `info`, of which its types know nothing: bytes that it was given and used. */
const inflatedSchema = z.object({ engine: z.object({ bytesWritten: z.number() }) });

/** Whether packed data goes on to its last byte; what follows its end is read by nobody. */
async function fillsWhole(packed: Buffer, { uncompressedSize }: Entry): Promise<boolean> {
  const maxOutputLength = Math.max(1, uncompressedSize);
  // In zlib's thread: megabytes that are unpacked here would hold everything up.
  const { engine } = inflatedSchema.parse(await inflate(packed, { info: true, maxOutputLength }));
  return engine.bytesWritten === packed.length;
}
