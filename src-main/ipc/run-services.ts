import type { VerdictId } from '../contract/case.ts';
import type { Services } from '../contract/channels.ts';
import { parseConnection, parseSite } from '../contract/connection.ts';
import type { Connection, SiteName } from '../contract/connection.ts';
import type { Diagnosis, Progress } from '../contract/diagnosis.ts';
import type { Transcript } from '../contract/evidence.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Plan, SiteHints } from '../contract/plan.ts';
import { callTranscripts, transcriptPath } from '../evidence/call-transcripts.ts';
import type { Diagnose, RunListener, RunSoFar } from '../evidence/finished-run.ts';
import { createRedactor } from '../evidence/redact.ts';
import { phrase } from '../words/phrase.ts';
import type { CaseMemory } from './case-memory.ts';

/** Events of a run for the window; everything in them is redacted. */
interface RunEvents {
  readonly onProgress: (progress: Progress) => void;
  readonly onTranscript: (transcript: Transcript) => void;
  readonly onPartialDiagnosis: (diagnosis: Diagnosis) => void;
}

export interface RunPorts extends RunEvents {
  readonly memory: CaseMemory;
  readonly diagnose: Diagnose;
  readonly hintsAbout: (sites: {
    readonly jiraSite: SiteName;
    readonly confluenceSite: SiteName;
  }) => Promise<SiteHints>;
  readonly planOf: (sites: {
    readonly jiraSite: SiteName | null;
    readonly confluenceSite: SiteName | null;
  }) => Plan;
  /** A check is about to begin. */
  readonly onBegin: (connection: Connection) => void;
  /** A check has ended; null when it was stopped or broke. */
  readonly onEnd: (verdict: VerdictId | null) => void;
}

type RunServices = Pick<
  Services,
  'connectionShown' | 'lookUpSites' | 'plannedRequests' | 'startDiagnosis' | 'cancelDiagnosis'
>;

const NOTHING = succeed(null);

/** What the window may ask for around a check, one function a channel. */
export function runServices(ports: RunPorts): RunServices {
  const { memory } = ports;
  return {
    connectionShown: async () =>
      succeed(
        memory.connection === null
          ? null
          : {
              clientId: memory.connection.clientId,
              jiraSite: memory.connection.jiraSite,
              confluenceSite: memory.connection.confluenceSite,
              secretHeld: memory.heldSecret !== null,
            },
      ),

    lookUpSites: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      // What cannot be read has no answer yet; the form tells what is wrong with it.
      return jira.ok && confluence.ok
        ? succeed(await ports.hintsAbout({ jiraSite: jira.value, confluenceSite: confluence.value }))
        : succeed({ jiraSite: null, confluenceSite: null });
    },

    plannedRequests: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      return succeed(
        ports.planOf({
          jiraSite: jira.ok ? jira.value : null,
          confluenceSite: confluence.ok ? confluence.value : null,
        }),
      );
    },

    startDiagnosis: async (form) => {
      // A run that was stopped is gone in an instant; one that goes on is in the way.
      if (memory.running?.controller.signal.aborted === true) await memory.running.ended;
      if (memory.running !== null) return fail('already-running', phrase('failure.already-running'));
      const parsed = parseConnection(form, memory.heldSecret);
      // The window forgets the secret as it submits, so it is kept here even when another field is wrong.
      if (!parsed.ok) {
        if (form.clientSecret !== null && form.clientSecret !== '') memory.heldSecret = form.clientSecret;
        return parsed;
      }
      const { clientSecret, ...shown } = parsed.value;
      ports.onBegin(parsed.value);
      memory.heldSecret = clientSecret;
      memory.connection = shown;
      memory.finished = null;
      memory.clean = null;
      memory.prepared = null;
      const controller = new AbortController();
      const teller = createTeller(ports, (found) => {
        memory.lastFound = found;
      });
      const work = ports.diagnose(parsed.value, teller.listener, controller.signal);
      const own = { controller, ended: work.catch(() => undefined) };
      memory.running = own;
      let verdict: VerdictId | null = null;
      try {
        const run = await work;
        await teller.flush();
        const redactor = createRedactor(run.secrets, run.salt);
        const { diagnosis } = await redactor.diagnosis(run.diagnosis);
        const transcripts = await callTranscripts(diagnosis, redactor);
        if (memory.running === own) {
          memory.finished = run;
          memory.clean = diagnosis;
          const { kind, rule } = diagnosis.verdict;
          if (kind !== 'cancelled') verdict = { kind, rule };
        }
        return succeed({ diagnosis, transcripts });
      } finally {
        // One that was left behind in the meantime has nothing to say any more.
        if (memory.running === own) {
          memory.running = null;
          ports.onEnd(verdict);
        }
      }
    },

    cancelDiagnosis: async () => {
      memory.running?.controller.abort();
      return NOTHING;
    },
  };
}

/** What a run finds is told to the window this long after, at the latest. */
const TELL_AFTER_MS = 50;

/** Tells the window of one run while it goes on. */
function createTeller(
  events: RunEvents,
  onHeard: (found: RunSoFar) => void,
): {
  readonly listener: RunListener;
  /** Returns once everything that was found has been told. */
  readonly flush: () => Promise<void>;
} {
  /** What of a run the window has not been told yet. */
  let untold: { found: RunSoFar; readonly paths: Set<string>; readonly timer: NodeJS.Timeout } | null = null;
  /** What is told comes in the order in which it was found, and all of it before the run's own answer. */
  let telling: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (untold !== null) {
      const { found, paths, timer } = untold;
      clearTimeout(timer);
      untold = null;
      telling = telling.then(() => tell(found, paths));
    }
    return telling;
  };

  const tell = async (found: RunSoFar, paths: ReadonlySet<string>): Promise<void> => {
    const redactor = createRedactor(found.secrets, found.salt);
    const { diagnosis } = await redactor.diagnosis(found.diagnosis);
    for (const transcript of await callTranscripts(diagnosis, redactor)) {
      if (paths.has(transcript.path)) events.onTranscript(transcript);
    }
    if (found.isSettled) events.onPartialDiagnosis(diagnosis);
  };

  // Redaction takes time, in which the other hosts' answers wait to be measured: what comes close together is told at once.
  const onFound = (found: RunSoFar): void => {
    onHeard(found);
    untold =
      untold === null
        ? { found, paths: new Set(), timer: setTimeout(() => void flush(), TELL_AFTER_MS) }
        : { ...untold, found };
    if (found.exchange !== null) untold.paths.add(transcriptPath(found.exchange));
  };

  return { listener: { onProgress: events.onProgress, onFound }, flush };
}
