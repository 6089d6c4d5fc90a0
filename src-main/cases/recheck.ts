import type { Postponed, VerdictId, Waiting, WaitingEnd } from '../contract/case.ts';
import type { Connection } from '../contract/input/connection.ts';
import type { VerdictKind } from '../contract/diagnosis.ts';
import { isSameVerdict } from './compare-runs.ts';
import { MAX_WAITING_MS, nextStep, DEFAULT_WAIT_MS } from './recheck-schedule.ts';
import type { Moment, NextStep } from './recheck-schedule.ts';

/** The result of one automatic check. */
export interface RecheckResult {
  readonly verdict: VerdictId;
  /** The longest time that a host asked to wait; null if none did. */
  readonly askedToWaitMs: number | null;
}

export interface RecheckPorts {
  /** Milliseconds of a clock that cannot be set; it may stand still while the computer sleeps. */
  readonly monotonic: () => number;
  /** The computer's clock, which jumps. */
  readonly wall: () => Date;
  /** Calls once after `ms` of the monotonic clock; returns the function that cancels it. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly isOnline: () => boolean;
  /** Listens for sleep and wake; returns the function that ends it. */
  readonly onPower: (listener: (event: 'sleep' | 'wake') => void) => () => void;
  /** Makes one diagnosis. May reject for an internal error. */
  readonly diagnose: (connection: Connection, signal: AbortSignal) => Promise<RecheckResult>;
  /** Notifies the person of a changed verdict. */
  readonly notify: (change: { readonly before: VerdictId; readonly after: VerdictId }) => void;
  readonly onState: (state: Waiting) => void;
}

/** The automatic re-check. It holds the secret between `start` and its end only. */
export type Recheck = ReturnType<typeof createRecheck>;

/** A computer that has just woken has no network yet. */
const WAKE_DELAY_MS = 30_000;
/** Between two looks whether the computer is online again. */
const RETRY_DELAY_MS = 60_000;

/** Verdicts that say nothing of Xray, since it was not reached or asked to wait. They count as no change. */
const INCONCLUSIVE: Readonly<Record<VerdictKind, Postponed | null>> = {
  cancelled: 'not-reached',
  network: 'not-reached',
  'proxy-sign-in': 'not-reached',
  'tls-untrusted': 'not-reached',
  intercepted: 'not-reached',
  'rate-limited': 'asked-to-wait',
  licence: null,
  'credentials-rejected': null,
  residency: null,
  'residency-suspected': null,
  'xray-unavailable': null,
  healthy: null,
  unclear: null,
};

/** Whether a verdict is about Xray, and not about the way to it at this moment. */
export function isConclusive(kind: VerdictKind): boolean {
  return INCONCLUSIVE[kind] === null;
}

interface Session {
  readonly connection: Connection;
  readonly startedAt: Moment;
  /** What the window is shown. */
  readonly facts: Omit<Extract<Waiting, { phase: 'checking' }>, 'phase'>;
  /** On the monotonic clock; null if no host asked to wait. */
  notBefore: number | null;
  checks: number;
  isPaused: boolean;
  cancelTimer: () => void;
  readonly endPower: () => void;
}

/** Makes the automatic re-check; nothing happens before `start`. No function of it throws. */
export function createRecheck(ports: RecheckPorts) {
  let session: Session | null = null;
  let shown: Waiting = { phase: 'off', ended: null };
  let sleptMs = 0;
  let lastAt: Moment | null = null;
  /** The running check; a cancelled one counts until it has really ended. */
  let running: AbortController | null = null;
  let fellAsleepAt: { readonly awake: number; readonly wall: number } | null = null;

  const now = (): Moment => {
    const awake = ports.monotonic();
    return { awake, passed: awake + sleptMs };
  };
  const wallIn = (ms: number): string => new Date(ports.wall().getTime() + ms).toISOString();

  const show = (state: Waiting): void => {
    shown = state;
    ports.onState(state);
  };

  const next = (own: Session): NextStep =>
    nextStep({
      now: now(),
      startedAt: own.startedAt,
      intervalMs: own.facts.minutes * 60_000,
      lastAt: lastAt ?? own.startedAt,
      isRetry: own.facts.postponed === 'not-reached',
      notBefore: own.notBefore,
      checks: own.checks,
    });

  /** Ends the session, and with it the last reference to the secret. */
  const close = (): boolean => {
    if (session === null) return false;
    const { cancelTimer, endPower } = session;
    session = null;
    cancelTimer();
    endPower();
    running?.abort();
    return true;
  };
  const end = (ended: WaitingEnd): void => {
    if (close()) show({ phase: 'off', ended });
  };

  const schedule = (own: Session, atLeastMs = 0): void => {
    own.cancelTimer();
    if (own.isPaused) return;
    const inMs = Math.max(next(own).inMs, atLeastMs);
    own.cancelTimer = ports.after(inMs, () => onTimer(own));
    show({ phase: 'waiting', ...own.facts, nextCheckAt: wallIn(inMs) });
  };

  const onTimer = (own: Session): void => {
    if (session !== own) return;
    const { what, inMs } = next(own);
    if (inMs > 0) schedule(own);
    else if (running !== null) schedule(own, RETRY_DELAY_MS);
    else if (what === 'end') end('too-long');
    else if (ports.isOnline()) void check(own);
    else {
      own.facts.postponed = 'offline';
      schedule(own, RETRY_DELAY_MS);
    }
  };

  const check = async (own: Session): Promise<void> => {
    const controller = new AbortController();
    running = controller;
    own.checks += 1;
    lastAt = now();
    show({ phase: 'checking', ...own.facts });
    // A fault is logged where it happened; the next check may succeed.
    const result = await ports.diagnose(own.connection, controller.signal).catch(() => null);
    running = null;
    if (session !== own || controller.signal.aborted) return;
    lastAt = now();
    apply(own, result);
  };

  const apply = (own: Session, result: RecheckResult | null): void => {
    const { facts } = own;
    const before = facts.verdict;
    if (result === null) facts.postponed = 'failed';
    else applyVerdict(own, result.verdict);
    const wait = result?.askedToWaitMs ?? (facts.postponed === 'asked-to-wait' ? DEFAULT_WAIT_MS : null);
    own.notBefore = wait === null ? null : ports.monotonic() + wait;
    if (!isSameVerdict(before, facts.verdict)) ports.notify({ before, after: facts.verdict });
    continueOrStop(own);
  };

  const applyVerdict = ({ facts }: Session, verdict: VerdictId): void => {
    facts.postponed = INCONCLUSIVE[verdict.kind];
    if (facts.postponed !== null) return;
    facts.verdict = verdict;
    facts.lastCheckedAt = ports.wall().toISOString();
  };

  const continueOrStop = (own: Session): void => {
    if (session !== own) return;
    const { kind } = own.facts.verdict;
    if (kind === 'healthy') end('healthy');
    else if (kind === 'credentials-rejected') end('keys-refused');
    else schedule(own);
  };

  const onPower = (event: 'sleep' | 'wake'): void => {
    if (session === null) return;
    const here = { awake: ports.monotonic(), wall: ports.wall().getTime() };
    if (event === 'sleep') {
      fellAsleepAt = here;
      return;
    }
    if (fellAsleepAt !== null) {
      const asleepMs = here.wall - fellAsleepAt.wall - (here.awake - fellAsleepAt.awake);
      // A clock that was set meanwhile may say anything: never back, and never past the end.
      sleptMs += Math.min(Math.max(asleepMs, 0), MAX_WAITING_MS);
      fellAsleepAt = null;
    }
    if (running === null) schedule(session, WAKE_DELAY_MS);
  };

  return {
    /** Begins to wait, in place of an earlier waiting. `verdict` is that of the person's last check. */
    start: (connection: Connection, minutes: number, verdict: VerdictId): void => {
      close();
      fellAsleepAt = null;
      session = {
        connection,
        startedAt: now(),
        facts: { minutes, endsAt: wallIn(MAX_WAITING_MS), lastCheckedAt: null, verdict, postponed: null },
        notBefore: null,
        checks: 0,
        isPaused: false,
        cancelTimer: () => undefined,
        endPower: ports.onPower(onPower),
      };
      schedule(session);
    },

    /** Cancels everything and drops the secret. */
    stop: (): void => end('stopped'),

    /** Cancels a running check while the person checks, so that there are never two. */
    pause: (): void => {
      if (session === null) return;
      session.isPaused = true;
      session.cancelTimer();
      running?.abort();
    },

    /** Continues after the person's check; null when that check was stopped. */
    noteCheck: (verdict: VerdictId | null): void => {
      lastAt = now();
      if (session === null) return;
      session.isPaused = false;
      if (verdict !== null) applyVerdict(session, verdict);
      continueOrStop(session);
    },

    state: (): Waiting => shown,
  };
}
