import type { VerdictId } from '../contract/case.ts';
import { parseConnection, parseSite } from '../contract/input/connection.ts';
import type { Connection, SiteName } from '../contract/input/connection.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Plan, SiteHints } from '../contract/plan.ts';
import { callTranscripts } from '../evidence/documents/call-transcripts.ts';
import type { Diagnose, FinishedRun, PartialRun } from '../evidence/finished-run.ts';
import { closed } from '../evidence/redaction/redacted.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import type { RedactedCheck, Services } from '../ipc/redacted-answers.ts';
import type { RunPublisher } from './run-publisher.ts';
import type { SessionState } from './session-state.ts';

export interface DiagnosisPorts {
  readonly state: SessionState;
  readonly publisher: RunPublisher;
  readonly diagnose: Diagnose;
  /** Resolves with what Atlassian says of the sites, in its own words. */
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
  /** A check has ended; null when it was cancelled or broke. */
  readonly onEnd: (verdict: VerdictId | null) => void;
  /** Gives the window's page a new process, so that what was typed into the old one is gone. */
  readonly movePage: () => void;
}

/** Why a run was aborted, when it was not the person who cancelled it. */
const SUSPENDED = new Error('The computer went to sleep.');

/** Answers `diagnosis.*`: the check that the person starts. */
export function diagnosisService(ports: DiagnosisPorts): Services['diagnosis'] {
  const { state, publisher } = ports;
  const { secrets } = state;

  const answerOf = async (
    work: Promise<FinishedRun>,
    own: NonNullable<SessionState['running']>,
  ): Promise<Result<RedactedCheck>> => {
    let verdict: VerdictId | null = null;
    try {
      const raw = await work;
      // A verdict that stood before the computer fell asleep still stands.
      if (own.controller.signal.reason === SUSPENDED && raw.diagnosis.verdict.kind === 'cancelled') {
        // The run failed by itself. A reloaded page asks for its result.
        publisher.begin();
        return fail('interrupted', message('failure.slept'));
      }
      await publisher.flush();
      const redactor = secrets.redactorOf(raw);
      const { diagnosis } = await redactor.diagnosis(raw.diagnosis);
      const transcripts = await callTranscripts(diagnosis, redactor);
      if (state.running === own) {
        secrets.result = { raw, redacted: diagnosis };
        const { kind, rule } = diagnosis.verdict;
        if (kind !== 'cancelled') verdict = { kind, rule };
      }
      return succeed({ diagnosis, transcripts });
    } finally {
      // The case of this run may have been left meanwhile.
      if (state.running === own) {
        state.running = null;
        ports.onEnd(verdict);
      }
    }
  };

  return {
    connection: async () => {
      const { connection, clientSecret } = secrets;
      return succeed(connection === null ? null : { ...connection, secretHeld: clientSecret !== null });
    },

    lookUpSites: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      // What cannot be read has no answer yet; the form tells what is wrong with it.
      if (!jira.ok || !confluence.ok) return succeed({ jiraSite: null, confluenceSite: null });
      const hints = await ports.hintsAbout({ jiraSite: jira.value, confluenceSite: confluence.value });
      // Whatever answers for these hosts may have seen a sign-in before.
      const redactor = secrets.redactor();
      const redacted = (hint: Message | null) => (hint === null ? null : redactor.phrase(hint));
      return succeed({
        jiraSite: redacted(hints.jiraSite),
        confluenceSite: redacted(hints.confluenceSite),
      });
    },

    plan: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      return succeed(
        ports.planOf({
          jiraSite: jira.ok ? jira.value : null,
          confluenceSite: confluence.ok ? confluence.value : null,
        }),
      );
    },

    start: async ({ choices = null, ...form }) => {
      // A run that was cancelled is gone in an instant; one that goes on is in the way.
      if (state.running?.controller.signal.aborted === true) await state.running.ended;
      if (state.running !== null) return fail('already-running', message('failure.already-running'));
      const parsed = parseConnection(form, secrets.clientSecret);
      // The window forgets the secret as it submits, so it is kept here even when another field is wrong.
      if (!parsed.ok) {
        if (form.clientSecret !== null && form.clientSecret !== '') secrets.clientSecret = form.clientSecret;
        return parsed;
      }
      ports.onBegin(parsed.value);
      secrets.begin(parsed.value);
      state.choices = choices;
      const controller = new AbortController();
      const listener = publisher.begin();
      const onFound = (found: PartialRun): void => {
        secrets.learn(found);
        listener.onFound(found);
      };
      const work = ports.diagnose(parsed.value, { ...listener, onFound }, controller.signal);
      const own = { controller, ended: work.catch(() => undefined) };
      state.running = own;
      state.answer = answerOf(work, own);
      if (form.clientSecret !== null) ports.movePage();
      return state.answer;
    },

    snapshot: async () => {
      const published = publisher.snapshot();
      if (published === null) return succeed(null);
      const { choices } = state;
      const note = choices === null ? closed`` : secrets.redactCopy(choices.note);
      return succeed({ ...published, choices: choices === null ? null : { ...choices, note } });
    },

    follow: async () => state.answer ?? fail('nothing-to-do', message('failure.no-diagnosis')),

    cancel: async () => {
      state.running?.controller.abort();
      return succeed(null);
    },
  };
}

/** To be called as the computer goes to sleep: connections do not survive that, and their end would look like a fault. */
export function fallAsleep(state: SessionState): void {
  state.running?.controller.abort(SUSPENDED);
}
