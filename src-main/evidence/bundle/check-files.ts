import * as z from 'zod';

import { BUNDLE_FILES, requiredPaths } from '../../contract/report/bundle-files.ts';
import type { FileKind } from '../../contract/report/bundle-files.ts';
import type { EvidenceFile } from '../../contract/report/evidence.ts';
import { evidenceDocumentSchema } from '../../contract/report/verification.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { checkPicture, isShowable } from '../gate/check-picture.ts';
import { limitedJsonInTurns } from './limited-json.ts';
import { manifestSchema, sha256InTurns, sha256Of } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { inTurns, nextTurn } from '../cooperative-steps.ts';
import { oneLine } from '../documents/plain-text.ts';
import { countRemovals } from '../redaction/removal-counts.ts';

const MAX_PROBLEMS = 50;
const MAX_NAME = 100;

/** Whether files are a bundle, whole or not: there is a list of them, or a diagnosis. */
export function isBundle(entries: Pick<ReadonlyMap<string, unknown>, 'has'>): boolean {
  return entries.has(BUNDLE_FILES.manifest.path) || entries.has(BUNDLE_FILES.diagnosis.path);
}

/** What the files of a bundle are, and what is wrong with them. */
export interface CheckedFiles {
  /** Null when it is missing or does not keep to its schema. */
  readonly document: EvidenceDocument | null;
  readonly manifest: Manifest | null;
  readonly files: EvidenceFile[];
  readonly problems: readonly Message[];
}

/** Checks files against their own list, their schemas and what a picture may hold; `unreadable` are named elsewhere. */
export async function checkFiles(
  entries: ReadonlyMap<string, UnpackedFile>,
  unreadable: ReadonlySet<string>,
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
      ...requiredPaths()
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
    sha256: await sha256InTurns(content),
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
