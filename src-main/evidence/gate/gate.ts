import { buffer } from 'node:stream/consumers';

import * as yauzl from 'yauzl';

import { BUNDLE_FILES, bundleFileAt, requiredPaths } from '../../contract/report/bundle-files.ts';
import type { BundleFiles } from '../../contract/report/bundle-files.ts';
import { checkContent, checkText } from './check-shapes.ts';
import { openDraft } from './open-draft.ts';
import { checkPicture } from './check-picture.ts';
import { createHomeFolderEraser } from '../redaction/layers/redact-home-folder.ts';
import { manifestSchema, sha256Of } from '../bundle/manifest.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import { createByteSearch } from '../search/search-bytes.ts';
import type { ByteSearch } from '../search/search-bytes.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';

/** Why a bundle may not leave: where, and what kind of thing was found. Never the thing itself. */
interface GateFinding {
  readonly entry: string;
  readonly reason: string;
}

function findingsAt(entry: string, reasons: readonly string[]): GateFinding[] {
  return reasons.map((reason) => ({ entry, reason }));
}

type GateVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly findings: readonly GateFinding[] };

const MAX_ENTRIES = 200;
const MAX_BYTES = 512 * 1024 * 1024;
/** Stands in a finding for the file as a whole. A name from the zip is not repeated: it may be the find. */
const WHOLE_FILE = 'the bundle';
const LIST = BUNDLE_FILES.manifest.path;

/**
 * Makes the gate of one run: the last check of what was made. `files` is what a bundle can hold. What it says never holds a
 * part of what it found.
 */
export function createGate(secrets: KnownSecrets, files: BundleFiles = BUNDLE_FILES) {
  let searching: Promise<ByteSearch> | null = null;
  const prepared = (): Promise<ByteSearch> => (searching ??= createByteSearch(secrets));
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const searchFor = async (content: Uint8Array | string): Promise<string[]> =>
    inTurns((await prepared())(typeof content === 'string' ? Buffer.from(content, 'utf8') : content));

  const checkEntry = async (path: string, { bytes, isStored }: UnpackedEntry): Promise<string[]> => {
    // What was packed without compression was searched with the raw bytes of the zip already.
    const found = [...(await searchFor(path)), ...(isStored ? [] : await searchFor(bytes))];
    const kind = bundleFileAt(path, files)?.kind ?? 'text';
    if (kind === 'picture') return [...found, ...checkPicture(bytes)];
    const file = { path, kind, text: bytes.toString('utf8') };
    return [...found, ...(await checkContent(file, secrets, eraseHome, searchFor))];
  };

  const checkBundle = async (zip: Uint8Array): Promise<GateFinding[]> => {
    const { entries, problems } = await readEntries(zip, files);
    const findings = findingsAt(WHOLE_FILE, [...(await searchFor(zip)), ...problems]);
    for (const [name, unpacked] of entries) {
      const entry =
        bundleFileAt(name, files) !== null && (await searchFor(name)).length === 0 ? name : WHOLE_FILE;
      findings.push(...findingsAt(entry, await checkEntry(name, unpacked)));
      await nextTurn();
    }
    return [...findings, ...(await checkManifest(entries, files))];
  };

  return {
    /**
     * Opens the finished zip with a reader that has nothing in common with its writer, and looks for every secret in
     * every encoding and for 12-character fragments: in each entry unpacked, in names and comments, and in the file's raw
     * bytes. Checks names, sizes and hashes against the manifest, the documents against their schema, and pictures for
     * anything beside the picture. Never rejects: what cannot be read is not clean.
     */
    bundle: async (zip: Uint8Array): Promise<GateVerdict> => {
      try {
        return verdictOf(await checkBundle(zip));
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        return verdictOf(findingsAt(WHOLE_FILE, [`it cannot be read back (${name})`]));
      }
    },
    /**
     * The same for a mail draft: searches its heads and its text as it reads, and checks that what is attached is `zip`,
     * byte for byte. The base64 itself is not searched: 12 characters of it are 9 of the text, and 9 characters of a
     * secret may stand in any sentence.
     */
    draft: async (draft: Uint8Array, zip: Uint8Array): Promise<GateVerdict> => {
      const opened = openDraft(draft);
      const reasons =
        opened === null
          ? ['it cannot be read back']
          : [
              ...(await searchFor(opened.frame)),
              ...(await searchFor(opened.words)),
              ...(await checkText(opened.words.toString('utf8'), eraseHome)),
              ...((await opened.holds(zip)) ? [] : ['what is attached is not the bundle']),
            ];
      return verdictOf(findingsAt('the mail draft', reasons));
    },
    /** The same for texts: names of files, the words of a mail. */
    texts: async (texts: readonly string[]): Promise<GateVerdict> => {
      const reasons: string[] = [];
      for (const text of texts)
        reasons.push(...(await searchFor(text)), ...(await checkText(text, eraseHome)));
      return verdictOf(findingsAt('a text', reasons));
    },
  };
}

function verdictOf(findings: readonly GateFinding[]): GateVerdict {
  return findings.length === 0 ? { clean: true } : { clean: false, findings };
}

interface UnpackedEntry {
  readonly bytes: Buffer;
  /** Whether it lies in the zip as it is. */
  readonly isStored: boolean;
}

async function readEntries(
  bytes: Uint8Array,
  files: BundleFiles,
): Promise<{ readonly entries: ReadonlyMap<string, UnpackedEntry>; readonly problems: readonly string[] }> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(whole, { strictFileNames: true, validateEntrySizes: true });
  const entries = new Map<string, UnpackedEntry>();
  const problems: string[] = [];
  let total = 0;
  try {
    if (zip.comment !== '') problems.push('it has a comment');
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (entries.size >= MAX_ENTRIES || total > MAX_BYTES) throw new RangeError('Too much in the bundle.');
      const name = entry.fileName;
      if (bundleFileAt(name, files) === null)
        problems.push('a file has a name that does not belong into a bundle');
      if (entries.has(name)) problems.push('a file is in it twice');
      if (entry.fileComment !== '' || entry.extraFieldLength > 0)
        problems.push('a file has a comment or hidden fields');
      const isStored = entry.compressionMethod === 0;
      entries.set(name, { bytes: await unpacked(zip, entry, isStored ? whole : null), isStored });
    }
  } finally {
    zip.close();
  }
  return { entries, problems };
}

/** Resolves with the bytes of an entry, which in `stored` lie as they are. */
async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry, stored: Buffer | null): Promise<Buffer> {
  if (stored !== null) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    return stored.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  }
  return buffer(await zip.openReadStreamPromise(entry));
}

async function checkManifest(
  entries: ReadonlyMap<string, UnpackedEntry>,
  files: BundleFiles,
): Promise<GateFinding[]> {
  const missing = requiredPaths(files).filter((name) => !entries.has(name));
  const findings = missing.flatMap((name) => findingsAt(name, ['it is missing']));
  const text = entries.get(LIST)?.bytes;
  if (text === undefined) return findings;
  const manifest = manifestSchema.safeParse(JSON.parse(text.toString('utf8')));
  if (!manifest.success) return [...findings, ...findingsAt(LIST, ['it does not keep to its schema'])];
  const listed = manifest.data.files.map(({ path }) => path);
  const present = [...entries.keys()].filter((name) => name !== LIST);
  const faults: string[] = [];
  if (listed.join('\n') !== present.join('\n')) faults.push('it does not list the files that are there');
  for (const { path, bytes, sha256 } of manifest.data.files) {
    const content = entries.get(path)?.bytes;
    if (content !== undefined && (content.length !== bytes || sha256Of(content) !== sha256))
      faults.push('a file differs from its size or SHA-256');
    await nextTurn();
  }
  return [...findings, ...findingsAt(LIST, faults)];
}
