import type { Diagnosis } from '../contract/diagnosis.ts';
import { waitSeconds } from '../xray/retry-after.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Between two automatic checks; Xray allows hundreds of calls in five minutes. */
export const MIN_GAP_MS = 15 * MINUTE_MS;
export const MAX_WAITING_MS = 14 * DAY_MS;
/** A second limit, in case the clocks are wrong. */
export const MAX_CHECKS = MAX_WAITING_MS / MIN_GAP_MS;
/** For a host that asks to wait without saying how long. */
export const DEFAULT_WAIT_MS = 60 * MINUTE_MS;

/** A point in time on two clocks, in milliseconds from any start. */
export interface Moment {
  /** Never jumps, and may stand still while the computer sleeps: never more than what has really passed. */
  readonly awake: number;
  /** With the time asleep, as far as the computer's clock knows it. */
  readonly passed: number;
}

/** What the next check depends on. */
export interface ScheduleFacts {
  readonly now: Moment;
  readonly startedAt: Moment;
  readonly intervalMs: number;
  /** The end of the last check. */
  readonly lastAt: Moment;
  /** Whether the last check was inconclusive, so that the next one need not wait for the whole interval. */
  readonly isRetry: boolean;
  /** A host's own limit on the clock that never jumps; null if none asked to wait. */
  readonly notBefore: number | null;
  readonly checks: number;
}

/** What comes next, and in how many milliseconds. */
export interface NextStep {
  readonly what: 'check' | 'end';
  readonly inMs: number;
}

/**
 * Returns when the next check is due. The interval counts the time asleep, so that a computer that wakes after a night
 * checks soon; the limits count the clock that never jumps, so that a wrong clock cannot make checks come too close.
 */
export function nextStep(facts: ScheduleFacts): NextStep {
  const { now, startedAt, lastAt } = facts;
  const interval = facts.isRetry ? MIN_GAP_MS : Math.min(Math.max(facts.intervalMs, MIN_GAP_MS), DAY_MS);
  const checkInMs = Math.max(
    0,
    lastAt.passed + interval - now.passed,
    lastAt.awake + MIN_GAP_MS - now.awake,
    (facts.notBefore ?? now.awake) - now.awake,
  );
  const endInMs = Math.max(0, startedAt.passed + MAX_WAITING_MS - now.passed);
  if (facts.checks >= MAX_CHECKS) return { what: 'end', inMs: 0 };
  return checkInMs < endInMs ? { what: 'check', inMs: checkInMs } : { what: 'end', inMs: endInMs };
}

/**
 * Returns the longest time in milliseconds that a host of a run asked to wait with a 429; null if none did. A Retry-After
 * on another status means nothing: Xray sends one with a 200.
 */
export function askedToWaitMs(diagnosis: Diagnosis, now: Date): number | null {
  const waits = diagnosis.exchanges
    .filter(({ status }) => status === 429)
    .map(({ response }) => waitSeconds(response?.headers ?? [], now))
    .filter((seconds) => seconds !== null);
  return waits.length === 0 ? null : Math.max(...waits) * 1000;
}
