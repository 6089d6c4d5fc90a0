/**
 * Reads a Retry-After header: seconds, also with decimals as Xray sends them (`59.86`), or an HTTP date.
 * Gives whole seconds from `now`, rounded up and never negative; null if it says nothing usable.
 */
export function retryAfterSeconds(value: string, now: Date): number | null {
  const text = value.trim();
  if (/^\d+(?:\.\d+)?$/u.test(text)) {
    const seconds = Math.ceil(Number(text));
    return Number.isSafeInteger(seconds) ? seconds : null;
  }
  // A weekday's name tells an HTTP date from the many other texts that Date.parse would take.
  const isDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /u.test(text);
  const time = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now.getTime()) / 1000));
}
