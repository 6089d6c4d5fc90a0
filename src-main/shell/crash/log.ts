import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { closed } from '../../evidence/redaction/redacted.ts';
import type { RedactedText } from '../../evidence/redaction/redacted.ts';

const MAX_LOG_BYTES = 512 * 1024;

export type Log = (line: string) => void;

/**
 * Returns a log that writes to `doctor.log` in `folder`, one line an event with the time in UTC, below 1 MiB together with
 * its predecessor. Every line goes through `redact`; `onLine` gets each line as it is written. A line that cannot be
 * written is dropped: the log must never stop the app.
 */
export function createLog(
  folder: string,
  redact: (text: string) => RedactedText,
  now: () => Date,
  onLine: (line: RedactedText) => void = () => undefined,
): Log {
  const file = join(folder, 'doctor.log');
  return (line) => {
    try {
      const text = closed`${now()} ${redact(line)}`;
      onLine(text);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES)
        renameSync(file, `${file}.1`);
      appendFileSync(file, `${text}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere to report it.
    }
  };
}

/** Keeps the newest `maxLines` lines of a log in memory. */
export function createRecentLines(maxLines: number) {
  let lines: readonly RedactedText[] = [];
  return {
    add: (line: RedactedText): void => {
      lines = [...lines, line].slice(-maxLines);
    },
    /** The newest last. */
    all: () => lines,
  };
}
