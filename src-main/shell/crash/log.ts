import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { closed } from '../../evidence/redaction/redacted.ts';
import type { RedactedText } from '../../evidence/redaction/redacted.ts';

const MAX_LOG_BYTES = 512 * 1024;

export type Log = (line: string) => void;

/**
 * A log file in `folder`, one line an event with the time in UTC, kept below 1 MiB together with its predecessor.
 * `redact` belongs to the destination, so that no line can pass it by; `onLine` is given each line as it is written. A log
 * that cannot be written is given up silently: it must never stop the app.
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
      // Nowhere left to say it.
    }
  };
}

/** A log for the moments before there is a redactor to write with. */
export interface EarlyLog {
  readonly log: Log;
  /** Gives what was said so far to `next`, and whatever is said from then on. */
  readonly passTo: (next: Log) => void;
}

/** Keeps lines in memory until there is a log to pass them to. */
export function createEarlyLog(): EarlyLog {
  const lines: string[] = [];
  let write: Log = (line) => void lines.push(line);
  return {
    log: (line) => write(line),
    passTo: (next) => {
      write = next;
      for (const line of lines.splice(0)) next(line);
    },
  };
}

/** The newest lines of a log, in memory. */
export interface RecentLines {
  readonly add: (line: RedactedText) => void;
  /** The newest last. */
  readonly all: () => readonly RedactedText[];
}

/** Keeps the `most` newest lines. */
export function createRecentLines(most: number): RecentLines {
  let lines: readonly RedactedText[] = [];
  return {
    add: (line) => {
      lines = [...lines, line].slice(-most);
    },
    all: () => lines,
  };
}
