import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { runOf, withBundle, withRun, withSent, withUserInput } from '../../../src-main/cases/case-edits.ts';
import type { KeptCase } from '../../../src-main/contract/case.ts';
import { residencySchema, verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import { NO_KEPT_INTAKE } from '../../../src-main/contract/report/intake.ts';
import { keptDiagnosis, partId, sampleCase } from '../../support/samples/sample-case.ts';

const run = runOf(partId(2), keptDiagnosis());
const bundle = {
  id: partId(3),
  zipPath: '/d/xray-evidence-acme-XRD-ACDEF3-20260301T0930Z.zip',
  sha256: 'a'.repeat(64),
  bytes: 1,
  savedAt: '2026-03-02T08:00:00.000Z',
  mail: { to: 'a', subject: 'b', body: 'c' },
};

type Step = (kept: KeptCase) => KeptCase;
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom(...verdictKindSchema.options),
      rule: fc.constantFrom('residency-suspected.migration', 'any.rule'),
    })
    .map(
      (verdict): Step =>
        (kept) =>
          withRun(kept, { ...run, verdict }, kept.clientId),
    ),
  fc.constant<Step>((kept) => withBundle(kept, bundle)),
  fc.constant<Step>((kept) => withSent(kept, bundle.id) ?? kept),
  fc.constantFrom(...residencySchema.options).map(
    (residency): Step =>
      (kept) =>
        withUserInput(kept, { residency, facts: [], note: '', intake: NO_KEPT_INTAKE }) ?? kept,
  ),
);

it('whatever happens to a case, its state is one that its runs and bundles bear out', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (happened) => {
      const { state, runs, bundles } = happened.reduce((kept, step) => step(kept), sampleCase());
      const kinds = runs.map(({ verdict }) => verdict.kind);
      if (state === 'solved') {
        expect(kinds.at(-1)).toBe('healthy');
        expect(kinds.some((kind) => kind !== 'healthy')).toBe(true);
      }
      if (state === 'mail-ready' || state === 'waiting-for-xray' || state === 'waiting-for-answer')
        expect(bundles.length).toBeGreaterThan(0);
      if (state === 'waiting-for-migration')
        expect(kinds.some((kind) => kind === 'residency' || kind === 'residency-suspected')).toBe(true);
      // A healthy run is never waited after, but for what the person sends then.
      if (kinds.at(-1) === 'healthy') expect(state).not.toMatch(/^waiting-for-(?:xray|migration)$/u);
    }),
    { numRuns: 500 },
  );
});
