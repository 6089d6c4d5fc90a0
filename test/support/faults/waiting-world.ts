import { createRecheck } from '../../../src-main/cases/recheck.ts';
import type { Recheck, RecheckResult } from '../../../src-main/cases/recheck.ts';
import type { VerdictId, Waiting } from '../../../src-main/contract/case.ts';
import type { Connection } from '../../../src-main/contract/input/connection.ts';
import type { VerdictKind } from '../../../src-main/contract/diagnosis.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const WAITING_CONNECTION: Connection = {
  clientId: 'sample-client-id',
  clientSecret: 'sample-client-secret',
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};

export const verdict = (kind: VerdictKind, rule = `${kind}.rule`): VerdictId => ({ kind, rule });
export const told = (kind: VerdictKind, askedToWaitMs: number | null = null): RecheckResult => ({
  verdict: verdict(kind),
  askedToWaitMs,
});

/** What the next checks give, one after another, the last one again and again; null for a fault of ours. */
export type Answers = readonly (RecheckResult | null)[];

/**
 * A computer with a clock on the wall that can be set, a clock that cannot, sleep, and a network; and a repeated check
 * that lives in it. All times are told in what has really passed.
 */
export interface WaitingWorld {
  readonly recheck: Recheck;
  /** When checks began. */
  readonly starts: readonly number[];
  readonly states: readonly Waiting[];
  readonly notices: readonly { readonly before: VerdictId; readonly after: VerdictId }[];
  /** The most checks at once. */
  readonly mostAtOnce: () => number;
  /** The checks under way. */
  readonly underWay: () => number;
  readonly pass: (ms: number) => Promise<void>;
  /** The computer sleeps, and its clock is set meanwhile; `silently` if nobody is told of it. */
  readonly sleep: (
    ms: number,
    how?: { readonly silently?: boolean; readonly clockBy?: number },
  ) => Promise<void>;
  readonly setClock: (byMs: number) => void;
  readonly setOnline: (isOnline: boolean) => void;
  readonly answer: (answers: Answers) => void;
  readonly nextCheckIn: () => number | null;
  /** How many listen for sleep and wake. */
  readonly listeners: () => number;
  readonly timers: () => number;
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};

export function waitingWorld(
  options: {
    readonly runMs?: number;
    readonly clockRunsInSleep?: boolean;
    /** A check that is called off takes its time all the same. */
    readonly isStubborn?: boolean;
  } = {},
): WaitingWorld {
  const { runMs = 3000, clockRunsInSleep = false, isStubborn = false } = options;
  let truth = 0;
  let monotonic = 5000;
  let wallOffset = Date.UTC(2026, 2, 1);
  let online = true;
  let running = 0;
  let most = 0;
  let answers: Answers = [told('residency')];
  const starts: number[] = [];
  const states: Waiting[] = [];
  const notices: { before: VerdictId; after: VerdictId }[] = [];
  const timers = new Set<{ at: number; call: () => void }>();
  const power = new Set<(event: 'sleep' | 'wake') => void>();

  const after = (ms: number, call: () => void): (() => void) => {
    const timer = { at: monotonic + ms, call };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const due = () => [...timers].sort((a, b) => a.at - b.at)[0];
  const fire = async (until: number): Promise<void> => {
    for (let timer = due(); timer !== undefined && timer.at <= until; timer = due()) {
      const step = Math.max(0, timer.at - monotonic);
      monotonic += step;
      truth += step;
      timers.delete(timer);
      timer.call();
      await settle();
    }
  };
  const pass = async (ms: number): Promise<void> => {
    const until = monotonic + ms;
    await fire(until);
    truth += Math.max(0, until - monotonic);
    monotonic = Math.max(monotonic, until);
    await settle();
  };

  const recheck = createRecheck({
    monotonic: () => monotonic,
    wall: () => new Date(wallOffset + truth),
    after,
    isOnline: () => online,
    onPower: (listener) => {
      power.add(listener);
      return () => power.delete(listener);
    },
    diagnose: async (_connection, signal) => {
      starts.push(truth);
      running += 1;
      most = Math.max(most, running);
      const [answer = null, ...rest] = answers;
      if (rest.length > 0) answers = rest;
      await new Promise<void>((resolve) => {
        const callOff = after(runMs, resolve);
        signal.addEventListener('abort', () => {
          if (isStubborn) return;
          callOff();
          resolve();
        });
      });
      running -= 1;
      if (answer === null) throw new Error('a fault of ours');
      return answer;
    },
    notify: (change) => notices.push(change),
    onState: (state) => states.push(state),
  });

  return {
    recheck,
    starts,
    states,
    notices,
    mostAtOnce: () => most,
    underWay: () => running,
    pass,
    sleep: async (ms, { silently = false, clockBy = 0 } = {}) => {
      if (!silently) for (const listener of power) listener('sleep');
      truth += ms;
      wallOffset += clockBy;
      if (clockRunsInSleep) monotonic += ms;
      if (!silently) for (const listener of power) listener('wake');
      await settle();
      await fire(monotonic);
    },
    setClock: (byMs) => {
      wallOffset += byMs;
    },
    setOnline: (isOnline) => {
      online = isOnline;
    },
    answer: (next) => {
      answers = next;
    },
    nextCheckIn: () => {
      const state = recheck.state();
      return state.phase === 'waiting' ? Date.parse(state.nextCheckAt) - (wallOffset + truth) : null;
    },
    listeners: () => power.size,
    timers: () => timers.size,
  };
}
