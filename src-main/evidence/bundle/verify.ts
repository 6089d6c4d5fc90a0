import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import * as z from 'zod';

import { BUNDLE_FILES, bundleFileAt, requiredPaths } from '../../contract/bundle-files.ts';
import type { BundleFiles, FileKind } from '../../contract/bundle-files.ts';
import type { EvidenceFile } from '../../contract/evidence.ts';
import { evidenceDocumentSchema } from '../../contract/verification.ts';
import { MAX_BUNDLE } from '../../contract/values.ts';
import type { VerifiedBundle } from '../../contract/verification.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { checkPicture, isShowable } from '../gate/check-picture.ts';
import { limitedJsonInTurns } from './limited-json.ts';
import { manifestSchema, sha256Of } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import { oneLine } from '../documents/plain-text.ts';
import { countRemovals } from '../redaction/removal-counts.ts';
import { checkLayout } from './zip-layout.ts';
import type { LayoutFault } from './zip-layout.ts';

const MAX_ENTRIES = 200;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PROBLEMS = 50;
const MAX_NAME = 100;
/** The file type in a Unix mode, which is the high half of the external attributes (stat(2)). */
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;

type Problem = MessageKey extends infer Key ? (Key extends `problem.${infer Name}` ? Name : never) : never;

/** Thrown for a file that is no bundle. */
class NoBundle extends Error {
  override name = 'NoBundle';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Reads a file that should be a bundle: structure, names, sizes, hashes, schemas, pictures. Executes and writes nothing.
 * `not-a-bundle` is what no version of this app makes, hostile files included; `tampered` is a bundle that is incomplete
 * or differs from its own manifest. `rows` is what a bundle can hold. Never rejects.
 */
export async function verifyBundle(
  bytes: Uint8Array,
  rows: BundleFiles = BUNDLE_FILES,
): Promise<VerifiedBundle> {
  try {
    return await verify(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), rows);
  } catch (error) {
    // yauzl's own messages may repeat a name out of the file, so they are not shown.
    const problem = error instanceof NoBundle ? error.problem : 'damaged';
    return { state: 'not-a-bundle', problems: [message(`problem.${problem}`)], document: null, files: [] };
  }
}

async function verify(bytes: Buffer, rows: BundleFiles): Promise<VerifiedBundle> {
  if (bytes.length > MAX_BUNDLE) throw new NoBundle('large');
  const { entries, layoutFaults } = await unpack(bytes, rows);
  if (!isBundle(entries)) throw new NoBundle('foreign');
  const checked = await checkFiles(entries, rows);
  const problems = [...layoutFaults.map((fault) => message(`problem.zip.${fault}`)), ...checked.problems];
  return {
    state: problems.length === 0 ? 'sound' : 'tampered',
    problems: shortened(problems),
    document: checked.document,
    files: checked.files,
  };
}

/** Whether files are a bundle, whole or not: there is a list of them, or a diagnosis. */
export function isBundle(entries: Pick<ReadonlyMap<string, unknown>, 'has'>): boolean {
  return entries.has(BUNDLE_FILES.manifest.path) || entries.has(BUNDLE_FILES.diagnosis.path);
}

/** What the files of a bundle are, and what is wrong with them. */
export interface CheckedFiles {
  /** Null when it is missing or does not keep to its schema. */
  readonly document: VerifiedBundle['document'];
  readonly manifest: Manifest | null;
  readonly files: EvidenceFile[];
  readonly problems: readonly Message[];
}

/** Checks files against their own list, their schemas and what a picture may hold; `unreadable` are named elsewhere. */
export async function checkFiles(
  entries: ReadonlyMap<string, UnpackedFile>,
  rows: BundleFiles = BUNDLE_FILES,
  unreadable: ReadonlySet<string> = new Set(),
): Promise<CheckedFiles> {
  const files: EvidenceFile[] = [];
  for (const [path, entry] of entries) {
    files.push(await toEvidenceFile(path, entry));
    await nextTurn();
  }
  const list = await readManifest(entries.get(BUNDLE_FILES.manifest.path)?.content);
  const { document, problems } = await readDocument(entries.get(BUNDLE_FILES.diagnosis.path)?.content);
  return {
    document,
    manifest: list.manifest,
    files,
    problems: [
      ...requiredPaths(rows)
        .filter((name) => !entries.has(name) && !unreadable.has(name))
        .map((name) => message('problem.missing', { name })),
      ...list.problems,
      ...(list.manifest === null ? [] : compareWithManifest(list.manifest, files, unreadable)),
      ...problems,
      ...[...entries].flatMap(([name, { kind, content }]) =>
        kind === 'picture'
          ? checkPicture(content).map((fault) => message(`problem.picture.${fault}`, { name }))
          : [],
      ),
    ],
  };
}

/** A manifest names as many files as it likes. */
export function shortened(problems: Message[]): Message[] {
  const more = problems.length - MAX_PROBLEMS;
  return more <= 1
    ? problems
    : [...problems.slice(0, MAX_PROBLEMS), message('problem.others', { count: more })];
}

async function toEvidenceFile(path: string, { kind, content }: UnpackedFile): Promise<EvidenceFile> {
  const text = kind === 'picture' ? null : content.toString('utf8');
  // The page decodes what it is given.
  const isShown = kind === 'picture' && isShowable(content);
  return {
    path,
    bytes: content.length,
    sha256: sha256Of(content),
    kind,
    text,
    pictureDataUrl: isShown ? `data:image/png;base64,${content.toString('base64')}` : null,
    removed: text === null ? 0 : await inTurns(countRemovals(text)),
  };
}

async function readManifest(bytes: Buffer | undefined): Promise<Pick<CheckedFiles, 'manifest' | 'problems'>> {
  if (bytes === undefined) return { manifest: null, problems: [] };
  const json = await limitedJsonInTurns(bytes);
  const manifest = manifestSchema.safeParse(json);
  return manifest.success
    ? { manifest: manifest.data, problems: [] }
    : { manifest: null, problems: [schemaProblem(BUNDLE_FILES.manifest.path, json)] };
}

function compareWithManifest(
  manifest: Manifest,
  present: readonly EvidenceFile[],
  unreadable: ReadonlySet<string>,
): Message[] {
  const own = BUNDLE_FILES.manifest.path;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const paths = new Set(present.map(({ path }) => path));
  return [
    ...[...listed.keys()]
      .filter((path) => !paths.has(path) && !unreadable.has(path))
      .map((path) => message('problem.listed-and-missing', { name: oneLine(path, MAX_NAME) })),
    ...[...paths]
      .filter((path) => path !== own && !listed.has(path))
      .map((path) => message('problem.not-listed', { name: path })),
    ...present.flatMap((file) => {
      const { path, bytes, sha256 } = file;
      const row = listed.get(path);
      if (row === undefined || (row.bytes === bytes && row.sha256 === sha256)) return [];
      const isSameText = hasOtherLineEnds(file, row.sha256);
      return [message(isSameText ? 'problem.line-ends' : 'problem.changed', { name: path })];
    }),
  ];
}

/** Whether a text is the listed one but for CRLF in place of LF or the other way round, as some transports make it. */
function hasOtherLineEnds({ text }: EvidenceFile, listed: string): boolean {
  if (text === null) return false;
  const withLf = text.replaceAll('\r\n', '\n');
  return [withLf, withLf.replaceAll('\n', '\r\n')].some((each) => sha256Of(Buffer.from(each)) === listed);
}

async function readDocument(bytes: Buffer | undefined): Promise<Pick<CheckedFiles, 'document' | 'problems'>> {
  if (bytes === undefined) return { document: null, problems: [] };
  const json = await limitedJsonInTurns(bytes);
  const document = evidenceDocumentSchema.safeParse(json);
  // The window shows the host name of each address.
  if (document.success && document.data.hosts.every(({ baseUrl }) => z.url().safeParse(baseUrl).success))
    return { document: document.data, problems: [] };
  return { document: null, problems: [schemaProblem(BUNDLE_FILES.diagnosis.path, json)] };
}

function schemaProblem(name: string, value: unknown): Message {
  const isNewer = newerVersion.safeParse(value).success;
  return message(isNewer ? 'problem.newer' : 'problem.schema', { name });
}

const newerVersion = z.object({ schemaVersion: z.number().gt(1) });

export interface UnpackedFile {
  readonly kind: FileKind;
  readonly content: Buffer;
}

async function unpack(
  bytes: Buffer,
  rows: BundleFiles,
): Promise<{
  readonly entries: ReadonlyMap<string, UnpackedFile>;
  readonly layoutFaults: readonly LayoutFault[];
}> {
  const zip = await yauzl.fromBufferPromise(bytes, {
    strictFileNames: true,
    validateEntrySizes: true,
    autoClose: false,
  });
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new NoBundle('many-files');
    const directory = new Map<string, { readonly entry: Entry; readonly kind: FileKind }>();
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MAX_UNPACKED) throw new NoBundle('large-unpacked');
      if (directory.has(entry.fileName)) throw new NoBundle('twice');
      directory.set(entry.fileName, { entry, kind: kindOf(entry, rows) });
    }
    // Nothing is unpacked before the whole directory is read.
    const entries = new Map<string, UnpackedFile>();
    for (const [name, { entry, kind }] of directory)
      entries.set(name, { kind, content: await contentOf(zip, entry) });
    const all = [...directory.values()].map(({ entry }) => entry);
    return { entries, layoutFaults: await checkLayout(bytes, all, zip.comment) };
  } finally {
    zip.close();
  }
}

/** Throws for an entry that no bundle of ours holds. */
function kindOf(entry: Entry, rows: BundleFiles): FileKind {
  const row = bundleFileAt(entry.fileName, rows);
  if (row === null) throw new NoBundle('foreign-name');
  if (entry.isEncrypted()) throw new NoBundle('encrypted');
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR_FILE) throw new NoBundle('no-file');
  return row.kind;
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
