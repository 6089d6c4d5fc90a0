import * as fc from 'fast-check';

import { caseStateSchema, MAX_RUNS } from '../../../src-main/contract/case.ts';
import type { CaseRun, KeptCase } from '../../../src-main/contract/case.ts';
import { behaviourSchema, residencySchema, verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  });
const time = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const site = fc.constantFrom('acme.atlassian.net', 'a.atlassian.net', 'x-1.atlassian.net');
const verdict = fc.record({ kind: fc.constantFrom(...verdictKindSchema.options), rule: text });

export const anyRun: fc.Arbitrary<CaseRun> = fc.record({
  id: hex(16),
  checkedAt: time,
  verdict,
  hosts: fc.array(
    fc.record({
      id: fc.constantFrom('global', 'eu', 'us-2'),
      name: text,
      baseUrl: text,
      tookKeys: fc.constantFrom(true, false, null),
      behaviour: fc.constantFrom(null, ...behaviourSchema.options),
      totalMs: fc.double({ noNaN: true, noDefaultInfinity: true }).map((ms) => (Object.is(ms, -0) ? 0 : ms)),
    }),
    { maxLength: 5 },
  ),
});

/** Any case that the schema takes. */
export const anyCase: fc.Arbitrary<KeptCase> = fc.record({
  schemaVersion: fc.constant(1 as const),
  id: hex(32),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  sites: fc.record({ jira: site, confluence: site }),
  clientId: text,
  createdAt: time,
  updatedAt: time,
  state: fc.constantFrom(...caseStateSchema.options),
  residency: fc.constantFrom(...residencySchema.options),
  residencyFacts: fc.array(
    fc.record({ product: fc.constantFrom('Jira', 'Confluence', 'Xray'), location: text, status: text }),
    { maxLength: 3 },
  ),
  intake: fc.record({
    snapshotsError: text,
    since: text,
    xrayInJira: fc.constantFrom('works', 'fails', null),
  }),
  runs: fc.array(anyRun, { minLength: 1, maxLength: MAX_RUNS }),
  pictures: fc.array(fc.record({ id: hex(16), caption: text }), { maxLength: 6 }),
  bundles: fc.array(
    fc.record({
      id: hex(16),
      zipPath: fc
        .tuple(
          text,
          fc.constantFrom('/', '\\'),
          // The second one is the name of before.
          fc.constantFrom('report', 'evidence'),
          fc.constantFrom('', '-2', '-99'),
        )
        .map(
          ([folder, slash, kind, number]) => `${folder}${slash}xray-${kind}-a-1-20260301T0930Z${number}.zip`,
        ),
      sha256: hex(64),
      bytes: fc.nat(),
      savedAt: time,
      mail: fc.record({ to: text, subject: text, body: text }),
    }),
    { maxLength: 5 },
  ),
});
