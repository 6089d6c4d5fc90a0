import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import * as z from 'zod';

import type { EvidenceFile } from '../../contract/evidence.ts';
import { evidenceDocumentSchema } from '../../contract/verification.ts';
import { MAX_BUNDLE } from '../../contract/values.ts';
import type { VerifiedBundle } from '../../contract/verification.ts';
import type { MessageKey } from '../../i18n/en/index.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { BUNDLE_NAME, REQUIRED_FILES } from '../gate/gate.ts';
import { checkPicture, isShowable } from '../gate/check-picture.ts';
import { limitedJsonInTurns } from './limited-json.ts';
import { manifestSchema, sha256Of } from './manifest.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import { oneLine } from '../documents/plain-text.ts';
import { countRemovals } from '../redaction/removal-counts.ts';
import { checkLayout } from './zip-layout.ts';
import type { LayoutFault } from './zip-layout.ts';

const MAX_ENTRIES = 200;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PROBLEMS = 50;
const MAX_NAME = 100;
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
    return { state: 'not-a-bundle', problems: [message(`problem.${problem}`)], document: null, files: [] };
  }
}

async function verify(bytes: Buffer): Promise<VerifiedBundle> {
  if (bytes.length > MAX_BUNDLE) throw new NoBundle('large');
  const { entries, layoutFaults } = await unpack(bytes);
  const manifestText = entries.get('manifest.json');
  const documentText = entries.get('diagnosis.json');
  if (manifestText === undefined && documentText === undefined) {
    throw new NoBundle('foreign');
  }
  const problems: Message[] = layoutFaults.map((fault) => message(`problem.zip.${fault}`));
  for (const name of REQUIRED_FILES)
    if (!entries.has(name)) problems.push(message('problem.missing', { name }));
  const files: EvidenceFile[] = [];
  for (const [path, content] of entries) {
    files.push(await shownFile(path, content));
    await nextTurn();
  }
  problems.push(...(await againstManifest(manifestText, files)));
  const document = documentText === undefined ? null : await parseDocument(documentText, problems);
  for (const [name, content] of entries) {
    if (name.endsWith('.png'))
      problems.push(...checkPicture(content).map((fault) => message(`problem.picture.${fault}`, { name })));
  }
  return {
    state: problems.length === 0 ? 'sound' : 'tampered',
    problems: shortened(problems),
    document,
    files,
  };
}

/** A list of files names as many as it likes. */
function shortened(problems: Message[]): Message[] {
  const more = problems.length - MAX_PROBLEMS;
  return more <= 1
    ? problems
    : [...problems.slice(0, MAX_PROBLEMS), message('problem.others', { count: more })];
}

async function shownFile(path: string, content: Buffer): Promise<EvidenceFile> {
  const isPicture = path.endsWith('.png');
  const text = isPicture ? null : content.toString('utf8');
  // The page unpacks what it shows.
  const isShown = isPicture && isShowable(content);
  return {
    path,
    bytes: content.length,
    sha256: sha256Of(content),
    kind: isPicture ? 'picture' : path.endsWith('.json') ? 'json' : 'text',
    text,
    pictureDataUrl: isShown ? `data:image/png;base64,${content.toString('base64')}` : null,
    removed: text === null ? 0 : await inTurns(countRemovals(text)),
  };
}

async function againstManifest(
  text: Buffer | undefined,
  present: readonly EvidenceFile[],
): Promise<Message[]> {
  if (text === undefined) return [];
  const json = await limitedJsonInTurns(text);
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) return [versionProblem('manifest.json', json)];
  const listed = new Map(manifest.data.files.map((file) => [file.path, file]));
  const paths = new Set(present.map(({ path }) => path));
  return [
    ...[...listed.keys()]
      .filter((path) => !paths.has(path))
      .map((path) => message('problem.listed-and-missing', { name: oneLine(path, MAX_NAME) })),
    ...[...paths]
      .filter((path) => path !== 'manifest.json' && !listed.has(path))
      .map((path) => message('problem.not-listed', { name: path })),
    ...present.flatMap(({ path, bytes, sha256 }) => {
      const file = listed.get(path);
      const isSame = file === undefined || (file.bytes === bytes && file.sha256 === sha256);
      return isSame ? [] : [message('problem.changed', { name: path })];
    }),
  ];
}

async function parseDocument(text: Buffer, problems: Message[]): Promise<VerifiedBundle['document']> {
  const json = await limitedJsonInTurns(text);
  const document = evidenceDocumentSchema.safeParse(json);
  if (document.success && document.data.hosts.every(hasAddress)) return document.data;
  problems.push(versionProblem('diagnosis.json', json));
  return null;
}

/** The window shows the host name of the address. */
function hasAddress({ baseUrl }: { readonly baseUrl: string }): boolean {
  return z.url().safeParse(baseUrl).success;
}

function versionProblem(name: string, value: unknown): Message {
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'schemaVersion') : null;
  return typeof version === 'number' && version > 1
    ? message('problem.newer', { name })
    : message('problem.schema', { name });
}

async function unpack(bytes: Buffer): Promise<{
  readonly entries: ReadonlyMap<string, Buffer>;
  readonly layoutFaults: readonly LayoutFault[];
}> {
  const zip = await yauzl.fromBufferPromise(bytes, {
    strictFileNames: true,
    validateEntrySizes: true,
    autoClose: false,
  });
  const entries = new Map<string, Buffer>();
  const directory: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new NoBundle('many-files');
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      refuseEntry(entry, names, unpacked);
      names.add(entry.fileName);
      directory.push(entry);
    }
    // Nothing is unpacked before the directory has been read to its end.
    for (const entry of directory) entries.set(entry.fileName, await contentOf(zip, entry));
    return { entries, layoutFaults: await checkLayout(bytes, directory, zip.comment) };
  } finally {
    zip.close();
  }
}

/** Throws for an entry that no bundle of ours holds, before anything of it is unpacked. */
function refuseEntry(entry: Entry, names: ReadonlySet<string>, unpacked: number): void {
  if (unpacked > MAX_UNPACKED) throw new NoBundle('large-unpacked');
  if (!BUNDLE_NAME.test(entry.fileName)) throw new NoBundle('foreign-name');
  if (names.has(entry.fileName)) throw new NoBundle('twice');
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
