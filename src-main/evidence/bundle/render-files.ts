import type { CleanPicture } from '../../capture/image/clean-png.ts';
import { BUNDLE_FILES, bundleFileAt } from '../../contract/report/bundle-files.ts';
import type { BundleFile, BundleFileId, BundleFiles, FileKind } from '../../contract/report/bundle-files.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import type { OptionalPart } from '../../contract/report/evidence.ts';
import type { EvidenceDocument } from '../../contract/report/verification.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { nextTurn, toEnd } from '../cooperative-steps.ts';
import { callTranscripts } from '../documents/transcript.ts';
import { harOf } from '../documents/har.ts';
import { oneLine } from '../documents/plain-text.ts';
import { closed, jsonOf, joined, sumOf } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { countRemovals } from '../redaction/tags.ts';
import { renderLetter, renderPage } from './render-text.ts';
import type { ListedFacts } from '../documents/summary.ts';

/** What the files of a bundle are rendered from. */
interface RenderInput {
  readonly diagnosis: Redacted<Diagnosis>;
  readonly document: Redacted<EvidenceDocument>;
  readonly pictures: readonly (Pick<CleanPicture, 'bytes'> & {
    readonly path: RedactedText;
    readonly caption: RedactedText;
  })[];
  /** As the person typed it. */
  readonly note: string;
  /** As the app wrote it. */
  readonly log: readonly string[];
  readonly redactor: Redactor;
}

/** A file as its renderer returns it. */
interface RenderedFile {
  readonly path: RedactedText;
  readonly content: RedactedText | Uint8Array;
  /** What the person says of a picture. */
  readonly caption?: string;
}

/** Returns the files of one row; none if there is nothing to tell. */
type Renderer = (input: RenderInput) => readonly RenderedFile[] | Promise<readonly RenderedFile[]>;

const MAX_LOG_LINE_LENGTH = 2000;

/** Returns what `details.txt` says of a file; `caption` is a picture's. */
export function aboutFile(path: string, caption = '', row = bundleFileAt(path)): string {
  if (row === BUNDLE_FILES.calls)
    return `the ${path.endsWith('-1-authenticate.txt') ? 'sign-in' : 'data'} call, as sent and answered`;
  return [row?.about ?? '', oneLine(caption, 200)].filter((words) => words !== '').join(': ');
}

/** Returns the one file of a row that has a fixed path. */
function fileOf(
  id: 'ticket' | 'reply' | 'note' | 'diagnosis' | 'har' | 'log',
  content: RedactedText,
): RenderedFile[] {
  return [{ path: closed`${BUNDLE_FILES[id].path}`, content }];
}

const letterRenderer =
  (name: 'ticket' | 'reply'): Renderer =>
  ({ document, redactor }) => {
    const text = renderLetter(name, document);
    return text === null ? [] : fileOf(name, redactor.redactDocument(text));
  };

/** One renderer a row; pages and manifest are about the others and are made last. */
const RENDERERS: Readonly<Record<Exclude<BundleFileId, 'summary' | 'details' | 'manifest'>, Renderer>> = {
  ticket: letterRenderer('ticket'),
  reply: letterRenderer('reply'),
  note: ({ note, redactor }) => {
    const text = redactor.redactUserText(note);
    return text === '' ? [] : fileOf('note', closed`${text}\n`);
  },
  diagnosis: ({ document }) => fileOf('diagnosis', jsonOf(document)),
  calls: async ({ diagnosis, redactor }) =>
    (await callTranscripts(diagnosis, redactor)).map(({ path, text }) => ({ path, content: text })),
  har: async ({ diagnosis, document, redactor }) => {
    if (diagnosis.exchanges.length === 0) return [];
    const text = JSON.stringify(harOf(diagnosis, document.appVersion), null, 2);
    return fileOf('har', closed`${await redactor.redactJsonDocument(text)}\n`);
  },
  pictures: ({ pictures }) => pictures.map(({ bytes, ...picture }) => ({ ...picture, content: bytes })),
  log: ({ log, redactor }) => {
    // Redacted before blanks are drawn together: a secret may hold some.
    const lines = log.map((line) =>
      redactor.redactDocument(oneLine(redactor.redactUserText(line), MAX_LOG_LINE_LENGTH)),
    );
    return lines.length === 0 ? [] : fileOf('log', closed`${joined(lines, '\n')}\n`);
  },
};

/** What a bundle can hold, and how each file is rendered. */
export interface BundleTable {
  readonly files: BundleFiles;
  readonly renderers: Readonly<Record<string, Renderer>>;
}

export const BUNDLE_TABLE: BundleTable = { files: BUNDLE_FILES, renderers: RENDERERS };

/** A file of a bundle as bytes; `text` is null for a picture. */
export interface PreparedFile {
  readonly path: RedactedText;
  readonly row: BundleFile;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  readonly sha256: RedactedText;
  readonly text: RedactedText | null;
  /** Tags in the text. */
  readonly removed: number;
  readonly about: string;
}

/** Renders every row but pages and manifest. Returns the files, and a sentence for each row that should have one. */
export async function renderFiles(
  input: RenderInput,
  { files: rows, renderers }: BundleTable,
  leaveOut: readonly OptionalPart[],
): Promise<{ readonly files: readonly PreparedFile[]; readonly missing: readonly Message[] }> {
  const files: PreparedFile[] = [];
  const missing: Message[] = [];
  for (const [id, row] of Object.entries(rows)) {
    const isWanted = row.part === undefined || !leaveOut.includes(row.part);
    const rendered = isWanted ? ((await renderers[id]?.(input)) ?? []) : [];
    if (rendered.length === 0 && row.missing !== undefined) missing.push(message(row.missing));
    for (const file of rendered) {
      files.push(preparedFile(row, file));
      await nextTurn();
    }
  }
  return { files, missing };
}

/** A row of a page, which has a path of its own. */
type PageRow = (typeof BUNDLE_FILES)['summary' | 'details'];

/**
 * Adds the pages that are about all files, where the rows place them. `isKept` says whether a page may be in the bundle.
 */
export function withPages(
  files: readonly PreparedFile[],
  { document, redactor }: Pick<RenderInput, 'document' | 'redactor'>,
  listed: Omit<ListedFacts, 'files'>,
  { files: rows }: BundleTable,
  isKept: (row: PageRow) => boolean,
): PreparedFile[] {
  const pages = (['summary', 'details'] as const).filter((name) => isKept(BUNDLE_FILES[name]));
  const order = Object.values(rows);
  const sorted = <T extends { readonly row: BundleFile }>(all: readonly T[]): T[] =>
    all.toSorted((one, other) => order.indexOf(one.row) - order.indexOf(other.row));
  const named = pages.map((name) => ({ ...BUNDLE_FILES[name], row: BUNDLE_FILES[name] }));
  const all = [...sorted([...named, ...files]), BUNDLE_FILES.manifest];
  const rendered = pages.map((name) => {
    const text = redactor.redactDocument(renderPage(name, document, { ...listed, files: all }));
    return preparedFile(BUNDLE_FILES[name], { path: closed`${BUNDLE_FILES[name].path}`, content: text });
  });
  return sorted([...rendered, ...files]);
}

/** Throws for a path that the row does not allow. */
export function preparedFile(row: BundleFile, { path, content, caption }: RenderedFile): PreparedFile {
  if (bundleFileAt(path, { row }) === null) throw new Error('A file has a path that its row does not allow.');
  const text = typeof content === 'string' ? content : null;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    path,
    row,
    kind: row.kind,
    bytes,
    sha256: sumOf(bytes),
    text,
    removed: text === null ? 0 : toEnd(countRemovals(text)),
    about: aboutFile(path, caption, row),
  };
}
