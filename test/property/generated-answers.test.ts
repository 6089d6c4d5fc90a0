import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exchangeSchema } from '../../src-main/contract/diagnosis.ts';
import { classify } from '../../src-main/diagnosis/verdict/classify.ts';
import {
  answerArbitrary,
  exchangeOf,
  exchangesOf,
  MEANINGS,
  runArbitrary,
  truthsOf,
} from '../support/answers/generate.ts';

const now = new Date('2026-01-02T03:04:05Z');
const seed = 20_260_102;

describe('answers that are built from what they mean', () => {
  it('are exchanges of the contract, and carry their words', () => {
    fc.assert(
      fc.property(fc.oneof(answerArbitrary('authenticate'), answerArbitrary('data-call')), (answer) => {
        const exchange = exchangeSchema.parse(exchangeOf(answer));
        const { hasWords, holdsData } = truthsOf(answer);
        expect(hasWords).toBe(answer.words !== null);
        if (holdsData) expect(hasWords).toBe(false);
        if (answer.form === 'text' || answer.form === 'utf-16') {
          expect(exchange.response?.body.text).toBe(answer.words);
        }
        if (answer.form === 'unicode-escaped') {
          expect(JSON.parse(exchange.response?.body.text ?? '')).toEqual({ error: answer.words });
        }
      }),
      { numRuns: 2000, seed },
    );
  });

  it('reach every meaning, from everybody', () => {
    const sample = fc.sample(answerArbitrary('data-call'), { numRuns: 5000, seed });
    const met = new Set(sample.map(({ means }) => means));
    expect(MEANINGS.filter(({ means }) => !met.has(means))).toEqual([]);
    expect(new Set(sample.map(({ who }) => who)).size).toBe(4);
  });

  it('always end in a verdict with words, whichever hosts agree', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const exchanges = exchangesOf(run);
        const verdict = classify({ exchanges, cancelled: false, now });
        expect(verdict.sentence).not.toBe('');
        expect(new Set(exchanges.map(({ host }) => host)).size).toBe(4);
      }),
      { numRuns: 2000, seed },
    );
  });
});
