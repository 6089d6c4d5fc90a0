import type { Redactor } from '../../src-main/evidence/redact.ts';

/** Removes nothing: for tests that prove that the gate, and a test's own search, find what a redactor would leave. */
export const passThroughRedactor: Redactor = {
  text: (text) => ({ text, removed: 0 }),
  typed: (text) => ({ text, removed: 0 }),
  page: (text) => ({ text, removed: 0 }),
  diagnosis: async (diagnosis) => ({ diagnosis, removed: 0 }),
};
