import type { Diagnosis, Exchange } from '../../contract/diagnosis.ts';
import { caseIdOf } from './case-id.ts';
import { callsOf } from './host-findings.ts';
import { nextTurn } from '../cooperative-steps.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { closed, partOf } from '../redaction/redacted.ts';
import type { Redacted, RedactedText } from '../redaction/redacted.ts';
import { transcript } from './transcript.ts';

const CALL_FILES = { authenticate: '1-authenticate', 'data-call': '2-data-call' } as const;

/** Returns the path of a call's transcript in the bundle. */
export function transcriptPath({ host, call }: Pick<Exchange, 'host' | 'call'>): string {
  return `calls/${host}-${CALL_FILES[call]}.txt`;
}

/** A transcript as it crosses IPC. */
export interface RedactedTranscript {
  readonly path: RedactedText;
  readonly text: RedactedText;
}

/** Resolves with the transcript of every call, in the order of the run. */
export async function callTranscripts(
  diagnosis: Redacted<Diagnosis>,
  redactor: Redactor,
): Promise<RedactedTranscript[]> {
  const exchanges = partOf(diagnosis, 'exchanges');
  const caseId = caseIdOf(diagnosis);
  const transcripts: RedactedTranscript[] = [];
  for (const attempts of callsOf(diagnosis)) {
    const [first] = attempts;
    if (first === undefined) continue;
    const text = await redactor.redactLongDocument(transcript(attempts, diagnosis.clientId, caseId));
    const host = partOf(partOf(exchanges, diagnosis.exchanges.indexOf(first)), 'host');
    transcripts.push({ path: closed`calls/${host}-${CALL_FILES[first.call]}.txt`, text });
    await nextTurn();
  }
  return transcripts;
}
