import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import type { EvidenceFile } from '../contract/evidence.ts';
import { evidenceDocumentSchema } from '../contract/verification.ts';
import { LARGEST_BUNDLE } from '../contract/values.ts';
import type { VerifiedBundle } from '../contract/verification.ts';
import type { MessageKey } from '../words/en/index.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import { BUNDLE_NAME, REQUIRED_FILES } from './gate.ts';
import { checkPicture } from './gate-picture.ts';
import { manifestSchema, sha256Of } from './manifest.ts';
import { countTags } from './tags.ts';

const MOST_ENTRIES = 200;
const MOST_UNPACKED = 64 * 1024 * 1024;
/** The high half of the external attributes is the mode of Unix; this part of it is the kind of file. */
const KIND_OF_FILE = 0o170000;
const REGULAR_FILE = 0o100000;

type Problem = MessageKey extends infer Key ? (Key extends `problem.${infer Name}` ? Name : never) : never;

/** Thrown where a file is no bundle; says why. */
class NoBundle extends Error {
  override name = 'NoBundle';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Reads a file that is said to be a bundle: structure, names, sizes, hashes, schemas, pictures. Nothing of it is
 * executed, and nothing is written. `not-a-bundle` is everything that no version of this app makes, hostile files among
 * it; `tampered` is a bundle that is incomplete or differs from its own manifest. Never rejects.
 */
export async function verifyBundle(bytes: Uint8Array): Promise<VerifiedBundle> {
  try {
    return await verify(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // The words of the reader may repeat a name out of the file, so they are not shown.
    const problem = error instanceof NoBundle ? error.problem : 'damaged';
    return { state: 'not-a-bundle', problems: [phrase(`problem.${problem}`)], document: null, files: [] };
  }
}

async function verify(bytes: Buffer): Promise<VerifiedBundle> {
  if (bytes.length > LARGEST_BUNDLE) throw new NoBundle('large');
  const entries = await unpack(bytes);
  const manifestText = entries.get('manifest.json');
  const documentText = entries.get('diagnosis.json');
  if (manifestText === undefined && documentText === undefined) {
    throw new NoBundle('foreign');
  }
  const problems: Phrase[] = REQUIRED_FILES.filter((name) => !entries.has(name)).map((name) =>
    phrase('problem.missing', { name }),
  );
  problems.push(...againstManifest(manifestText, entries));
  const document = documentText === undefined ? null : parseDocument(documentText, problems);
  for (const [name, content] of entries) {
    if (name.endsWith('.png'))
      problems.push(...checkPicture(content).map((fault) => phrase(`problem.picture.${fault}`, { name })));
  }
  return {
    state: problems.length === 0 ? 'sound' : 'tampered',
    problems,
    document,
    files: [...entries].map(([path, content]) => shownFile(path, content)),
  };
}

function shownFile(path: string, content: Buffer): EvidenceFile {
  const isPicture = path.endsWith('.png');
  const text = isPicture ? null : content.toString('utf8');
  return {
    path,
    bytes: content.length,
    sha256: sha256Of(content),
    kind: isPicture ? 'picture' : path.endsWith('.json') ? 'json' : 'text',
    text,
    pictureDataUrl: isPicture ? `data:image/png;base64,${content.toString('base64')}` : null,
    removed: text === null ? 0 : [...countTags(text).values()].reduce((sum, count) => sum + count, 0),
  };
}

function againstManifest(text: Buffer | undefined, entries: ReadonlyMap<string, Buffer>): Phrase[] {
  if (text === undefined) return [];
  const manifest = manifestSchema.safeParse(jsonOf(text));
  if (!manifest.success) return [versionProblem('manifest.json', text)];
  const listed = new Map(manifest.data.files.map((file) => [file.path, file]));
  return [
    ...[...listed.keys()]
      .filter((path) => !entries.has(path))
      .map((path) => phrase('problem.listed-and-missing', { name: path })),
    ...[...entries.keys()]
      .filter((path) => path !== 'manifest.json' && !listed.has(path))
      .map((path) => phrase('problem.not-listed', { name: path })),
    ...[...entries].flatMap(([path, content]) => {
      const file = listed.get(path);
      if (file === undefined || (file.bytes === content.length && file.sha256 === sha256Of(content)))
        return [];
      return [phrase('problem.changed', { name: path })];
    }),
  ];
}

function parseDocument(text: Buffer, problems: Phrase[]): VerifiedBundle['document'] {
  const document = evidenceDocumentSchema.safeParse(jsonOf(text));
  if (document.success) return document.data;
  problems.push(versionProblem('diagnosis.json', text));
  return null;
}

function versionProblem(name: string, text: Buffer): Phrase {
  const value = jsonOf(text);
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'schemaVersion') : null;
  return typeof version === 'number' && version > 1
    ? phrase('problem.newer', { name })
    : phrase('problem.schema', { name });
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return null;
  }
}

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  const entries = new Map<string, Buffer>();
  let unpacked = 0;
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new NoBundle('many-files');
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      refuseEntry(entry, entries, unpacked);
      entries.set(entry.fileName, await contentOf(zip, entry));
    }
  } finally {
    zip.close();
  }
  return entries;
}

/** Throws for an entry that no bundle of ours holds, before anything of it is unpacked. */
function refuseEntry(entry: Entry, entries: ReadonlyMap<string, Buffer>, unpacked: number): void {
  if (unpacked > MOST_UNPACKED) throw new NoBundle('large-unpacked');
  if (!BUNDLE_NAME.test(entry.fileName)) throw new NoBundle('foreign-name');
  if (entries.has(entry.fileName)) throw new NoBundle('twice');
  if (entry.isEncrypted()) throw new NoBundle('encrypted');
  const kind = (entry.externalFileAttributes >>> 16) & KIND_OF_FILE;
  if (kind !== 0 && kind !== REGULAR_FILE) throw new NoBundle('no-file');
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = Buffer.from(chunk);
    length += piece.length;
    if (length > entry.uncompressedSize) throw new NoBundle('larger-than-said');
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
