import { newCase, runOf } from '../../../src-main/cases/case-edits.ts';
import { createCaseGuard } from '../../../src-main/cases/case-guard.ts';
import type { CaseGuard } from '../../../src-main/cases/case-guard.ts';
import type { KeptCase } from '../../../src-main/contract/case.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { createRedactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { SAMPLE_SECRETS, sampleDiagnosis } from './sample-run.ts';

const SALT = Buffer.from('salt of the samples');

const KEPT = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(sampleDiagnosis());

/** The sample run as it is kept: redacted. */
export const keptDiagnosis = (): Diagnosis => KEPT;

/** The guard of the sample run. */
export const sampleGuard: CaseGuard = createCaseGuard(SAMPLE_SECRETS);

export const partId = (index: number): string => index.toString(16).padStart(16, '0');
export const caseId = (index: number): string => index.toString(16).padStart(32, '0');

/** A case with one run; the run's id is `partId(1)` unless told. */
export function sampleCase(index = 1, over: Partial<KeptCase> = {}): KeptCase {
  const diagnosis = keptDiagnosis();
  const now = new Date('2026-03-01T10:00:00.000Z');
  const fresh = newCase(caseId(index), runOf(partId(1), diagnosis), diagnosis, now);
  return { ...fresh, name: `Case ${index}`, residency: 'pinned', ...over };
}

/** The parts that go with `sampleCase`. */
export const sampleParts = { runs: new Map([[partId(1), keptDiagnosis()]]) };
