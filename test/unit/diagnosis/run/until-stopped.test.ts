import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Exchange } from '../../../../src-main/contract/diagnosis.ts';
import { classify, isSettled } from '../../../../src-main/diagnosis/verdict/classify.ts';
import {
  answered,
  failed,
  LAMBDA_PAGE,
  REGION_TEXT,
  signedIn,
  WRONG_KEYS,
  ZIP_BYTES,
} from '../../../support/samples/builders.ts';

const now = new Date('2026-01-02T03:04:05Z');

/** Every way for one host to behave that the rules tell apart. */
const ways = (host: string): readonly (readonly Exchange[])[] => {
  const signIn = { call: 'authenticate', host } as const;
  const data = { call: 'data-call', host } as const;
  const signedInThen = (exchange: Exchange): Exchange[] => [signedIn(host), exchange];
  return [
    [answered(signIn, { status: 401, body: WRONG_KEYS })],
    [answered(signIn, { status: 403, body: 'no' })],
    [answered(signIn, { status: 500 })],
    [answered(signIn, { status: 503, body: LAMBDA_PAGE })],
    [answered(signIn, { status: 401, body: REGION_TEXT })],
    [failed(signIn, { phase: 'connect' })],
    signedInThen(answered(data, { status: 401, body: REGION_TEXT })),
    signedInThen(answered(data, { status: 403, body: '{"error":"Forbidden"}' })),
    signedInThen(answered(data, { status: 503, body: LAMBDA_PAGE })),
    signedInThen(answered(data, { status: 500 })),
    signedInThen(answered(data, { status: 200, body: ZIP_BYTES })),
    signedInThen(answered(data, { status: 404, body: '{"error":"Not found."}' })),
    signedInThen(failed(data, { phase: 'body' })),
  ];
};

describe('a settled verdict', () => {
  it('keeps its rule whatever the other hosts answer', () => {
    const anyWay = (host: string) => fc.constantFrom(...ways(host));
    fc.assert(
      fc.property(anyWay('global'), anyWay('us'), anyWay('eu'), anyWay('au'), (global, us, eu, au) => {
        const early = { exchanges: [...global], cancelled: false, now };
        if (!isSettled(early)) return;
        const late = classify({ ...early, exchanges: [...global, ...us, ...eu, ...au] });
        expect(late.rule).toBe(classify(early).rule);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['the region text', 6, true],
    ['a healthy answer', 10, true],
    ['wrong keys', 0, false],
    ['a refusal without known words', 7, false],
    ['an error of its own', 9, false],
  ])('%s', (_name, way, expected) => {
    expect(isSettled({ exchanges: [...(ways('global')[way] ?? [])], cancelled: false, now })).toBe(expected);
  });
});
