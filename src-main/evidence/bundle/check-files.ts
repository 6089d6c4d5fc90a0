import * as z from 'zod';

import { BUNDLE_FILES, bundleFileAt, requiredPaths } from '../../contract/report/bundle-files.ts';
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
import { countRemovals } from '../redaction/tags.ts';

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
  entries: ReadonlyMap<string, Buffer>,
  unreadable: ReadonlySet<string>,
): Promise<CheckedFiles> {
  const files: EvidenceFile[] = [];
  for (const [path, content] of entries) {
    files.push(await toEvidenceFile(path, content));
    await nextTurn();
  }
  const manifest = await readJson(BUNDLE_FILES.manifest.path, entries, manifestSchema);
  const document = await readJson(BUNDLE_FILES.diagnosis.path, entries, shownDocumentSchema);
  return {
    document: document.value,
    manifest: manifest.value,
    files,
    problems: [
      ...requiredPaths()
        .filter((name) => !entries.has(name) && !unreadable.has(name))
        .map((name) => message('problem.missing', { name })),
      ...manifest.problems,
      ...(manifest.value === null ? [] : compareWithManifest(manifest.value, files, unreadable)),
      ...document.problems,
      ...[...entries].flatMap(([name, content]) =>
        kindOf(name) === 'picture'
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

function kindOf(path: string): EvidenceFile['kind'] {
  return bundleFileAt(path)?.kind ?? 'text';
}

async function toEvidenceFile(path: string, content: Buffer): Promise<EvidenceFile> {
  const kind = kindOf(path);
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

// The window shows the host name of each address.
const shownDocumentSchema = evidenceDocumentSchema.refine(({ hosts }) =>
  hosts.every(({ baseUrl }) => z.url().safeParse(baseUrl).success),
);
const newerVersion = z.object({ schemaVersion: z.number().gt(1) });

/** Resolves with what a schema makes of a file; null for one that is missing, which is told elsewhere, or does not fit. */
async function readJson<T>(
  path: string,
  entries: ReadonlyMap<string, Buffer>,
  schema: z.ZodType<T>,
): Promise<{ readonly value: T | null; readonly problems: readonly Message[] }> {
  const bytes = entries.get(path);
  if (bytes === undefined) return { value: null, problems: [] };
  const json = await limitedJsonInTurns(bytes);
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const isNewer = newerVersion.safeParse(json).success;
  return { value: null, problems: [message(isNewer ? 'problem.newer' : 'problem.schema', { name: path })] };
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
