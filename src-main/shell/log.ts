import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_LOG_BYTES = 512 * 1024;
/** Lines that are kept in memory as well. */
const MOST_LAST_LINES = 80;

export type Log = (line: string) => void;

/** A log, and what was written into it last. */
export interface LogBook {
  readonly log: Log;
  /** The last lines of this start, redacted, as they stand in the file. */
  readonly lastLines: () => readonly string[];
}

/**
 * A log file in `folder`, one line an event with the time in UTC, kept below 1 MiB together with its predecessor.
 * `redact` belongs to the destination, so that no line can pass it by. A log that cannot be written is given up
 * silently: it must never stop the app.
 */
export function createLog(folder: string, redact: (text: string) => string, now: () => Date): LogBook {
  const file = join(folder, 'doctor.log');
  const last: string[] = [];
  const log: Log = (line) => {
    try {
      const text = `${now().toISOString()} ${redact(line)}`;
      last.push(text);
      if (last.length > MOST_LAST_LINES) last.shift();
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES)
        renameSync(file, `${file}.1`);
      appendFileSync(file, `${text}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  };
  return { log, lastLines: () => last };
}
