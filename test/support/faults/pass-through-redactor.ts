import type { Redactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { markRedacted } from '../../../src-main/evidence/redaction/redacted.ts';

const asItIs = (text: string) => ({ text: markRedacted(text), removed: 0 });

/** Removes nothing: for tests that prove that the gate, and a test's own search, find what a redactor would leave. */
export const passThroughRedactor: Redactor = {
  text: asItIs,
  typed: asItIs,
  page: asItIs,
  longPage: async (text) => asItIs(text),
  exact: asItIs,
  phrase: markRedacted,
  diagnosis: async (diagnosis) => ({ diagnosis: markRedacted(diagnosis), removed: 0 }),
  learn: () => undefined,
  known: () => 0,
};
