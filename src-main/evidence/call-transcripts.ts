import type { Diagnosis, Exchange } from '../contract/diagnosis.ts';
import type { Transcript } from '../contract/evidence.ts';
import { callsOf } from './findings.ts';
import type { Redactor } from './redact.ts';
import { transcript } from './transcript.ts';

const CALL_FILES = { authenticate: '1-authenticate', 'data-call': '2-data-call' } as const;

/** Where the transcript of a call stands in the bundle. */
export function transcriptPath({ host, call }: Pick<Exchange, 'host' | 'call'>): string {
  return `calls/${host}-${CALL_FILES[call]}.txt`;
}

/** The transcripts of every call of a redacted diagnosis, in the order of the run, as they stand in the bundle. */
export function callTranscripts(diagnosis: Diagnosis, redactor: Redactor): Transcript[] {
  return callsOf(diagnosis).flatMap((attempts) => {
    const [first] = attempts;
    return first === undefined
      ? []
      : [{ path: transcriptPath(first), text: redactor.page(transcript(attempts, diagnosis.clientId)).text }];
  });
}
