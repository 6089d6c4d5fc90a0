import { crc32 } from 'node:zlib';

import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import { holdsMore } from '../evidence/bundle/zip-layout.ts';
import { nextTurn } from '../evidence/cooperative-steps.ts';
import { bundleFileAt } from '../contract/report/bundle-files.ts';

/** Limits of what is unpacked; a bundle of ours stays far below. */
const MAX_ENTRIES = 200;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** APPNOTE 4.4.5: methods that are unpacked here. */
const STORED = 0;
const DEFLATED = 8;

/** The high half of the external attributes is the mode of Unix; this part of it is the kind of file. */
const KIND_OF_FILE = 0o170000;
const REGULAR_FILE = 0o100000;
const FOLDER = 0o040000;

/** Why a zip is refused as a whole. */
export type UnpackRefusal =
  /** No zip, or one whose directory cannot be read. */
  | 'damaged'
  | 'cut-off'
  | 'many-files'
  | 'large-unpacked'
  | 'foreign-name'
  | 'twice'
  | 'encrypted'
  | 'no-file';

/** Why one member is not shown although the others are. */
export type MemberFault = 'damaged' | 'method' | 'larger-than-said';

export interface Unpacked {
  /** By the names of a bundle, in the order of the directory. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly faults: readonly { readonly name: string; readonly fault: MemberFault }[];
  /** Whether another program than ours has packed it: names, folders, layout or leftovers of a system tell. */
  readonly isRepacked: boolean;
}

/** Thrown where a file is no zip that a bundle could be in. */
export class UnpackError extends Error {
  override name = 'UnpackError';
  readonly refusal: UnpackRefusal;

  constructor(refusal: UnpackRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * Unpacks a zip that may be a bundle, also one that was unpacked and packed again by another program: one folder level,
 * backslashes, folder entries and the leftovers of macOS and Windows are looked through. A damaged member does not hide
 * the others. Nothing is written or executed. Rejects with an UnpackError.
 */
export async function unpack(bytes: Buffer): Promise<Unpacked> {
  const zip = await openZip(bytes);
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new UnpackError('many-files');
    const directory = await readDirectory(zip);
    const named = nameMembers(directory);
    const files = new Map<string, Buffer>();
    const faults: { name: string; fault: MemberFault }[] = [];
    for (const { name, entry } of named) {
      const content = await readMember(zip, entry);
      if (typeof content === 'string') faults.push({ name, fault: content });
      else files.set(name, content);
      await nextTurn();
    }
    const isRenamed =
      named.length !== directory.length || named.some(({ name, entry }) => name !== rawName(entry));
    const isRepacked = isRenamed || faults.length > 0 || (await holdsMore(bytes, directory, zip.comment));
    return { files, faults, isRepacked };
  } finally {
    zip.close();
  }
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    // Names come as bytes: backslashes and folders are dealt with here.
    return await yauzl.fromBufferPromise(bytes, {
      decodeStrings: false,
      validateEntrySizes: false,
      autoClose: false,
    });
  } catch {
    throw new UnpackError(isCutOff(bytes) ? 'cut-off' : 'damaged');
  }
}

/** The end record of a zip stands at its end (APPNOTE 4.3.16); a file that begins as a zip and has none was cut off. */
function isCutOff(bytes: Buffer): boolean {
  return bytes.indexOf('PK\u0003\u0004', 0, 'latin1') === 0 && !bytes.includes('PK\u0005\u0006', 0, 'latin1');
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  const directory: Entry[] = [];
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MAX_UNPACKED_BYTES) throw new UnpackError('large-unpacked');
      if (entry.isEncrypted()) throw new UnpackError('encrypted');
      const kind = (entry.externalFileAttributes >>> 16) & KIND_OF_FILE;
      if (kind !== 0 && kind !== REGULAR_FILE && kind !== FOLDER) throw new UnpackError('no-file');
      directory.push(entry);
    }
  } catch (error) {
    throw error instanceof UnpackError ? error : new UnpackError('damaged');
  }
  return directory;
}

function rawName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8');
}

/** What systems leave behind in a folder: resource forks of macOS, its view settings, previews of Windows. */
const LEFTOVER = /^__MACOSX\/|(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/iu;

/** The members by the name that they have in a bundle, without folders and leftovers. */
function nameMembers(directory: readonly Entry[]): { readonly name: string; readonly entry: Entry }[] {
  const members = directory
    .map((entry) => ({ name: rawName(entry).replaceAll('\\', '/'), entry }))
    .filter(({ name }) => !name.endsWith('/') && !LEFTOVER.test(name));
  const folder = commonFolder(members.map(({ name }) => name));
  const named = members.map(({ name, entry }) => ({ name: name.slice(folder.length), entry }));
  const names = new Set(named.map(({ name }) => name));
  if (names.size < named.length) throw new UnpackError('twice');
  if (!named.every(({ name }) => bundleFileAt(name) !== null)) throw new UnpackError('foreign-name');
  return named;
}

/** The one folder in which everything lies, with its slash; empty if there is none. */
function commonFolder(names: readonly string[]): string {
  const [first = ''] = names;
  const folder = first.slice(0, first.indexOf('/') + 1);
  const isBundles = folder === 'calls/' || folder === 'pictures/';
  const isPlain = !/^\.{0,2}\/$/u.test(folder);
  return folder !== '' && isPlain && !isBundles && names.every((name) => name.startsWith(folder))
    ? folder
    : '';
}

async function readMember(zip: ZipFile, entry: Entry): Promise<Buffer | MemberFault> {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'method';
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = Buffer.from(chunk);
      length += piece.length;
      if (length > entry.uncompressedSize) return 'larger-than-said';
      chunks.push(piece);
    }
  } catch {
    return 'damaged';
  }
  const content = Buffer.concat(chunks);
  return length === entry.uncompressedSize && crc32(content) === entry.crc32 ? content : 'damaged';
}
