import { setImmediate } from 'node:timers/promises';

import { expect, it, vi } from 'vitest';

import type { Diagnose } from '../../../src-main/evidence/finished-run.ts';
import { openSession } from '../../../src-main/session/open-session.ts';
import { SessionSecrets } from '../../../src-main/session/session-secrets.ts';
import { samplePorts } from '../../support/samples/session-ports.ts';
import {
  SAMPLE_ID,
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  sampleDiagnosis,
} from '../../support/samples/sample-run.ts';

const RUN = { diagnosis: sampleDiagnosis(), secrets: SAMPLE_SECRETS, salt: Buffer.from('salt') };

it('what a check still finds after its case was left brings no secret back', async () => {
  const secrets = new SessionSecrets();
  // It hears of the end, and tells what it has found until then.
  const diagnose: Diagnose = async (_connection, listener, signal) => {
    while (!signal.aborted) await setImmediate();
    await setImmediate();
    listener.onFound({ ...RUN, exchange: null, isSettled: true });
    return RUN;
  };
  const { services } = openSession(
    samplePorts({
      secrets,
      diagnose,
      send: () => undefined,
      caseStore: {} as never,
      desktop: {} as never,
      computer: { wall: () => new Date(), isOnline: () => true, onPower: () => () => undefined } as never,
    }),
  );
  const form = { clientId: SAMPLE_ID, clientSecret: SAMPLE_SECRET, jiraSite: 'acme', confluenceSite: 'acme' };
  const answer = services.diagnosis.start(form);
  await services.cases.leave(null);
  const keepsRedactor = vi.spyOn(secrets, 'redactorOf');
  expect(JSON.stringify(await answer)).not.toContain(SAMPLE_SECRET);
  expect(keepsRedactor).not.toHaveBeenCalled();
  expect(secrets.known()).toMatchObject({ clientSecret: '', tokens: [] });
});
