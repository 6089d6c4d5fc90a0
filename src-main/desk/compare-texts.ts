import { BUNDLE_FILES } from '../contract/report/bundle-files.ts';
import type { EvidenceDocument } from '../contract/report/verification.ts';
import type { Manifest } from '../evidence/bundle/manifest.ts';
import { aboutFile } from '../evidence/bundle/render-files.ts';
import { renderLetter, renderPage } from '../evidence/bundle/render-text.ts';
import type { ListedFacts } from '../evidence/documents/summary.ts';
import { TAG } from '../evidence/redaction/tags.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** What is wrong with texts, and what is to be known of them and is no fault. */
export interface Compared {
  readonly problems: Message[];
  readonly notes: Message[];
}

/** The texts that follow from `diagnosis.json` and `manifest.json`; `path` is the one in the bundle. */
const RENDERED: Readonly<Record<string, (document: EvidenceDocument, listed: ListedFacts) => string | null>> =
  {
    [BUNDLE_FILES.summary.path]: (document, listed) => renderPage('summary', document, listed),
    [BUNDLE_FILES.ticket.path]: (document) => renderLetter('ticket', document),
    [BUNDLE_FILES.reply.path]: (document) => renderLetter('reply', document),
    [BUNDLE_FILES.details.path]: (document, listed) => renderPage('details', document, listed),
  };

/**
 * Compares the texts of a bundle with what `diagnosis.json` says, so that a text which was changed together with the list
 * of hashes is found and named. Every version writes the rule into the summary; other words are compared only if this very
 * version wrote them. Takes the texts whose hashes are as listed, by their paths.
 */
export function compareTexts(
  texts: ReadonlyMap<string, string>,
  document: EvidenceDocument,
  manifest: Manifest | null,
  appVersion: string,
): Compared {
  const other = otherVerdict(texts, document);
  if (other !== null) return { problems: [other], notes: [] };
  const written = Object.keys(RENDERED).filter((path) => texts.has(path));
  // A document of before does not name its support, and its texts had another form under the same version.
  const isOwnForm = document.appVersion === appVersion && document.support !== undefined;
  if (manifest === null || !isOwnForm)
    return {
      problems: [],
      notes: written.length === 0 ? [] : [message('problem.other-version', { names: written })],
    };
  if (Number.isNaN(Date.parse(manifest.createdAt)))
    return { problems: [message('problem.schema', { name: BUNDLE_FILES.manifest.path })], notes: [] };
  const listed = listedFacts(document, manifest);
  const problems: Message[] = [];
  const notes: Message[] = [];
  for (const [path, render] of Object.entries(RENDERED)) {
    const text = texts.get(path);
    if (text === undefined) continue;
    const difference = differenceOf(text, render(document, listed) ?? '');
    if (difference === 'redacted') notes.push(message('problem.not-compared', { name: path }));
    else if (difference !== null)
      problems.push(message('problem.text-differs', { name: path, line: difference }));
  }
  return { problems, notes };
}

/** Every version names the rule in the summary; a document of before has the verdict's sentence there, too. */
function otherVerdict(
  texts: ReadonlyMap<string, string>,
  { verdict, support }: EvidenceDocument,
): Message | null {
  const name = BUNDLE_FILES.summary.path;
  const summary = texts.get(name);
  if (summary === undefined) return null;
  const words = inOneLine(summary);
  const said = support === undefined ? [verdict.rule, verdict.sentence] : [verdict.rule];
  return said.every((each) => words.includes(inOneLine(each)))
    ? null
    : message('problem.other-verdict', { name });
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function listedFacts(document: EvidenceDocument, { createdAt, files, missing }: Manifest): ListedFacts {
  const captions = new Map(document.pictures.map(({ path, caption }) => [path, caption]));
  const paths = [...files.map(({ path }) => path), BUNDLE_FILES.manifest.path];
  return {
    createdAt: new Date(createdAt),
    files: paths.map((path) => ({ path, about: aboutFile(path, captions.get(path)) })),
    missing,
  };
}

/** Characters of a line in which tags are followed; the lines of a bundle are far shorter. */
const MAX_LINE_LENGTH = 16 * 1024;

/**
 * Returns the number of the first line that differs; null for none. `redacted` if lines differ only in that tags stand for
 * parts of them: the redactor read the finished text once more, with secrets that nobody has here.
 */
function differenceOf(written: string, fresh: string): number | 'redacted' | null {
  const lines = written.replaceAll('\r\n', '\n').split('\n');
  const freshLines = fresh.split('\n');
  const length = Math.max(lines.length, freshLines.length);
  let isRedacted = false;
  for (let at = 0; at < length; at += 1) {
    const [line, freshLine] = [lines[at], freshLines[at]];
    if (line === freshLine) continue;
    if (line === undefined || freshLine === undefined || !isRedactedForm(line, freshLine)) return at + 1;
    isRedacted = true;
  }
  return isRedacted ? 'redacted' : null;
}

/** Whether a line is another one in which tags stand for some parts. */
function isRedactedForm(line: string, fresh: string): boolean {
  if (line.length > MAX_LINE_LENGTH || fresh.length > MAX_LINE_LENGTH) return false;
  const [first = '', ...parts] = line.split(TAG);
  const last = parts.pop();
  if (last === undefined || !fresh.startsWith(first) || !fresh.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts) {
    const at = fresh.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from + last.length <= fresh.length;
}
