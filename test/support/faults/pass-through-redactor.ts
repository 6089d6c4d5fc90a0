import type { Redactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { markRedacted } from '../../../src-main/evidence/redaction/redacted.ts';

/** Removes nothing: for tests that prove that the gate, and a test's own search, find what a redactor would leave. */
export const passThroughRedactor: Redactor = {
  redactResponse: markRedacted,
  redactJsonDocument: async (text) => markRedacted(text),
  redactAppText: markRedacted,
  redactUserText: markRedacted,
  redactDocument: markRedacted,
  redactLongDocument: async (text) => markRedacted(text),
  redactKnownSecrets: markRedacted,
  redactMessage: markRedacted,
  learnFrom: () => undefined,
  redactDiagnosis: async (diagnosis) => markRedacted(diagnosis),
  addSecrets: () => undefined,
  secretCount: () => 0,
};
