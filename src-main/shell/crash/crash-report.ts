import type { RedactedText } from '../../evidence/redaction/redacted.ts';
import type { RuntimeFacts } from '../menu/about.ts';

export type Fault =
  | { readonly kind: 'uncaught' | 'rejected'; readonly error: unknown }
  | { readonly kind: 'page-gone'; readonly reason: string; readonly exitCode: number }
  | { readonly kind: 'page-silent' };

export interface ReportOptions {
  readonly fault: Fault;
  readonly facts: RuntimeFacts;
  /** The last lines of the log. */
  readonly lastLines: readonly string[];
  readonly now: Date;
  /** Removes known secrets, whatever has a secret's shape, and the home folder. */
  readonly redact: (text: string) => RedactedText;
  /** The gate: whether a text may leave the computer. */
  readonly isSafeToShare: (text: string) => Promise<boolean>;
}

const MAX_ERROR_LENGTH = 32 * 1024;
const MAX_CAUSES = 5;
const MAX_LINES = 80;

/**
 * Makes the report of a fault: versions, system, the error, the last lines of the log. It is redacted as a whole and then
 * checked by the gate, as the evidence is; resolves with null if the gate finds anything or either fails. Never rejects.
 */
export async function makeReport(options: ReportOptions): Promise<RedactedText | null> {
  try {
    const text = options.redact(rawReport(options));
    return (await options.isSafeToShare(text)) ? text : null;
  } catch {
    return null;
  }
}

/** Returns a fault in words, with the stack of an error. Not redacted. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'uncaught':
      return `uncaught: ${describeError(fault.error)}`;
    case 'rejected':
      return `rejected: ${describeError(fault.error)}`;
    case 'page-gone':
      return `page gone: ${fault.reason}, exit code ${fault.exitCode}`;
    case 'page-silent':
      return 'page silent: it has not answered for a while';
  }
}

function rawReport({ fault, facts, lastLines, now }: ReportOptions): string {
  return [
    `${facts.app} ${facts.version}: report of a fault`,
    `Made at ${now.toISOString()}`,
    `Electron ${facts.electron}, Chromium ${facts.chromium}, Node.js ${facts.node}`,
    facts.system,
    '',
    describeFault(fault),
    '',
    'Last lines of the log:',
    ...(lastLines.length === 0 ? ['(none)'] : lastLines.slice(-MAX_LINES)),
    '',
  ].join('\n');
}

/** The stack of an error and of its causes; of any other object only its type, since its content may be secret. */
function describeError(error: unknown): string {
  const parts = [describeOne(error)];
  for (let current = error; parts.length <= MAX_CAUSES; parts.push(describeOne(current))) {
    if (!(current instanceof Error) || current.cause === undefined) break;
    current = current.cause;
  }
  return parts.join('\ncaused by ').slice(0, MAX_ERROR_LENGTH);
}

function describeOne(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return typeof error === 'string' ? error : `not an error (${typeof error})`;
}
