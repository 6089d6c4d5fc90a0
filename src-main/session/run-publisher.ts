import type { Progress } from '../contract/diagnosis.ts';
import { callTranscripts, transcriptPath } from '../evidence/documents/transcript.ts';
import type { RunListener, PartialRun } from '../evidence/finished-run.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';
import type { RedactedCheck, RedactedRun } from '../ipc/redacted-answers.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import type { RunSecrets } from './session-secrets.ts';

type Snapshot = Omit<RedactedRun, 'choices'>;

/** Publishes a run to the window while it goes on, and remembers what was published for a page that is reloaded. */
export type RunPublisher = ReturnType<typeof createRunPublisher>;

/** What is published of one run. */
interface Published {
  readonly progress: Progress[];
  /** By path: a later one of the same call takes its place. */
  readonly transcripts: Map<string, Snapshot['transcripts'][number]>;
  diagnosis: Snapshot['diagnosis'];
}

/** What a run finds is published this long after, at the latest. */
const PUBLISH_AFTER_MS = 50;

/** Makes the publisher of the open case; `learn` takes what a run has found and returns its redactor. */
export function createRunPublisher(send: SendEvent, learn: (run: RunSecrets) => Redactor) {
  let current: Published | null = null;
  let pending: { found: PartialRun; readonly paths: Set<string>; readonly timer: NodeJS.Timeout } | null =
    null;

  /** Serialised: results are published in the order in which they were found, and before the run's own answer. */
  let publishing: Promise<void> = Promise.resolve();

  /** Publishes at once what is pending. Resolves when everything that was found has been published. */
  const flush = (): Promise<void> => {
    if (pending !== null && current !== null) {
      const { found, paths, timer } = pending;
      const own = current;
      clearTimeout(timer);
      pending = null;
      publishing = publishing.then(() => publish(own, found, paths));
    }
    return publishing;
  };

  const publish = async (own: Published, found: PartialRun, paths: ReadonlySet<string>): Promise<void> => {
    if (current !== own) return;
    const { diagnosis, transcripts } = await redact(found);
    if (current !== own) return;
    for (const transcript of transcripts) {
      // One host may have given back the token of another one before that was known to be one.
      const before = own.transcripts.get(transcript.path);
      if (before === undefined ? !paths.has(transcript.path) : before.text === transcript.text) continue;
      own.transcripts.set(transcript.path, transcript);
      send('diagnosis:onTranscript', transcript);
    }
    if (!found.isSettled) return;
    own.diagnosis = diagnosis;
    send('diagnosis:onVerdict', diagnosis);
  };

  /** Begins again when a secret became known in the meantime: what was looked at before may hold it. */
  const redact = async (found: PartialRun): Promise<RedactedCheck> => {
    const redactor = learn(found);
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
    current = null;
  };

  return {
    /** Forgets the run before; returns the listener of the next one. What an earlier one still finds is not published. */
    begin: (): RunListener => {
      forget();
      const own: Published = { progress: [], transcripts: new Map(), diagnosis: null };
      current = own;
      return {
        onProgress: (progress) => {
          if (current !== own) return;
          own.progress.push(progress);
          send('diagnosis:onProgress', progress);
        },
        // Results are batched so that redaction does not delay time measurements.
        onFound: (found) => {
          if (current !== own) return;
          // Known from now on, also to what is being redacted at this moment.
          learn(found);
          pending =
            pending === null
              ? { found, paths: new Set(), timer: setTimeout(() => void flush(), PUBLISH_AFTER_MS) }
              : { ...pending, found };
          if (found.exchange !== null) pending.paths.add(transcriptPath(found.exchange));
        },
      };
    },
    flush,
    /** Returns what was published of the run; null when none was begun. */
    snapshot: (): Snapshot | null =>
      current === null ? null : { ...current, transcripts: [...current.transcripts.values()] },
    forget,
  };
}
