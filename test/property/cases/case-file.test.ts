import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { capRuns } from '../../../src-main/cases/case-edits.ts';
import { parseCase, parseRun, rowOf, writeCase, writeRun } from '../../../src-main/cases/case-file.ts';
import { caseRowSchema, caseStateSchema, cleanCaseName, MAX_RUNS } from '../../../src-main/contract/case.ts';
import type { CaseRun, KeptCase } from '../../../src-main/contract/case.ts';
import { behaviourSchema, residencySchema, verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import { MAX_CASE_NAME_LENGTH } from '../../../src-main/contract/values.ts';
import { planted } from '../../support/faults/planted-secrets.ts';
import { createRedactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { keptDiagnosis } from '../../support/samples/sample-case.ts';

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

const anyRun: fc.Arbitrary<CaseRun> = fc.record({
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
const anyCase: fc.Arbitrary<KeptCase> = fc.record({
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

const written = (kept: Parameters<typeof writeCase>[0]): Uint8Array => writeCase(kept) ?? new Uint8Array();

describe('case.json', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyCase, (kept) => {
        expect(parseCase(written(kept))).toEqual({ kind: 'case', kept });
        expect(caseRowSchema.safeParse(rowOf(kept)).success).toBe(true);
      }),
    );
  });

  it('any bytes are a case, damaged or of a newer version, and never an error', async () => {
    const json = fc.json().map((text) => Buffer.from(text));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), json), async (bytes) => {
        expect(parseCase(bytes).kind).toBe('damaged');
        expect(await parseRun(bytes)).toBeNull();
      }),
    );
  });

  it('a case that was cut, or in which one byte is another one, is read or is damaged', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.nat(255), fc.boolean(), (kept, at, byte, isCut) => {
        const whole = Buffer.from(written(kept));
        const position = at % whole.length;
        const broken = isCut ? whole.subarray(0, position) : Buffer.from(whole);
        if (!isCut) broken[position] = byte;
        const { kind } = parseCase(broken);
        expect(['case', 'damaged', 'newer']).toContain(kind);
        // The line end behind it is no part of it.
        if (isCut && position < whole.length - 1) expect(kind).toBe('damaged');
      }),
    );
  });

  it('a newer version is told as one, whatever else is in it', () => {
    const version = fc.integer({ min: 2, max: 1e9 });
    fc.assert(
      fc.property(
        version,
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
        (schemaVersion, rest, name) => {
          const bytes = Buffer.from(JSON.stringify({ ...rest, name, schemaVersion }));
          const reading = parseCase(bytes);
          expect(reading.kind).toBe('newer');
          if (reading.kind === 'newer' && reading.name !== null)
            expect(reading.name).toBe(cleanCaseName(reading.name, ''));
        },
      ),
    );
  });
});

describe('a run of a case', () => {
  it('gives back the redacted diagnosis', async () => {
    const diagnosis = keptDiagnosis();
    expect(await parseRun(writeRun(diagnosis) ?? new Uint8Array())).toEqual(diagnosis);
    await fc.assert(
      fc.asyncProperty(planted, async ({ diagnosis: raw, secrets }) => {
        const clean = await createRedactor(secrets, Buffer.from('salt')).redactDiagnosis(raw);
        expect(await parseRun(writeRun(clean) ?? new Uint8Array())).toEqual(clean);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the name of a case', () => {
  it('is on one line, seen, short, and stays as it is once it is clean', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme-composite', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(' ', '\n', '\u200b', '\u202e', 'e', '\u0301', '\u200d', '👩', '\ud800'),
        maxLength: 100,
      }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const name = cleanCaseName(text, 'acme.atlassian.net');
        expect(name).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029]|^\s|\s$|\s\s/u);
        expect(Array.from(name).length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(MAX_CASE_NAME_LENGTH);
        expect(cleanCaseName(name, 'x')).toBe(name);
      }),
    );
  });
});

describe('more runs than a case keeps', () => {
  it('the first and the latest stay, in order, and every change that there is room for', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { minLength: 1, maxLength: 120, size: 'max' }), (runs) => {
        const left = capRuns(runs);
        expect(left).toHaveLength(Math.min(runs.length, MAX_RUNS));
        expect(left[0]).toBe(runs[0]);
        expect(left.at(-1)).toBe(runs.at(-1));
        expect(runs.filter((run) => left.includes(run))).toEqual(left);
      }),
      { numRuns: 50 },
    );
  });

  it('a day of the same answer leaves the change in the middle', () => {
    const run = (index: number) => ({
      id: index.toString(16).padStart(16, '0'),
      checkedAt: new Date(index * 1000).toISOString(),
      verdict: { kind: index === 40 ? ('unclear' as const) : ('residency' as const), rule: 'r' },
      hosts: [],
    });
    const left = capRuns(Array.from({ length: 300 }, (_, index) => run(index)));
    expect(left.some(({ verdict }) => verdict.kind === 'unclear')).toBe(true);
  });
});
