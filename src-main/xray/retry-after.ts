import type { Header } from '../contract/diagnosis.ts';
import { headerOf } from '../contract/text/headers.ts';

/**
 * How long an answer asks to wait: its Retry-After, else its X-RateLimit-Reset (a date text in Xray's saved answers, seconds
 * elsewhere). Returns whole seconds from `now`, rounded up and never negative; null if it does not say.
 */
export function waitSeconds(headers: readonly Header[], now: Date): number | null {
  const after = headerOf(headers, 'retry-after');
  const asked = after === null ? null : retryAfterSeconds(after, now);
  if (asked !== null) return asked;
  const reset = headerOf(headers, 'x-ratelimit-reset');
  return reset === null ? null : resetSeconds(reset.trim(), now);
}

/**
 * Reads a Retry-After header: seconds, also with decimals as Xray sends them (`59.86`), or an HTTP date.
 * Returns whole seconds from `now`, rounded up and never negative; null if it says nothing usable.
 */
export function retryAfterSeconds(value: string, now: Date): number | null {
  const text = value.trim();
  if (/^\d{1,15}(?:\.\d{1,15})?$/u.test(text)) {
    const seconds = Math.ceil(Number(text));
    return Number.isSafeInteger(seconds) ? seconds : null;
  }
  // A weekday's name tells an HTTP date from the many other texts that Date.parse would take.
  const isDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? /u.test(text);
  return isDate ? secondsUntil(Date.parse(text), now) : null;
}

/** Longer waits are no limit of requests, but a number of another kind. */
const MAX_RESET_SECONDS = 24 * 60 * 60;
const MIN_EPOCH_SECONDS = 1_000_000_000;

function resetSeconds(text: string, now: Date): number | null {
  const value = /^\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? Number(text) : null;
  const time = value === null ? Date.parse(text) : value < MIN_EPOCH_SECONDS * 1000 ? value * 1000 : value;
  const wait = value !== null && value < MIN_EPOCH_SECONDS ? Math.ceil(value) : secondsUntil(time, now);
  return wait === null || wait > MAX_RESET_SECONDS ? null : wait;
}

function secondsUntil(time: number, now: Date): number | null {
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now.getTime()) / 1000));
}
