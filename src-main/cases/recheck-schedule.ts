const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** No two checks by itself are closer together, which makes four an hour; Xray allows hundreds of calls in five minutes. */
export const MIN_GAP_MS = 15 * MINUTE_MS;
/** Waiting ends by itself after this time. */
export const MAX_WAITING_MS = 14 * DAY_MS;
/** A second end, in case the clocks are wrong: every quarter of an hour in all that time. */
export const MAX_CHECKS = MAX_WAITING_MS / MIN_GAP_MS;
/** How long a host that asks to wait, and does not say how long, is left alone. */
export const UNTOLD_WAIT_MS = 60 * MINUTE_MS;

/** A point in time on two clocks, in milliseconds from any start. */
export interface Moment {
  /** Never jumps, and may stand still while the computer sleeps: never more than what has really passed. */
  readonly awake: number;
  /** With the time asleep, as far as the computer's clock tells it. */
  readonly passed: number;
}

/** What the next check depends on. */
export interface ScheduleFacts {
  readonly now: Moment;
  readonly startedAt: Moment;
  readonly intervalMs: number;
  /** When the last check ended. */
  readonly lastAt: Moment;
  /** Whether that one told nothing of Xray, so that the next one need not wait for the whole interval. */
  readonly isRetry: boolean;
  /** Until when a host asked to be left alone, on the clock that never jumps; null if none did. */
  readonly leftAloneUntil: number | null;
  /** How many checks there have been. */
  readonly checks: number;
}

/** What comes next, and in how many milliseconds. */
export interface NextStep {
  readonly what: 'check' | 'end';
  readonly inMs: number;
}

/**
 * When the next check is due. The interval counts the time asleep, so that a computer that wakes after a night checks
 * soon; the limits count the clock that never jumps, so that no wrong clock can make checks come too close together.
 */
export function nextStep(facts: ScheduleFacts): NextStep {
  const { now, startedAt, lastAt } = facts;
  const interval = facts.isRetry ? MIN_GAP_MS : Math.min(Math.max(facts.intervalMs, MIN_GAP_MS), DAY_MS);
  const checkInMs = Math.max(
    0,
    lastAt.passed + interval - now.passed,
    lastAt.awake + MIN_GAP_MS - now.awake,
    (facts.leftAloneUntil ?? now.awake) - now.awake,
  );
  const endInMs = Math.max(0, startedAt.passed + MAX_WAITING_MS - now.passed);
  if (facts.checks >= MAX_CHECKS) return { what: 'end', inMs: 0 };
  return checkInMs < endInMs ? { what: 'check', inMs: checkInMs } : { what: 'end', inMs: endInMs };
}
