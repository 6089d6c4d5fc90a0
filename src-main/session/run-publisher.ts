import type { Diagnosis, Progress } from '../contract/diagnosis.ts';
import { callTranscripts, transcriptPath } from '../evidence/documents/call-transcripts.ts';
import type { RedactedTranscript } from '../evidence/documents/call-transcripts.ts';
import type { RunListener, PartialRun } from '../evidence/finished-run.ts';
import type { Redacted } from '../evidence/redaction/redacted.ts';
import type { RedactedCheck, RedactedRun } from '../ipc/redacted-answers.ts';
import type { RunRedaction } from './run-redaction.ts';

/** Events for the window; everything in them is redacted. */
export interface RunEvents {
  readonly onProgress: (progress: Progress) => void;
  readonly onTranscript: (transcript: RedactedTranscript) => void;
  readonly onPartialDiagnosis: (diagnosis: Redacted<Diagnosis>) => void;
}

/** Tells the window of a run while it goes on, and remembers what was told for a page that begins anew. */
export interface RunTeller {
  /** Forgets the run before; returns the listener of the next one. What an earlier one still hears is told to nobody. */
  begin(): RunListener;
  /** Tells at once what would have been told a moment later; returns once everything that was found has been told. */
  flush(): Promise<void>;
  /** What was told of the run; null when none was begun. */
  snapshot(): Omit<RedactedRun, 'choices'> | null;
  forget(): void;
}

interface RunSnapshot {
  readonly progress: Progress[];
  /** By path: a later one of the same call takes its place. */
  readonly transcripts: Map<string, RedactedTranscript>;
  diagnosis: Redacted<Diagnosis> | null;
}

/** What a run finds is told to the window this long after, at the latest. */
const TELL_AFTER_MS = 50;

/** Makes the teller of the open case; `redaction` returns the redactor of the run. */
export function createRunTeller(events: RunEvents, redaction: RunRedaction): RunTeller {
  let told: RunSnapshot | null = null;
  /** What of a run the window has not been told yet. */
  let pending: { found: PartialRun; readonly paths: Set<string>; readonly timer: NodeJS.Timeout } | null =
    null;

  /** What is told comes in the order in which it was found, and all of it before the run's own answer. */
  let telling: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (pending !== null && told !== null) {
      const { found, paths, timer } = pending;
      const own = told;
      clearTimeout(timer);
      pending = null;
      telling = telling.then(() => publish(own, found, paths));
    }
    return telling;
  };

  const publish = async (own: RunSnapshot, found: PartialRun, paths: ReadonlySet<string>): Promise<void> => {
    if (told !== own) return;
    const { diagnosis, transcripts } = await redacted(found);
    if (told !== own) return;
    for (const transcript of transcripts) {
      // One host may have given back the token of another one before that was known to be one.
      const before = own.transcripts.get(transcript.path);
      if (before === undefined ? !paths.has(transcript.path) : before.text === transcript.text) continue;
      own.transcripts.set(transcript.path, transcript);
      events.onTranscript(transcript);
    }
    if (!found.isSettled) return;
    own.diagnosis = diagnosis;
    events.onPartialDiagnosis(diagnosis);
  };

  /** Begins again when a secret became known in the meantime: what was looked at before may hold it. */
  const redacted = async (found: PartialRun): Promise<RedactedCheck> => {
    const redactor = redaction(found);
    for (;;) {
      const known = redactor.secretCount();
      const diagnosis = await redactor.redactDiagnosis(found.diagnosis);
      const transcripts = await callTranscripts(diagnosis, redactor);
      if (redactor.secretCount() === known) return { diagnosis, transcripts };
    }
  };

  const forget = (): void => {
    if (pending !== null) clearTimeout(pending.timer);
    pending = null;
    told = null;
  };

  return {
    begin: () => {
      forget();
      const own: RunSnapshot = { progress: [], transcripts: new Map(), diagnosis: null };
      told = own;
      return {
        onProgress: (progress) => {
          if (told !== own) return;
          own.progress.push(progress);
          events.onProgress(progress);
        },
        // Redaction takes time, in which the other hosts' answers wait to be measured: what comes close together is told at once.
        onFound: (found) => {
          if (told !== own) return;
          // Known from now on, also to what is being redacted at this moment.
          redaction(found);
          pending =
            pending === null
              ? { found, paths: new Set(), timer: setTimeout(() => void flush(), TELL_AFTER_MS) }
              : { ...pending, found };
          if (found.exchange !== null) pending.paths.add(transcriptPath(found.exchange));
        },
      };
    },
    flush,
    snapshot: () => (told === null ? null : { ...told, transcripts: [...told.transcripts.values()] }),
    forget,
  };
}
