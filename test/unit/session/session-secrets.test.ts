import { homedir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { NO_CONTACT } from '../../../src-main/contract/report/intake.ts';
import { SessionSecrets } from '../../../src-main/session/session-secrets.ts';
import {
  SAMPLE_ID,
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDiagnosis,
} from '../../support/samples/sample-run.ts';

const ANOTHER = 'another-secret-typed-later-77';
const CONNECTION = {
  clientId: SAMPLE_ID,
  clientSecret: SAMPLE_SECRET,
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme-wiki.atlassian.net',
};
const RUN = { diagnosis: sampleDiagnosis(), secrets: SAMPLE_SECRETS, salt: Buffer.from('salt') };

/** Secrets after a check of the sample connection. */
async function checked(): Promise<SessionSecrets> {
  const secrets = new SessionSecrets();
  secrets.begin(CONNECTION);
  const diagnosis = await secrets.redactorOf(RUN).redactDiagnosis(RUN.diagnosis);
  secrets.result = { raw: RUN, redacted: diagnosis };
  return secrets;
}

describe('the secrets of an open case', () => {
  it('are those of one Client ID, and of no other', () => {
    const secrets = new SessionSecrets();
    secrets.submit(SAMPLE_SECRET, SAMPLE_ID);
    expect([secrets.secretOf(SAMPLE_ID), secrets.secretFor(SAMPLE_ID)]).toEqual([
      SAMPLE_SECRET,
      SAMPLE_SECRET,
    ]);
    expect([secrets.secretOf('B'), secrets.secretFor('B')]).toEqual([null, null]);
    // Beside no Client ID that can be one, it waits for its first.
    secrets.submit(ANOTHER, null);
    expect([secrets.secretOf('B'), secrets.secretFor('B')]).toEqual([null, ANOTHER]);
  });

  it('include one that was typed after the run', async () => {
    const secrets = new SessionSecrets();
    secrets.learn(RUN);
    expect(await secrets.isSafeToShare(ANOTHER)).toBe(true);
    secrets.submit(ANOTHER, null);
    expect(secrets.redactLine(`${ANOTHER} ${SAMPLE_SECRET}`)).not.toMatch(/another-secret|[0-9a-f]{32}/u);
    expect(await secrets.isSafeToShare(ANOTHER)).toBe(false);
  });

  it('are not needed to know shapes and the home folder', async () => {
    const none = new SessionSecrets();
    expect(none.redactLine(`Authorization: Bearer ${SAMPLE_TOKEN} ${join(homedir(), 'x')}`)).not.toMatch(
      new RegExp(`${SAMPLE_TOKEN}|${homedir()}`, 'u'),
    );
    expect(await none.isSafeToShare(SAMPLE_TOKEN)).toBe(false);
    expect(await none.isSafeToShare('a plain line')).toBe(true);
  });

  it('of the run before are known until the next one has found something', async () => {
    const secrets = new SessionSecrets();
    secrets.learn(RUN);
    secrets.begin({ ...CONNECTION, clientSecret: ANOTHER });
    expect(secrets.redactCopy(`${SAMPLE_TOKEN} ${ANOTHER}`)).not.toMatch(/another-secret|eyJ/u);
  });

  it('are forgotten with all that could hold one; the redacted result stays', async () => {
    const secrets = await checked();
    secrets.rechecked = CONNECTION;
    secrets.prepared = { id: 'x', bundle: {} as never, secrets: SAMPLE_SECRETS, contact: NO_CONTACT };
    const redacted = secrets.result?.redacted;
    secrets.forget();
    expect(secrets.result?.redacted).toBe(redacted);
    expect(secrets).toMatchObject({ rechecked: null, prepared: null });
    expect(secrets.isSecretHeld()).toBe(false);
    const held = JSON.stringify([secrets, secrets.known()]);
    for (const secret of [SAMPLE_SECRET, SAMPLE_TOKEN]) expect(held).not.toContain(secret);
    // Its redactor knows it no more, either.
    expect(secrets.redactCopy(SAMPLE_SECRET)).toBe(SAMPLE_SECRET);
  });

  it('go with the case, and the case with them', async () => {
    const secrets = await checked();
    secrets.clear();
    expect(secrets).toMatchObject({ connection: null, result: null });
    expect(secrets.secretFor(SAMPLE_ID)).toBeNull();
    expect(secrets.known()).toMatchObject({ clientSecret: '', clientId: '', tokens: [] });
  });
});
