import { describe, expect, it } from 'vitest';

import { askedToWaitMs } from '../../../src-main/cases/recheck-schedule.ts';
import type { Exchange } from '../../../src-main/contract/diagnosis.ts';
import {
  sampleDataCall,
  sampleDiagnosis,
  sampleResponse,
  sampleSignIn,
} from '../../support/samples/sample-run.ts';

const NOW = new Date('2026-03-01T09:30:00.000Z');
const answered = (status: number, retryAfter: string | null) =>
  sampleDataCall({
    status,
    response: sampleResponse('', {
      headers: retryAfter === null ? [] : [{ name: 'Retry-After', value: retryAfter }],
    }),
  });
const asked = (...exchanges: Exchange[]) => askedToWaitMs(sampleDiagnosis({ exchanges }), NOW);

describe('how long a run was asked to wait', () => {
  it('is the longest that any host said with a 429, as seconds or as a date', () => {
    expect(asked(answered(429, '59.86'), answered(429, '120'), answered(429, null))).toBe(120_000);
    expect(asked(answered(429, 'Sun, 01 Mar 2026 10:30:00 GMT'))).toBe(3_600_000);
  });

  it('is nothing without a 429, whatever another answer carries, or when it cannot be read', () => {
    expect(asked(sampleSignIn(), answered(200, '60'), answered(503, '60'))).toBeNull();
    expect(asked(answered(429, 'soon'))).toBeNull();
    expect(asked()).toBeNull();
  });
});
