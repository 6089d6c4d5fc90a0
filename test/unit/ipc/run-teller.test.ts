import { describe, expect, it } from 'vitest';

import { createRunTeller } from '../../../src-main/ipc/run-teller.ts';
import type { RunSoFar } from '../../../src-main/evidence/finished-run.ts';
import { findInBytes } from '../../support/marker-search.ts';
import { SAMPLE_SECRET, SAMPLE_SECRETS, SAMPLE_TOKEN, sampleDiagnosis } from '../../support/sample-run.ts';

const DIAGNOSIS = sampleDiagnosis();
const found = (isSettled: boolean): RunSoFar => ({
  diagnosis: DIAGNOSIS,
  secrets: SAMPLE_SECRETS,
  salt: Buffer.from('salt'),
  exchange: DIAGNOSIS.exchanges[0] ?? null,
  isSettled,
});
const STEP = { step: 'reach', state: 'done', tookMs: 1 } as const;

function teller() {
  const told: unknown[] = [];
  return {
    told,
    teller: createRunTeller({
      onProgress: (value) => void told.push(value),
      onTranscript: (value) => void told.push(value),
      onPartialDiagnosis: (value) => void told.push(value),
    }),
  };
}

describe('what the window is told of a run', () => {
  it('is remembered as it was told, without a secret', async () => {
    const { teller: own, told } = teller();
    expect(own.soFar()).toBeNull();
    const listener = own.begin();
    expect(own.soFar()).toEqual({ progress: [], transcripts: [], diagnosis: null });
    listener.onProgress(STEP);
    listener.onFound(found(false));
    listener.onFound(found(true));
    await own.flush();
    const soFar = own.soFar();
    expect(soFar?.progress).toEqual([STEP]);
    expect(soFar?.transcripts).toHaveLength(1);
    expect(told).toEqual([STEP, ...(soFar?.transcripts ?? []), soFar?.diagnosis]);
    expect(
      findInBytes('told', Buffer.from(JSON.stringify([told, soFar])), [SAMPLE_SECRET, SAMPLE_TOKEN]),
    ).toEqual([]);
  });

  it('is told to nobody once the case is left, also what is on its way', async () => {
    const { teller: own, told } = teller();
    const listener = own.begin();
    listener.onFound(found(true));
    const telling = own.flush();
    own.forget();
    await telling;
    listener.onProgress(STEP);
    listener.onFound(found(true));
    await own.flush();
    expect(told).toEqual([]);
    expect(own.soFar()).toBeNull();
  });

  it('is of the latest run alone', async () => {
    const { teller: own, told } = teller();
    const earlier = own.begin();
    const later = own.begin();
    earlier.onProgress(STEP);
    earlier.onFound(found(true));
    later.onProgress(STEP);
    await own.flush();
    expect(told).toEqual([STEP]);
  });
});
