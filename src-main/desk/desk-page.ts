import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { EvidenceDocument } from '../contract/verification.ts';
import { letterFactsOf } from '../evidence/bundle/render-text.ts';
import { letterOf } from '../evidence/documents/letter.ts';
import { openQuestions } from '../evidence/documents/open-questions.ts';
import { oneLine, utcTime } from '../evidence/documents/plain-text.ts';
import { letterFor } from '../evidence/documents/ticket.ts';
import { formatUntrusted, tEnglish } from '../i18n/translator.ts';
import type { ReceivedMessage } from '../i18n/translator.ts';
import { flatRow } from './flat-row.ts';
import type { ArrivalState, Inspected } from './inspected.ts';

/** What each state means, for people. */
const HEADLINES: Readonly<Record<ArrivalState, string>> = {
  sound:
    'Sound: consistent with its own list. The list is not signed, so this does not prove who made the file.',
  repacked: 'Sound, but packed again by another program: every file is there and unchanged.',
  incomplete: 'Incomplete: files of its own list are missing. A mail gateway may have removed them.',
  damaged: 'Damaged: some files cannot be read. The others are shown.',
  newer: 'Made by a newer version of this app. Update to read it.',
  changed: 'CHANGED after it was made: files differ from its own list, or from what they are made of.',
  'cut-off': 'Cut off: the file ends before its directory. Ask for it once more.',
  encrypted: 'Encrypted: ask for the file without a password.',
  'outlook-message':
    'A message in Outlook’s own format. In Outlook, drag the attachment out, or save the message as .eml.',
  winmail: 'A mail with a winmail.dat. Ask the sender to send as HTML or plain text, not as Rich Text.',
  'mail-without-file': 'A mail without a zip file. A mail gateway may have removed it.',
  'web-page': 'A web page, as a download gives when a sign-in was needed. Download the file again.',
  empty: 'An empty file.',
  'no-evidence': 'No report of Xray Residency Doctor.',
};

/** Returns the questions that are still to be asked; none where there is no diagnosis. */
export function questionsOf({ document }: Pick<Inspected, 'document'>): string[] {
  return document === null ? [] : openQuestions(document, letterFactsOf(document));
}

/** Returns the same numbered and ready to mail; empty if there are none. */
export function missingPage(bundle: Pick<Inspected, 'document'>): string {
  return questionsOf(bundle)
    .map((question, at) => `${at + 1}. ${question}\n`)
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
  const letter = document === null ? null : letterOf(document, letterFactsOf(document));
  return escapeControlCharacters(
    [
      HEADLINES[bundle.state],
      ...inSentences([...bundle.problems, ...bundle.notes]).map((sentence) => `  - ${sentence}`),
      ...(document === null ? [] : ['', ...documentLines(document)]),
      ...(ruleToday === null ? [] : [`Rules of today: ${ruleToday}, which differs from the rule above.`]),
      ...(questions === '' ? [] : ['', 'STILL TO ASK', questions.trimEnd()]),
      ...(letter === null ? [] : ['', document === null ? '' : letterTitle(document), letter.trimEnd()]),
      ...(files.length === 0 ? [] : ['', 'FILES']),
      ...files.map(({ path, bytes, sha256 }) => `  ${sha256}  ${bytes}  ${path}`),
      '',
    ].join('\n'),
  );
}

function letterTitle({ verdict }: EvidenceDocument): string {
  return letterFor(verdict) === 'ticket' ? 'TICKET FOR XRAY' : 'REPLY TO THE CUSTOMER';
}

function documentLines(document: EvidenceDocument): string[] {
  const { verdict, sites, hosts } = document;
  const row = flatRow({
    source: '',
    state: 'sound',
    problems: [],
    document,
    notes: [],
    files: [],
    ruleToday: null,
  });
  return [
    `Case:    ${row.case}`,
    `Site:    ${sites.jira}, checked ${utcTime(document.startedAt)}`,
    `Verdict: ${oneLine(verdict.sentence, 500)}`,
    `Rule:    ${oneLine(verdict.rule, 100)} (rules ${oneLine(document.rulesVersion, 20)}, version ${oneLine(document.appVersion, 20)})`,
    `Acts:    ${verdict.owner}`,
    `Hosts:   ${hosts.map(({ id }) => id).join('/')} = ${hosts.map((host) => hostWord(row, host.id)).join('/')}`,
    ...document.residencyFacts.map(
      ({ product, location, status }) =>
        `${product}: ${oneLine([location, status].filter(Boolean).join(', '), 200)}`,
    ),
  ];
}

function hostWord(row: ReturnType<typeof flatRow>, id: string): string {
  return id === 'global' || id === 'us' || id === 'eu' || id === 'au' ? row[id] : '?';
}
