import { isDeepStrictEqual } from 'node:util';

import { askedToWaitMs } from '../../cases/recheck-schedule.ts';
import { createRecheck, isConclusive } from '../../cases/recheck.ts';
import type { Connection } from '../../contract/input/connection.ts';
import { fail, succeed } from '../../contract/failure.ts';
import type { RunListener } from '../../evidence/finished-run.ts';
import { partOf } from '../../evidence/redaction/redacted.ts';
import { createRedactor } from '../../evidence/redaction/redactor.ts';
import { message } from '../../i18n/message.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import type { CaseSaver } from '../case-saver.ts';
import type { SessionPorts } from '../session-ports.ts';

/** The answers, and what others must tell the re-check. */
export type CaseRecheck = ReturnType<typeof recheckService>;

const NO_LISTENERS: RunListener = { onProgress: () => undefined, onFound: () => undefined };

/** Answers `recheck.*`: the open case is checked again by itself. Whatever ends that, the secrets are dropped at that moment. */
export function recheckService(ports: SessionPorts, saver: CaseSaver) {
  const { computer, secrets } = ports;

  const recheck = createRecheck({
    ...computer,
    diagnose: async (connection, signal) => {
      const raw = await ports.diagnose(connection, NO_LISTENERS, signal);
      const diagnosis = await createRedactor(raw.secrets, raw.salt).redactDiagnosis(raw.diagnosis);
      const { kind, rule } = diagnosis.verdict;
      if (!signal.aborted && isConclusive(kind)) {
        secrets.result = { raw, redacted: diagnosis };
        await saver.addRun(diagnosis);
      }
      return { verdict: { kind, rule }, askedToWaitMs: askedToWaitMs(diagnosis, computer.wall()) };
    },
    notify: () => {
      const diagnosis = secrets.result?.redacted;
      if (diagnosis === undefined) return;
      computer.notify({
        title: message('shell.newResult', { site: diagnosis.sites.jira }),
        body: {
          told: diagnosis.phrases === undefined ? null : partOf(partOf(diagnosis, 'phrases'), 'sentence'),
          english: partOf(partOf(diagnosis, 'verdict'), 'sentence'),
        },
      });
    },
    onState: (waiting) => {
      if (waiting.phase === 'off') secrets.forget();
      ports.send('recheck:onState', waiting);
    },
  });

  const service: Services['recheck'] = {
    start: async ({ minutes }) => {
      const { connection, result } = secrets;
      if (result === null) return fail('nothing-to-do', message('failure.waiting.no-case'));
      const { kind, rule } = result.redacted.verdict;
      if (kind === 'healthy') return fail('nothing-to-do', message('failure.waiting.nothing'));
      if (kind === 'credentials-rejected') return fail('nothing-to-do', message('failure.waiting.new-keys'));
      const clientSecret = connection === null ? null : secrets.secretOf(connection.clientId);
      if (connection === null || clientSecret === null)
        return fail('no-secret-held', message('failure.waiting.no-secret'));
      secrets.rechecked = { ...connection, clientSecret };
      recheck.start(secrets.rechecked, minutes, { kind, rule });
      computer.prepareNotices();
      return succeed(recheck.state());
    },
    stop: async () => {
      recheck.stop();
      return succeed(recheck.state());
    },
    state: async () => succeed(recheck.state()),
  };
  return {
    service,
    /** The person is about to check this connection: the re-check gives way, and ends if it is of another one. */
    pause: (connection: Connection): void => {
      if (secrets.rechecked === null) return;
      if (isDeepStrictEqual(secrets.rechecked, connection)) recheck.pause();
      else recheck.stop();
    },
    noteCheck: recheck.noteCheck,
    isOn: () => recheck.state().phase !== 'off',
    stop: recheck.stop,
  };
}
