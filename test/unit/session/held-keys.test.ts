import { describe, expect, it } from 'vitest';

import { SAMPLE_ID, SAMPLE_SECRET } from '../../support/samples/sample-run.ts';
import { CHOICES, FORM, start, useOwnFolders, value } from '../../support/samples/session-world.ts';

useOwnFolders();

const OTHER_ID = 'AB12'.repeat(8);

describe('the keys that are held', () => {
  it('serve another check while the app stays open, also of another site', async () => {
    const { services, check, asked } = await start();
    await check();
    await value(services.diagnosis.start({ ...FORM, clientSecret: null }));
    await value(services.diagnosis.start({ ...FORM, clientSecret: null, jiraSite: 'another' }));
    await value(services.diagnosis.start({ ...FORM, clientSecret: null, clientId: ` ${SAMPLE_ID}\n` }));
    expect(asked).toEqual(Array(4).fill(SAMPLE_SECRET));
  });

  it('are never paired with another Client ID', async () => {
    const { services, check, asked } = await start();
    await check();
    const paired = services.diagnosis.start({ ...FORM, clientId: OTHER_ID, clientSecret: null });
    expect(await paired).toMatchObject({ failure: { code: 'no-secret-held', field: 'clientSecret' } });
    expect(asked).toHaveLength(1);
    // Nothing has changed for the first one.
    expect(await value(services.diagnosis.connection(null))).toMatchObject({
      clientId: SAMPLE_ID,
      secretHeld: true,
    });
    await value(services.diagnosis.start({ ...FORM, clientSecret: null }));
    expect(asked).toHaveLength(2);
  });

  it('stay those of their form when another field of it is wrong', async () => {
    const { services, asked } = await start();
    expect(await services.diagnosis.start({ ...FORM, jiraSite: '' })).toMatchObject({
      failure: { field: 'jiraSite' },
    });
    expect(await services.diagnosis.start({ ...FORM, clientId: OTHER_ID, clientSecret: null })).toMatchObject(
      {
        failure: { code: 'no-secret-held' },
      },
    );
    await value(services.diagnosis.start({ ...FORM, clientSecret: null }));
    expect(asked).toEqual([SAMPLE_SECRET]);
  });

  it('are taken for the Client ID that was missing beside them', async () => {
    const { services, asked } = await start();
    expect(await services.diagnosis.start({ ...FORM, clientId: '' })).toMatchObject({
      failure: { field: 'clientId' },
    });
    await value(services.diagnosis.start({ ...FORM, clientSecret: null }));
    expect(asked).toEqual([SAMPLE_SECRET]);
    expect(await services.diagnosis.start({ ...FORM, clientId: OTHER_ID, clientSecret: null })).toMatchObject(
      {
        failure: { code: 'no-secret-held' },
      },
    );
  });

  it('of another form are not what is waited with', async () => {
    const { services, check } = await start();
    await check();
    await services.diagnosis.start({ ...FORM, clientId: OTHER_ID, clientSecret: 'another-1', jiraSite: '' });
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { code: 'no-secret-held' },
    });
  });

  it('and the Client ID are gone once the check is left', async () => {
    const { services, check } = await start();
    await check();
    await value(services.cases.leave(null));
    expect(await value(services.diagnosis.connection(null))).toBeNull();
    expect(await services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({
      failure: { field: 'clientSecret' },
    });
    expect(await services.evidence.preview(CHOICES)).toMatchObject({ failure: { code: 'nothing-to-do' } });
  });

  it('serve the next check at once when the one before was stopped', async () => {
    const { services, check } = await start();
    await check();
    const first = services.diagnosis.start({ ...FORM, clientSecret: null });
    await services.diagnosis.cancel(null);
    expect(await services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({ ok: true });
    await first;
  });

  it('do not come back by a check that began before it was left', async () => {
    const { services, check, asked } = await start();
    await check();
    const first = services.diagnosis.start(FORM);
    await services.diagnosis.cancel(null);
    const second = services.diagnosis.start(FORM);
    await services.cases.leave(null);
    await first;
    expect(await second).toMatchObject({ failure: { code: 'nothing-to-do' } });
    expect(await value(services.diagnosis.connection(null))).toBeNull();
    expect(asked).toHaveLength(2);
  });
});

it('what was chosen for the report comes back to a page that is reloaded, without a secret', async () => {
  const { services } = await start();
  const intake = { ...CHOICES.intake, contactName: 'Jo', since: `since ${SAMPLE_SECRET}` };
  await value(services.diagnosis.start({ ...FORM, choices: { ...CHOICES, intake } }));
  const snapshot = await value(services.diagnosis.snapshot(null));
  expect(snapshot?.choices?.intake).toMatchObject({ contactName: 'Jo', keysMadeBy: '' });
  expect(JSON.stringify(snapshot)).not.toContain(SAMPLE_SECRET);
});
