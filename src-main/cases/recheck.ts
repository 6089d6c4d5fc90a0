import type { Postponed, VerdictId, Waiting, WaitingEnd } from '../contract/case.ts';
import type { Connection } from '../contract/input/connection.ts';
import type { VerdictKind } from '../contract/diagnosis.ts';
import { isSameVerdict } from './compare-runs.ts';
import { MAX_WAITING_MS, nextStep, UNTOLD_WAIT_MS } from './recheck-schedule.ts';
import type { Moment, NextStep } from './recheck-schedule.ts';

/** What one check by itself gave. */
export interface RecheckResult {
  readonly verdict: VerdictId;
  /** The longest time for which a host asked to be left alone; null if none did. */
  readonly askedToWaitMs: number | null;
}

/** What waiting needs of the world. */
export interface RecheckPorts {
  /** Milliseconds of a clock that nobody can set; it may stand still while the computer sleeps. */
  readonly monotonic: () => number;
  /** The computer's clock, which jumps. */
  readonly wall: () => Date;
  /** Calls once after `ms` of the monotonic clock; returns the function that calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly isOnline: () => boolean;
  /** Tells when the computer goes to sleep and when it wakes; returns the function that ends it. */
  readonly onPower: (listener: (event: 'sleep' | 'wake') => void) => () => void;
  /** Makes one diagnosis. May reject for a fault of ours. */
  readonly diagnose: (connection: Connection, signal: AbortSignal) => Promise<RecheckResult>;
  /** Tells the person that the verdict has changed. */
  readonly notify: (change: { readonly before: VerdictId; readonly after: VerdictId }) => void;
  readonly onState: (state: Waiting) => void;
}

/** The repeated check; it has a life between `start` and its end, and holds the secret only that long. */
export interface Recheck {
  /** Begins to wait, in place of an earlier waiting. `verdict` is what the last check by the person gave. */
  start(connection: Connection, minutes: number, verdict: VerdictId): void;
  /** Ends it at once: nothing is checked any more, and the secret is gone from here. */
  stop(): void;
  /** The person is about to check: what runs is called off, so that there are never two. */
  pause(): void;
  /** The person has checked; the next check counts from here. Null when that check was stopped. */
  noteCheck(verdict: VerdictId | null): void;
  state(): Waiting;
}

/** A computer that has just woken has no network yet. */
const WAKE_DELAY_MS = 30_000;
/** How often it is looked whether the computer is online again. */
const RETRY_DELAY_MS = 60_000;

/**
 * Verdicts that tell nothing of Xray: the way to it was closed, as in a train or a hotel, or it asked to wait. They are
 * no change, and they are not what one waits for.
 */
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
  readonly minutes: number;
  readonly startedAt: Moment;
  readonly endsAt: string;
  verdict: VerdictId;
  lastCheckedAt: string | null;
  postponed: Postponed | null;
  leftAloneUntil: number | null;
  checks: number;
  /** Whether the person is checking just now. */
  isPaused: boolean;
  cancel: () => void;
  readonly endPower: () => void;
}

/** Makes the repeated check; nothing happens before `start`. No function of it throws. */
export function createRecheck(ports: RecheckPorts): Recheck {
  let session: Session | null = null;
  let shown: Waiting = { phase: 'off', ended: null };
  /** How long the computer slept so far, as its clock tells it. */
  let slept = 0;
  let lastAt: Moment | null = null;
  /** The check under way; one that was called off counts until it has really ended. */
  let running: AbortController | null = null;
  let fellAsleepAt: { readonly awake: number; readonly wall: number } | null = null;

  const now = (): Moment => {
    const awake = ports.monotonic();
    return { awake, passed: awake + slept };
  };
  const wallIn = (ms: number): string => new Date(ports.wall().getTime() + ms).toISOString();

  const show = (state: Waiting): void => {
    shown = state;
    ports.onState(state);
  };
  const factsOf = (own: Session) => ({
    minutes: own.minutes,
    endsAt: own.endsAt,
    lastCheckedAt: own.lastCheckedAt,
    verdict: own.verdict,
    postponed: own.postponed,
  });

  const next = (own: Session): NextStep =>
    nextStep({
      now: now(),
      startedAt: own.startedAt,
      intervalMs: own.minutes * 60_000,
      lastAt: lastAt ?? own.startedAt,
      isRetry: own.postponed === 'not-reached',
      leftAloneUntil: own.leftAloneUntil,
      checks: own.checks,
    });

  /** Nothing that is still to come finds a secret here afterwards. */
  const close = (): boolean => {
    if (session === null) return false;
    const { cancel, endPower } = session;
    session = null;
    cancel();
    endPower();
    running?.abort();
    return true;
  };
  const end = (ended: WaitingEnd): void => {
    if (close()) show({ phase: 'off', ended });
  };

  const arm = (own: Session, atLeastMs = 0): void => {
    own.cancel();
    if (own.isPaused) return;
    const inMs = Math.max(next(own).inMs, atLeastMs);
    own.cancel = ports.after(inMs, () => onTimer(own));
    show({ phase: 'waiting', ...factsOf(own), nextCheckAt: wallIn(inMs) });
  };

  const onTimer = (own: Session): void => {
    if (session !== own) return;
    const { what, inMs } = next(own);
    if (inMs > 0) arm(own);
    else if (running !== null) arm(own, RETRY_DELAY_MS);
    else if (what === 'end') end('too-long');
    else if (ports.isOnline()) void check(own);
    else {
      own.postponed = 'offline';
      arm(own, RETRY_DELAY_MS);
    }
  };

  const check = async (own: Session): Promise<void> => {
    const controller = new AbortController();
    running = controller;
    own.checks += 1;
    lastAt = now();
    show({ phase: 'checking', ...factsOf(own) });
    let result: RecheckResult | null = null;
    try {
      result = await ports.diagnose(own.connection, controller.signal);
    } catch {
      // A fault of ours; whoever made it has logged it. The next check may go better.
    }
    running = null;
    // Stopped, or called off in favour of a check by the person, who then goes on from there.
    if (session !== own || controller.signal.aborted) return;
    lastAt = now();
    take(own, result);
  };

  const take = (own: Session, result: RecheckResult | null): void => {
    const before = own.verdict;
    if (result === null) own.postponed = 'failed';
    else learn(own, result.verdict);
    const wait = result?.askedToWaitMs ?? (own.postponed === 'asked-to-wait' ? UNTOLD_WAIT_MS : null);
    own.leftAloneUntil = wait === null ? null : ports.monotonic() + wait;
    if (!isSameVerdict(before, own.verdict)) ports.notify({ before, after: own.verdict });
    continueOrStop(own);
  };

  const learn = (own: Session, verdict: VerdictId): void => {
    own.postponed = INCONCLUSIVE[verdict.kind];
    if (own.postponed !== null) return;
    own.verdict = verdict;
    own.lastCheckedAt = ports.wall().toISOString();
  };

  /** Waits for the next check, if there is still something to wait for. */
  const continueOrStop = (own: Session): void => {
    if (session !== own) return;
    if (own.verdict.kind === 'healthy') end('healthy');
    else if (own.verdict.kind === 'credentials-rejected') end('keys-refused');
    else arm(own);
  };

  const onPower = (event: 'sleep' | 'wake'): void => {
    if (session === null) return;
    const here = { awake: ports.monotonic(), wall: ports.wall().getTime() };
    if (event === 'sleep') {
      fellAsleepAt = here;
      return;
    }
    if (fellAsleepAt !== null) {
      const gone = here.wall - fellAsleepAt.wall - (here.awake - fellAsleepAt.awake);
      // A clock that was set while the computer slept says anything; never back, and never past the end.
      slept += Math.min(Math.max(gone, 0), MAX_WAITING_MS);
      fellAsleepAt = null;
    }
    if (running === null) arm(session, WAKE_DELAY_MS);
  };

  return {
    start: (connection, minutes, verdict) => {
      close();
      fellAsleepAt = null;
      const startedAt = now();
      const own: Session = {
        connection,
        minutes,
        startedAt,
        endsAt: wallIn(MAX_WAITING_MS),
        verdict,
        lastCheckedAt: null,
        postponed: null,
        leftAloneUntil: null,
        checks: 0,
        isPaused: false,
        cancel: () => undefined,
        endPower: ports.onPower(onPower),
      };
      session = own;
      arm(own);
    },
    stop: () => end('stopped'),
    pause: () => {
      if (session === null) return;
      session.isPaused = true;
      session.cancel();
      running?.abort();
    },
    noteCheck: (verdict) => {
      lastAt = now();
      if (session === null) return;
      session.isPaused = false;
      if (verdict !== null) learn(session, verdict);
      continueOrStop(session);
    },
    state: () => shown,
  };
}
