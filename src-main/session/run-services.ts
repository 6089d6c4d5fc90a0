import type { VerdictId } from '../contract/case.ts';
import { parseConnection, parseSite } from '../contract/input/connection.ts';
import type { Connection, SiteName } from '../contract/input/connection.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Plan, SiteHints } from '../contract/plan.ts';
import { callTranscripts } from '../evidence/documents/call-transcripts.ts';
import type { Diagnose, FinishedRun, PartialRun } from '../evidence/finished-run.ts';
import { closed } from '../evidence/redaction/redacted.ts';
import type { Redacted } from '../evidence/redaction/redacted.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import { redactorOf } from './session-memory.ts';
import type { SessionMemory } from './session-memory.ts';
import type { RedactedCheck, RedactedServices } from '../ipc/redacted-answers.ts';
import type { RunTeller } from './run-publisher.ts';

export interface RunPorts {
  readonly memory: SessionMemory;
  readonly teller: RunTeller;
  readonly diagnose: Diagnose;
  /** What Atlassian says of the sites, in its own words. */
  readonly hintsAbout: (sites: {
    readonly jiraSite: SiteName;
    readonly confluenceSite: SiteName;
  }) => Promise<{ readonly [K in keyof SiteHints]: Message | null }>;
  readonly planOf: (sites: {
    readonly jiraSite: SiteName | null;
    readonly confluenceSite: SiteName | null;
  }) => Plan;
  /** A check is about to begin. */
  readonly onBegin: (connection: Connection) => void;
  /** A check has ended; null when it was stopped or broke. */
  readonly onEnd: (verdict: VerdictId | null) => void;
  /** Gives the window's page a new process, so that what was typed into the old one is gone. */
  readonly movePage: () => void;
}

type RunServices = Pick<
  RedactedServices,
  | 'connectionView'
  | 'lookUpSites'
  | 'plannedRequests'
  | 'startDiagnosis'
  | 'cancelDiagnosis'
  | 'currentRun'
  | 'followDiagnosis'
>;

/** Why a run was stopped, when it was not the person who stopped it. */
const SUSPENDED = new Error('The computer went to sleep.');

const NOTHING = succeed(null);

/** What the window may ask for around a check, one function a channel. */
export function runServices(ports: RunPorts): RunServices {
  const { memory, teller } = ports;

  const answerOf = async (
    work: Promise<FinishedRun>,
    own: NonNullable<SessionMemory['running']>,
  ): Promise<Result<RedactedCheck>> => {
    let verdict: VerdictId | null = null;
    try {
      const run = await work;
      // A verdict that stood before the computer fell asleep still stands.
      if (own.controller.signal.reason === SUSPENDED && run.diagnosis.verdict.kind === 'cancelled') {
        // Nobody stopped this run, and nobody is told so; a page that begins anew still has to ask how it ended.
        teller.begin();
        return fail('interrupted', message('failure.slept'));
      }
      await teller.flush();
      const redactor = memory.redaction(run);
      const diagnosis = await redactor.redactDiagnosis(run.diagnosis);
      const transcripts = await callTranscripts(diagnosis, redactor);
      if (memory.running === own) {
        memory.rawRun = run;
        memory.redactedDiagnosis = diagnosis;
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
  };

  return {
    connectionView: async () =>
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
      if (!jira.ok || !confluence.ok) return succeed({ jiraSite: null, confluenceSite: null });
      const hints = await ports.hintsAbout({ jiraSite: jira.value, confluenceSite: confluence.value });
      // Whoever answers for these hosts may have seen a sign-in before.
      const redactor = redactorOf(memory);
      const redactedDiagnosis = (hint: Message | null): Redacted<Message> | null =>
        hint === null ? null : redactor.redactMessage(hint);
      return succeed({
        jiraSite: redactedDiagnosis(hints.jiraSite),
        confluenceSite: redactedDiagnosis(hints.confluenceSite),
      });
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

    startDiagnosis: async ({ choices = null, ...form }) => {
      // A run that was stopped is gone in an instant; one that goes on is in the way.
      if (memory.running?.controller.signal.aborted === true) await memory.running.ended;
      if (memory.running !== null) return fail('already-running', message('failure.already-running'));
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
      memory.choices = choices;
      memory.rawRun = null;
      memory.redactedDiagnosis = null;
      memory.prepared = null;
      const controller = new AbortController();
      const listener = teller.begin();
      const onFound = (found: PartialRun): void => {
        memory.lastFound = found;
        listener.onFound(found);
      };
      const work = ports.diagnose(parsed.value, { ...listener, onFound }, controller.signal);
      const own = { controller, ended: work.catch(() => undefined) };
      memory.running = own;
      memory.answer = answerOf(work, own);
      if (form.clientSecret !== null) ports.movePage();
      return memory.answer;
    },

    currentRun: async () => {
      const told = teller.snapshot();
      if (told === null) return succeed(null);
      const { choices } = memory;
      const note = choices === null ? closed`` : redactorOf(memory).redactKnownSecrets(choices.note);
      return succeed({ ...told, choices: choices === null ? null : { ...choices, note } });
    },

    followDiagnosis: async () => memory.answer ?? fail('nothing-to-do', message('failure.no-diagnosis')),

    cancelDiagnosis: async () => {
      memory.running?.controller.abort();
      return NOTHING;
    },
  };
}

/** To be called as the computer goes to sleep: connections do not survive that, and their end would look like a fault. */
export function fallAsleep(memory: SessionMemory): void {
  memory.running?.controller.abort(SUSPENDED);
}
