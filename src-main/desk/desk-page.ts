import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { EvidenceDocument } from '../contract/report/verification.ts';
import { letterFactsOf, letterOf } from '../evidence/bundle/render-text.ts';
import { caseIdOf } from '../evidence/documents/case-id.ts';
import { openQuestions } from '../evidence/documents/letters/open-questions.ts';
import { linesIf, numbered, oneLine, utcTime } from '../evidence/documents/plain-text.ts';
import { formatUntrusted, tEnglish } from '../i18n/translator.ts';
import type { ReceivedMessage } from '../i18n/translator.ts';
import { hostState } from './flat-row.ts';
import type { Inspected } from './inspect.ts';

/** Returns the questions that are still to be asked; none where there is no diagnosis. */
export function questionsOf({ document }: Pick<Inspected, 'document'>): string[] {
  return document === null ? [] : openQuestions(document, letterFactsOf(document));
}

/** Returns the same numbered and ready to mail; empty if there are none. */
export function missingPage(bundle: Pick<Inspected, 'document'>): string {
  return numbered(questionsOf(bundle))
    .map((question) => `${question}\n`)
    .join('');
}

/** Returns problems or notes as English sentences. */
export function inSentences(messages: readonly ReceivedMessage[]): string[] {
  return messages.map((each) => formatUntrusted(tEnglish, each, each.key));
}

/** Returns the full page for one bundle: state, case, verdict, hosts, what is missing, the letter. Safe for a terminal. */
export function deskPage(bundle: Inspected): string {
  const { document, files, ruleToday } = bundle;
  const questions = missingPage(bundle);
  return escapeControlCharacters(
    [
      tEnglish(`desk.state.${bundle.state}`),
      ...inSentences([...bundle.problems, ...bundle.notes]).map((sentence) => `  - ${sentence}`),
      ...(document === null ? [] : ['', ...documentLines(document)]),
      ...linesIf(ruleToday !== null, `Rules of today: ${ruleToday}, which differs from the rule above.`),
      ...linesIf(questions !== '', '', 'STILL TO ASK', questions.trimEnd()),
      ...(document === null ? [] : letterLines(document)),
      ...linesIf(files.length > 0, '', 'FILES'),
      ...files.map(({ path, bytes, sha256 }) => `  ${sha256}  ${bytes}  ${path}`),
      '',
    ].join('\n'),
  );
}

function letterLines(document: EvidenceDocument): string[] {
  const letter = letterOf(document);
  if (letter === null) return [];
  const title = letter.kind === 'ticket' ? 'TICKET FOR XRAY' : 'REPLY TO THE CUSTOMER';
  return ['', title, letter.text.trimEnd()];
}

function documentLines(document: EvidenceDocument): string[] {
  const { verdict, sites, hosts } = document;
  return [
    `Case:    ${caseIdOf(document)}`,
    `Site:    ${sites.jira}, checked ${utcTime(document.startedAt)}`,
    `Verdict: ${oneLine(verdict.sentence, 500)}`,
    `Rule:    ${oneLine(verdict.rule, 100)} (rules ${oneLine(document.rulesVersion, 20)}, version ${oneLine(document.appVersion, 20)})`,
    `Acts:    ${verdict.owner}`,
    `Hosts:   ${hosts.map(({ id }) => id).join('/')} = ${hosts.map((host) => hostState(host)).join('/')}`,
    ...document.residencyFacts.map(
      ({ product, location, status }) =>
        `${product}: ${oneLine([location, status].filter(Boolean).join(', '), 200)}`,
    ),
  ];
}
