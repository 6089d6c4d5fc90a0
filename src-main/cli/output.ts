import type { RedactedText } from '../evidence/redaction/redacted.ts';

/** Where the CLI speaks. It takes nothing that has not been through the redactor. */
export interface Output {
  /** What was asked for: standard output. */
  readonly answer: (text: RedactedText) => void;
  /** What is told on the way: standard error. */
  readonly tell: (text: RedactedText) => void;
}

/** The process's own streams. */
export function outputOf(streams: {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>;
}): Output {
  return {
    answer: (text) => void streams.stdout.write(text),
    tell: (text) => void streams.stderr.write(text),
  };
}
