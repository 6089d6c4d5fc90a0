import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { failurePhaseSchema } from '../../src-main/contract/diagnosis.ts';
import type { Exchange } from '../../src-main/contract/diagnosis.ts';
import { classify } from '../../src-main/diagnosis/verdict/classify.ts';
import { answered, failed, REGION_TEXT, signedIn } from '../support/samples/builders.ts';

const now = new Date('2026-01-02T03:04:05Z');
const host = fc.constantFrom('global', 'us', 'eu', 'au');
const call = fc.constantFrom('authenticate' as const, 'data-call' as const);
const body = fc.oneof(
  fc.string(),
  fc.json(),
  fc.uint8Array(),
  fc.constantFrom(REGION_TEXT, '"token"', '<html></html>', 'PK\u0005\u0006'),
);
const headers = fc.constantFrom(
  {},
  { location: 'x' },
  { 'retry-after': '1e9' },
  { location: 'https://a.b/' },
);
const answer = fc
  .record({ call, host, status: fc.integer({ min: 100, max: 599 }), body, headers })
  .map(({ call: name, host: at, ...wish }) => answered({ call: name, host: at }, wish));
const failure = fc
  .record({ call, host, phase: fc.constantFrom(...failurePhaseSchema.options) })
  .map(({ call: name, host: at, phase }) => failed({ call: name, host: at }, { phase }));
const exchange: fc.Arbitrary<Exchange> = fc.oneof(answer, failure, host.map(signedIn));

describe('classify, for any exchanges', () => {
  it('always gives a verdict with words and steps', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 8 }), fc.boolean(), (exchanges, cancelled) => {
        const verdict = classify({ exchanges, cancelled, now });
        expect(verdict.sentence).not.toBe('');
        expect(verdict.nextSteps.pinned.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is never healthy unless the data call on the global host was answered in good shape', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 8 }), fc.boolean(), (exchanges, cancelled) => {
        if (classify({ exchanges, cancelled, now }).kind !== 'healthy') return;
        const last = exchanges.findLast((each) => each.host === 'global' && each.call === 'data-call');
        expect(last?.outcome).toBe('answered');
        expect([401, 403, 407, 429]).not.toContain(last?.status);
        expect(last?.status).toBeLessThan(500);
      }),
      { numRuns: 1000 },
    );
  });
});
