import { askedToWaitMs } from '../cases/longest-retry-after.ts';
import { createRecheck, tellsOfXray } from '../cases/recheck.ts';
import type { Recheck, RecheckPorts } from '../cases/recheck.ts';
import type { Waiting } from '../contract/case.ts';
import type { Services } from '../contract/ipc/channels.ts';
import type { Connection } from '../contract/input/connection.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Diagnose, RunListener } from '../evidence/finished-run.ts';
import { partOf } from '../evidence/redaction/redacted.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import { phrase } from '../i18n/message.ts';
import type { Phrase } from '../i18n/message.ts';
import type { ToldPhrase } from '../i18n/translator.ts';
import type { CaseKeeper } from './case-saver.ts';
import { forgetSecrets } from './session-memory.ts';
import type { CaseMemory } from './session-memory.ts';

/** A quiet message of the system's. */
export interface Notice {
  readonly title: Phrase;
  /** The verdict's sentence, and the same in English where there is no phrase for it. */
  readonly body: { readonly told: Redacted<ToldPhrase> | null; readonly english: RedactedText };
}

/** The computer that waiting lives in. */
export type Computer = Pick<RecheckPorts, 'monotonic' | 'wall' | 'after' | 'isOnline' | 'onPower'> & {
  readonly notify: (notice: Notice) => void;
  /** Is called when waiting starts, so that the system asks for its leave before there is something to tell. */
  readonly prepareNotices: () => void;
};

export interface WaitingPorts {
  readonly memory: CaseMemory;
  readonly diagnose: Diagnose;
  readonly keeper: CaseKeeper;
  readonly computer: Computer;
  readonly onWaiting: (state: Waiting) => void;
}

type WaitingServices = Pick<Services, 'startWaiting' | 'stopWaiting' | 'waitingShown'>;

/** The services, and what others must tell the repeated check. */
export interface WaitingForCase {
  readonly services: WaitingServices;
  /** The person is about to check this connection: what runs by itself gives way, and ends if it is another one. */
  readonly giveWay: (connection: Connection) => void;
  readonly noteCheck: Recheck['noteCheck'];
  /** Whether a check repeats itself. */
  readonly isOn: () => boolean;
  readonly stop: () => void;
}

const NOBODY: RunListener = { onProgress: () => undefined, onFound: () => undefined };

/** What the window may ask for around waiting. Whatever ends it, the secret is dropped at that moment. */
export function waitingForCase(ports: WaitingPorts): WaitingForCase {
  const { memory, computer } = ports;
  let waitsFor: Connection | null = null;

  const recheck = createRecheck({
    ...computer,
    diagnose: async (connection, signal) => {
      const run = await ports.diagnose(connection, NOBODY, signal);
      const { diagnosis } = await memory.redaction(run).diagnosis(run.diagnosis);
      const { kind, rule } = diagnosis.verdict;
      if (!signal.aborted && tellsOfXray(kind)) {
        memory.finished = run;
        memory.clean = diagnosis;
        await ports.keeper.addRun();
      }
      return { verdict: { kind, rule }, askedToWaitMs: askedToWaitMs(diagnosis, computer.wall()) };
    },
    notify: () => {
      const { clean } = memory;
      if (clean === null) return;
      computer.notify({
        title: phrase('shell.newResult', { site: clean.sites.jira }),
        body: {
          told: clean.phrases === undefined ? null : partOf(partOf(clean, 'phrases'), 'sentence'),
          english: partOf(partOf(clean, 'verdict'), 'sentence'),
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
        const { connection, heldSecret, clean, keptId } = memory;
        if (keptId === null || clean === null)
          return fail('nothing-to-do', phrase('failure.waiting.no-case'));
        const { kind, rule } = clean.verdict;
        if (kind === 'healthy') return fail('nothing-to-do', phrase('failure.waiting.nothing'));
        if (kind === 'credentials-rejected') return fail('nothing-to-do', phrase('failure.waiting.new-keys'));
        if (connection === null || heldSecret === null)
          return fail('no-secret-held', phrase('failure.waiting.no-secret'));
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
    giveWay: (connection) => {
      if (waitsFor === null) return;
      if (isSameConnection(waitsFor, connection)) recheck.giveWay();
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
