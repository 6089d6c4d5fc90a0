import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import { MAX_COPIED_TEXT } from '../contract/values.ts';
import type { ArrivedBundle, ArrivedCase, EvidenceDocument } from '../contract/report/verification.ts';
import { caseIdOf } from '../evidence/documents/case-id.ts';
import { exactAnswer, requestIdWords } from '../evidence/documents/exact-answer.ts';
import { lastCallTo } from '../evidence/documents/host-findings.ts';
import { oneLine, utcTime } from '../evidence/documents/plain-text.ts';
import { letterOf } from '../evidence/bundle/render-text.ts';
import { questionsOf } from './desk-page.ts';
import { inspectArrival } from './inspect.ts';
import type { Inspected } from './inspect.ts';

/** A foreign document may name any number of hosts, checks and facts. */
const MAX_ROWS = 50;
/** Characters of one sentence or name out of a foreign document. */
const MAX_SENTENCE = 4000;
const MAX_NAME = 300;

/**
 * Inspects what a customer sent, as `npm run verify` does, and returns what the window shows of it. `name` is the file's
 * name. Never rejects.
 */
export async function inspectForWindow(
  name: string,
  bytes: Uint8Array,
  appVersion: string,
): Promise<ArrivedBundle[]> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (await inspectArrival(name, whole, appVersion)).map(toArrivedBundle);
}

/** Returns the window's part of an inspected bundle, cut to what a page can show, with what cannot be seen as escapes. */
export function toArrivedBundle({ source, document, files, ...bundle }: Inspected): ArrivedBundle {
  return {
    ...bundle,
    source: oneLine(source, MAX_NAME),
    case: document === null ? null : caseOf(document),
    files: [...files],
  };
}

function caseOf(document: EvidenceDocument): ArrivedCase {
  const { verdict, sites, checks = [], phrases } = document;
  const letter = letterOf(document);
  return {
    caseId: caseIdOf(document),
    sites,
    checkedAt: utcTime(document.startedAt),
    verdict: {
      kind: verdict.kind,
      rule: oneLine(verdict.rule, MAX_NAME),
      owner: verdict.owner,
      sentence: oneLine(verdict.sentence, MAX_SENTENCE),
    },
    sentence: phrases?.sentence ?? null,
    hosts: document.hosts.slice(0, MAX_ROWS).map((host) => ({ host, ...answerOf(document, host.id) })),
    residencyFacts: document.residencyFacts.slice(0, MAX_ROWS),
    checks: checks.slice(0, MAX_ROWS).map(({ level, sentence, phrase }) => ({ level, sentence, phrase })),
    remarks: document.notes.slice(0, MAX_ROWS).map((remark) => oneLine(remark, MAX_SENTENCE)),
    pictureCount: document.pictures.length,
    letter: letter === null ? null : { kind: letter.kind, text: shownText(letter.text) },
    questions: questionsOf({ document }),
    appVersion: oneLine(document.appVersion, MAX_NAME),
    rulesVersion: oneLine(document.rulesVersion, MAX_NAME),
  };
}

/** The text is copied as it is shown, so that nothing unseen goes into a ticket. */
function shownText(text: string): string {
  return escapeControlCharacters(text.slice(0, MAX_COPIED_TEXT).toWellFormed()).slice(0, MAX_COPIED_TEXT);
}

function answerOf(
  { exchanges }: EvidenceDocument,
  id: string,
): { readonly answer: string; readonly requestIds: string[] } {
  const last = lastCallTo(id, exchanges);
  return { answer: last === undefined ? '' : exactAnswer(last), requestIds: requestIdWords(last) };
}
