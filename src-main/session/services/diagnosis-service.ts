import type { VerdictId } from '../../contract/case.ts';
import { checkCredential, parseConnection, parseSite } from '../../contract/input/connection.ts';
import { fail, succeed, thenSucceed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { callTranscripts } from '../../evidence/documents/transcript.ts';
import { redactIntake } from '../../evidence/documents/diagnosis-document.ts';
import type { FinishedRun } from '../../evidence/finished-run.ts';
import { createRedactor } from '../../evidence/redaction/redactor.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { RedactedCheck, Services } from '../../ipc/redacted-answers.ts';
import type { CaseSaver } from '../case-saver.ts';
import type { CaseRecheck } from './recheck-service.ts';
import type { RunPublisher } from '../run-publisher.ts';
import type { SessionPorts } from '../session-ports.ts';
import type { SessionState } from '../session-state.ts';

/** What a check is published to, saved with, and repeated by. */
export interface CheckParts {
  readonly publisher: RunPublisher;
  readonly saver: CaseSaver;
  readonly recheck: CaseRecheck;
}

/** Why a run was aborted, when it was not the person who cancelled it. */
export const SUSPENDED = new Error('The computer went to sleep.');

/** Answers `diagnosis.*`: the check that the person starts. */
export function diagnosisService(
  ports: SessionPorts,
  state: SessionState,
  { publisher, saver, recheck }: CheckParts,
): Services['diagnosis'] {
  const { secrets } = ports;

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
      // The case of this run may have been left meanwhile, and its secrets with it.
      const redactor =
        state.running === own ? secrets.redactorOf(raw) : createRedactor(raw.secrets, raw.salt);
      const diagnosis = await redactor.redactDiagnosis(raw.diagnosis);
      const transcripts = await callTranscripts(diagnosis, redactor);
      if (state.running === own) {
        secrets.result = { raw, redacted: diagnosis };
        const { kind, rule } = diagnosis.verdict;
        if (kind !== 'cancelled') {
          verdict = { kind, rule };
          void saver.addRun(diagnosis);
        }
      }
      return succeed({ diagnosis, transcripts });
    } finally {
      if (state.running === own) {
        state.running = null;
        recheck.noteCheck(verdict);
      }
    }
  };

  return {
    connection: async () => {
      const { connection } = secrets;
      if (connection === null) return succeed(null);
      return succeed({ ...connection, secretHeld: secrets.secretOf(connection.clientId) !== null });
    },

    lookUpSites: async (typed) => {
      const { jiraSite, confluenceSite } = sitesOf(typed);
      // What cannot be read has no answer yet; the form tells what is wrong with it.
      if (jiraSite === null || confluenceSite === null)
        return succeed({ jiraSite: null, confluenceSite: null });
      const hints = await ports.hintsAbout({ jiraSite, confluenceSite });
      // Whatever answers for these hosts may have seen a sign-in before.
      const redactor = secrets.redactor();
      const redacted = (hint: Message | null) => (hint === null ? null : redactor.redactMessage(hint));
      return succeed({
        jiraSite: redacted(hints.jiraSite),
        confluenceSite: redacted(hints.confluenceSite),
      });
    },

    plan: async (typed) => succeed(ports.planOf(sitesOf(typed))),

    start: async ({ choices = null, ...form }) => {
      const { visit } = state;
      // A run that was cancelled is gone in an instant; one that goes on is in the way.
      if (state.running?.controller.signal.aborted === true) await state.answer?.catch(() => undefined);
      if (state.running !== null) return fail('already-running', message('failure.already-running'));
      // The connection was left meanwhile, and must not come back with its keys.
      if (state.visit !== visit) return fail('nothing-to-do', message('failure.no-diagnosis'));
      const clientId = checkCredential(form.clientId, 'clientId');
      const heldSecret = clientId.ok ? secrets.secretFor(clientId.value) : null;
      if (form.clientSecret === null && clientId.ok && heldSecret === null && secrets.isSecretHeld())
        return fail('no-secret-held', message('failure.secret.other-id'), 'clientSecret');
      const parsed = parseConnection(form, heldSecret);
      // The window forgets the secret as it submits, so it is kept here even when another field is wrong.
      if (!parsed.ok) {
        if (form.clientSecret !== null && form.clientSecret !== '')
          secrets.submit(form.clientSecret, clientId.ok ? clientId.value : null);
        return parsed;
      }
      if (secrets.connection !== null && secrets.connection.jiraSite !== parsed.value.jiraSite) {
        // Nothing of one site goes into the check or the report of another.
        ports.pictureStore.clear();
        state.savedCaseId = null;
      }
      recheck.pause(parsed.value);
      secrets.begin(parsed.value);
      state.choices = choices;
      const controller = new AbortController();
      const work = ports.diagnose(parsed.value, publisher.begin(), controller.signal);
      const own = { controller };
      state.running = own;
      state.answer = answerOf(work, own);
      if (form.clientSecret !== null) ports.movePage();
      return state.answer;
    },

    snapshot: async () => {
      const published = publisher.snapshot();
      if (published === null) return succeed(null);
      if (state.choices === null) return succeed({ ...published, choices: null });
      const { note, intake, ...choices } = state.choices;
      const redacted = {
        note: secrets.redactCopy(note),
        intake: redactIntake(intake, secrets.redactCopy),
      };
      return succeed({ ...published, choices: { ...choices, ...redacted } });
    },

    follow: async () => state.answer ?? fail('nothing-to-do', message('failure.no-diagnosis')),

    cancel: thenSucceed(() => state.running?.controller.abort()),
  };
}

/** Returns both sites; null for one that cannot be read. */
function sitesOf(typed: { readonly jiraSite: string; readonly confluenceSite: string }) {
  const jira = parseSite(typed.jiraSite, 'jiraSite');
  const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
  return { jiraSite: jira.ok ? jira.value : null, confluenceSite: confluence.ok ? confluence.value : null };
}
