import { describe, expect, it } from 'vitest';

import { createRunPublisher } from '../../../src-main/session/run-publisher.ts';
import { SessionSecrets } from '../../../src-main/session/session-secrets.ts';
import type { PartialRun } from '../../../src-main/evidence/finished-run.ts';
import { findInBytes } from '../../support/faults/marker-search.ts';
import {
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDataCall,
  sampleDiagnosis,
  sampleResponse,
  sampleSignIn,
} from '../../support/samples/sample-run.ts';

const DIAGNOSIS = sampleDiagnosis();
const found = (isSettled: boolean): PartialRun => ({
  diagnosis: DIAGNOSIS,
  secrets: SAMPLE_SECRETS,
  salt: Buffer.from('salt'),
  exchange: DIAGNOSIS.exchanges[0] ?? null,
  isSettled,
});
const STEP = { step: 'reach', state: 'done', tookMs: 1 } as const;

function publisher() {
  const told: unknown[] = [];
  const secrets = new SessionSecrets();
  /** Called once, when a diagnosis has just been redacted and not been told yet. */
  const meanwhile: { call: () => void } = { call: () => undefined };
  return {
    told,
    meanwhile,
    publisher: createRunPublisher(
      (_channel, value) => void told.push(value),
      (run) => {
        const redactor = secrets.redactorOf(run);
        return {
          ...redactor,
          redactDiagnosis: async (diagnosis) => {
            const clean = await redactor.redactDiagnosis(diagnosis);
            const { call } = meanwhile;
            meanwhile.call = () => undefined;
            call();
            return clean;
          },
        };
      },
    ),
  };
}

describe('what the window is told of a run', () => {
  it('is remembered as it was told, without a secret', async () => {
    const { publisher: own, told } = publisher();
    expect(own.snapshot()).toBeNull();
    const listener = own.begin();
    expect(own.snapshot()).toEqual({ progress: [], transcripts: [], diagnosis: null });
    listener.onProgress(STEP);
    listener.onFound(found(false));
    listener.onFound(found(true));
    await own.flush();
    const soFar = own.snapshot();
    expect(soFar?.progress).toEqual([STEP]);
    expect(soFar?.transcripts).toHaveLength(1);
    expect(told).toEqual([STEP, ...(soFar?.transcripts ?? []), soFar?.diagnosis]);
    expect(
      findInBytes('told', Buffer.from(JSON.stringify([told, soFar])), [SAMPLE_SECRET, SAMPLE_TOKEN]),
    ).toEqual([]);
  });

  it('is told to nobody once the case is left, also what is on its way', async () => {
    const { publisher: own, told } = publisher();
    const listener = own.begin();
    listener.onFound(found(true));
    const telling = own.flush();
    own.forget();
    await telling;
    listener.onProgress(STEP);
    listener.onFound(found(true));
    await own.flush();
    expect(told).toEqual([]);
    expect(own.snapshot()).toBeNull();
  });

  it('is of the latest run alone', async () => {
    const { publisher: own, told } = publisher();
    const earlier = own.begin();
    const later = own.begin();
    earlier.onProgress(STEP);
    earlier.onFound(found(true));
    later.onProgress(STEP);
    await own.flush();
    expect(told).toEqual([STEP]);
  });

  it('loses a token that became known while it was redacted, and is told again what was told before it was', async () => {
    const { publisher: own, told, meanwhile } = publisher();
    const listener = own.begin();
    const opaque = 'opaque-token-of-a-regional-host-4711';
    const response = sampleResponse(`{"error":"the other one is ${opaque}"}`);
    const diagnosis = sampleDiagnosis({ exchanges: [sampleSignIn(), sampleDataCall({ response })] });
    const early = { ...found(false), diagnosis, exchange: diagnosis.exchanges[1] ?? null };
    const secrets = { ...SAMPLE_SECRETS, tokens: [...SAMPLE_SECRETS.tokens, opaque] };
    const late = { ...early, secrets, exchange: diagnosis.exchanges[0] ?? null };

    // Nobody knows it yet: one host has given back what another one has only just made.
    listener.onFound(early);
    await own.flush();
    expect(JSON.stringify(told)).toContain(opaque);
    told.length = 0;
    listener.onFound(late);
    await own.flush();
    expect(JSON.stringify(told)).not.toContain(opaque);
    expect(JSON.stringify(own.snapshot())).not.toContain(opaque);
    expect(told).toMatchObject([
      { path: 'calls/global-1-authenticate.txt' },
      { path: 'calls/global-2-data-call.txt' },
    ]);

    // It becomes known while the telling is on its way.
    const again = own.begin();
    told.length = 0;
    const other = { ...early, isSettled: true, salt: Buffer.from('another salt') };
    meanwhile.call = () => again.onFound({ ...late, salt: other.salt });
    again.onFound(other);
    await own.flush();
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain(opaque);
  });
});
