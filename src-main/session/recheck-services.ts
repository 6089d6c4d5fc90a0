import { askedToWaitMs } from '../cases/longest-retry-after.ts';
import { createRecheck, isConclusive } from '../cases/recheck.ts';
import type { Recheck, RecheckPorts } from '../cases/recheck.ts';
import type { Waiting } from '../contract/case.ts';
import type { Services } from '../contract/ipc/channels.ts';
import type { Connection } from '../contract/input/connection.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Diagnose, RunListener } from '../evidence/finished-run.ts';
import { partOf } from '../evidence/redaction/redacted.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import type { ReceivedMessage } from '../i18n/translator.ts';
import type { CaseSaver } from './case-saver.ts';
import { forgetSecrets } from './session-memory.ts';
import type { SessionMemory } from './session-memory.ts';

/** A quiet message of the system's. */
export interface Notice {
  readonly title: Message;
  /** The verdict's sentence, and the same in English where there is no phrase for it. */
  readonly body: { readonly told: Redacted<ReceivedMessage> | null; readonly english: RedactedText };
}

/** The computer that waiting lives in. */
export type Computer = Pick<RecheckPorts, 'monotonic' | 'wall' | 'after' | 'isOnline' | 'onPower'> & {
  readonly notify: (notice: Notice) => void;
  /** Is called when waiting starts, so that the system asks for its leave before there is something to tell. */
  readonly prepareNotices: () => void;
};

export interface WaitingPorts {
  readonly memory: SessionMemory;
  readonly diagnose: Diagnose;
  readonly keeper: CaseSaver;
  readonly computer: Computer;
  readonly onWaiting: (state: Waiting) => void;
}

type WaitingServices = Pick<Services, 'startWaiting' | 'stopWaiting' | 'waitingShown'>;

/** The services, and what others must tell the repeated check. */
export interface WaitingForCase {
  readonly services: WaitingServices;
  /** The person is about to check this connection: what runs by itself gives way, and ends if it is another one. */
  readonly pause: (connection: Connection) => void;
  readonly noteCheck: Recheck['noteCheck'];
  /** Whether a check repeats itself. */
  readonly isOn: () => boolean;
  readonly stop: () => void;
}

const NO_LISTENERS: RunListener = { onProgress: () => undefined, onFound: () => undefined };

/** What the window may ask for around waiting. Whatever ends it, the secret is dropped at that moment. */
export function waitingForCase(ports: WaitingPorts): WaitingForCase {
  const { memory, computer } = ports;
  let waitsFor: Connection | null = null;

  const recheck = createRecheck({
    ...computer,
    diagnose: async (connection, signal) => {
      const run = await ports.diagnose(connection, NO_LISTENERS, signal);
      const diagnosis = await memory.redaction(run).redactDiagnosis(run.diagnosis);
      const { kind, rule } = diagnosis.verdict;
      if (!signal.aborted && isConclusive(kind)) {
        memory.rawRun = run;
        memory.redactedDiagnosis = diagnosis;
        await ports.keeper.addRun();
      }
      return { verdict: { kind, rule }, askedToWaitMs: askedToWaitMs(diagnosis, computer.wall()) };
    },
    notify: () => {
      const { redactedDiagnosis } = memory;
      if (redactedDiagnosis === null) return;
      computer.notify({
        title: message('shell.newResult', { site: redactedDiagnosis.sites.jira }),
        body: {
          told:
            redactedDiagnosis.phrases === undefined
              ? null
              : partOf(partOf(redactedDiagnosis, 'phrases'), 'sentence'),
          english: partOf(partOf(redactedDiagnosis, 'verdict'), 'sentence'),
        },
      });
    },
    onState: (state) => {
      if (state.phase === 'off') {
        waitsFor = null;
        forgetSecrets(memory);
      }
      ports.onWaiting(state);
    },
  });

  return {
    services: {
      startWaiting: async ({ minutes }) => {
        const { connection, heldSecret, redactedDiagnosis, savedCaseId } = memory;
        if (savedCaseId === null || redactedDiagnosis === null)
          return fail('nothing-to-do', message('failure.waiting.no-case'));
        const { kind, rule } = redactedDiagnosis.verdict;
        if (kind === 'healthy') return fail('nothing-to-do', message('failure.waiting.nothing'));
        if (kind === 'credentials-rejected')
          return fail('nothing-to-do', message('failure.waiting.new-keys'));
        if (connection === null || heldSecret === null)
          return fail('no-secret-held', message('failure.waiting.no-secret'));
        waitsFor = { ...connection, clientSecret: heldSecret };
        recheck.start(waitsFor, minutes, { kind, rule });
        computer.prepareNotices();
        return succeed(recheck.state());
      },
      stopWaiting: async () => {
        recheck.stop();
        return succeed(recheck.state());
      },
      waitingShown: async () => succeed(recheck.state()),
    },
    pause: (connection) => {
      if (waitsFor === null) return;
      if (isSameConnection(waitsFor, connection)) recheck.pause();
      else recheck.stop();
    },
    noteCheck: (verdict) => recheck.noteCheck(verdict),
    isOn: () => recheck.state().phase !== 'off',
    stop: () => recheck.stop(),
  };
}

function isSameConnection(one: Connection, other: Connection): boolean {
  return (
    one.clientId === other.clientId &&
    one.clientSecret === other.clientSecret &&
    one.jiraSite === other.jiraSite &&
    one.confluenceSite === other.confluenceSite
  );
}
