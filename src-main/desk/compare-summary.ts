import { BUNDLE_FILES } from '../contract/bundle-files.ts';
import { DEFAULT_SUPPORT } from '../contract/support/default-support.ts';
import type { EvidenceDocument } from '../contract/verification.ts';
import type { Manifest } from '../evidence/bundle/manifest.ts';
import { aboutFile } from '../evidence/bundle/render-files.ts';
import { toEnd } from '../evidence/cooperative-steps.ts';
import { caseIdOf } from '../evidence/documents/case-id.ts';
import { summary } from '../evidence/documents/summary.ts';
import { removalsByKind } from '../evidence/redaction/removal-counts.ts';
import { TAG } from '../evidence/redaction/tags.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

interface Compared {
  readonly problems: readonly Message[];
  readonly notes: readonly Message[];
}

const NAME = BUNDLE_FILES.summary.path;

/**
 * Compares `summary.txt` with what `diagnosis.json` says, so that a text which was changed together with the list of
 * hashes is found. Every version writes the verdict's sentence and rule; all other lines are compared only if this very
 * version wrote them.
 */
export function compareSummary(
  written: string,
  document: EvidenceDocument,
  manifest: Manifest | null,
  appVersion: string,
): Compared {
  const { verdict } = document;
  const words = inOneLine(written);
  if (![verdict.sentence, verdict.rule].every((each) => words.includes(inOneLine(each))))
    return { problems: [message('problem.other-verdict', { name: NAME })], notes: [] };
  const notCompared = { problems: [], notes: [message('problem.not-compared', { name: NAME })] };
  // A document without checks is older than the present form of the summary.
  const isOurs = document.appVersion === appVersion && document.checks !== undefined;
  if (manifest === null || !isOurs) return notCompared;
  if (Number.isNaN(Date.parse(manifest.createdAt)))
    return { problems: [message('problem.schema', { name: BUNDLE_FILES.manifest.path })], notes: [] };
  const lines = written.replaceAll('\r\n', '\n').split('\n');
  const fresh = renderAgain(lines, document, manifest).split('\n');
  const length = Math.max(lines.length, fresh.length);
  const differing = Array.from({ length }, (_, at) => at).filter((at) => lines[at] !== fresh[at]);
  if (differing.length === 0) return { problems: [], notes: [] };
  // The redactor reads the finished page once more, with secrets that nobody has here.
  if (differing.every((at) => hasTag(lines[at] ?? ''))) return notCompared;
  const line = (differing[0] ?? 0) + 1;
  return { problems: [message('problem.text-differs', { name: NAME, line })], notes: [] };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function hasTag(line: string): boolean {
  return line.search(TAG) >= 0;
}

function renderAgain(lines: readonly string[], document: EvidenceDocument, manifest: Manifest): string {
  const captions = new Map(document.pictures.map(({ path, caption }) => [path, caption]));
  const paths = [...manifest.files.map(({ path }) => path), BUNDLE_FILES.manifest.path];
  return summary(document, {
    caseId: caseIdOf(document),
    supportName: supportNameIn(lines, document),
    residency: document.residency,
    residencyFacts: document.residencyFacts,
    appVersion: document.appVersion,
    createdAt: new Date(manifest.createdAt),
    files: paths.map((path) => ({ path, about: aboutFile(path, captions.get(path)) })),
    removedByKind: toEnd(removalsByKind(JSON.stringify(document))),
    missing: manifest.missing,
  });
}

/** The supporter's name stands in no field of the document; the summary's is taken if the document's own sentences have it. */
function supportNameIn(lines: readonly string[], { verdict }: EvidenceDocument): string {
  const line = lines.find((each) => each.startsWith('  Who acts: ')) ?? '';
  const name = line.slice('  Who acts: '.length).replace(/^Xray, through /u, '');
  const { sentence, meaning, nextSteps } = verdict;
  const said = [sentence, meaning, ...nextSteps.pinned, ...nextSteps.migrating].join('\n');
  return name !== '' && said.includes(name) ? name : DEFAULT_SUPPORT.name;
}
