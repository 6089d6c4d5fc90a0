import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_LOG_BYTES = 512 * 1024;

export type Log = (line: string) => void;

/**
 * A log file in `folder`, one line an event with the time in UTC, kept below 1 MiB together with its predecessor.
 * `redact` belongs to the destination, so that no line can pass it by. A log that cannot be written is given up
 * silently: it must never stop the app.
 */
export function createLog(folder: string, redact: (text: string) => string, now: () => Date): Log {
  const file = join(folder, 'doctor.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES)
        renameSync(file, `${file}.1`);
      appendFileSync(file, `${now().toISOString()} ${redact(line)}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  };
}
