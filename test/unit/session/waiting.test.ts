import { describe, expect, it } from 'vitest';

import type { Services } from '../../../src-main/ipc/redacted-answers.ts';
import { SAMPLE_SECRET } from '../../support/samples/sample-run.ts';
import {
  CHOICES,
  FORM,
  MINUTE,
  healthy,
  keptCase,
  start,
  useOwnFolders,
  value,
  verdictOf,
} from '../../support/samples/session-world.ts';

useOwnFolders();

describe('waiting', () => {
  it('needs a result, keys in memory, and something to wait for', async () => {
    const { services, check, answer } = await start();
    const refused = { failure: { code: 'nothing-to-do' } };
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject(refused);
    for (const over of [healthy, verdictOf('credentials-rejected')]) {
      answer(over);
      await check();
      expect(await services.recheck.start({ minutes: 15 })).toMatchObject(refused);
    }
    const { id } = await keptCase(services);
    await value(services.cases.open({ id }));
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject(refused);
    expect(await value(services.recheck.state(null))).toEqual({ phase: 'off', ended: null });
  });

  it('a case that was opened without its keys says that they are missing', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    await value(services.cases.open({ id }));
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { code: 'no-secret-held' },
    });
  });

  it('adds what it finds to the case, notifies, and drops the keys when all is well', async () => {
    const { services, check, answer, pass, kept, told, notices, prepared, states, asked } = await start();
    await check();
    await keptCase(services);
    expect(prepared).toEqual([]);
    expect(await value(services.recheck.start({ minutes: 15 }))).toMatchObject({
      phase: 'waiting',
      minutes: 15,
    });
    expect(prepared).toEqual([0]);
    await pass(15 * MINUTE);
    await told(2);
    expect(kept[1]?.kept?.runs).toHaveLength(2);
    expect(notices).toEqual([]);
    answer(verdictOf('network'));
    await pass(15 * MINUTE);
    expect(states.at(-1)).toMatchObject({ postponed: 'not-reached', verdict: { kind: 'residency' } });
    answer(healthy);
    await pass(15 * MINUTE);
    await told(3);
    expect(kept[2]?.kept).toMatchObject({ state: 'solved', comparison: { change: 'better' } });
    expect(kept[2]?.kept?.runs).toHaveLength(3);
    expect(notices).toEqual([['New result for acme.atlassian.net', 'Xray answers as it should.']]);
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'healthy' });
    expect(asked).toEqual([SAMPLE_SECRET, SAMPLE_SECRET, SAMPLE_SECRET, SAMPLE_SECRET]);
    expect(await value(services.diagnosis.connection(null))).toMatchObject({ secretHeld: false });
    expect((await value(services.cases.current(null)))?.latest?.diagnosis.verdict.kind).toBe('healthy');
    // The result is still there and can be packed; the keys are not.
    const preview = await value(services.evidence.preview(CHOICES));
    expect(preview.files.find(({ path }) => path === 'summary.txt')?.text).toContain(
      'Xray accepts the keys and sends a file',
    );
  });

  it.each([
    ['recheck.stop', ({ recheck }: Services) => recheck.stop(null)],
    ['cases.leave', ({ cases }: Services) => cases.leave(null)],
    ['cases.remove', ({ cases }: Services, id: string) => cases.remove({ id })],
  ] as const)('%s ends it and drops the keys at once', async (_name, end) => {
    const { services, check, pass, asked, states, hasTimer } = await start();
    await check();
    const { id } = await keptCase(services);
    const { previewId } = await value(services.evidence.preview(CHOICES));
    await value(services.recheck.start({ minutes: 30 }));
    await end(services, id);
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(hasTimer()).toBe(false);
    await pass(60 * MINUTE);
    expect(asked).toHaveLength(1);
    const shown = await value(services.diagnosis.connection(null));
    expect(shown?.secretHeld ?? false).toBe(false);
    expect(await services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({
      failure: { field: 'clientSecret' },
    });
    // Without the keys the gate could not judge what was prepared with them.
    expect(await services.evidence.save({ previewId, where: 'usual' })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
  });

  it('a check by the person goes before, and waiting goes on from there', async () => {
    const { services, check, pass, states, asked, answer } = await start();
    await check();
    await keptCase(services);
    await value(services.recheck.start({ minutes: 15 }));
    await pass(10 * MINUTE);
    answer(verdictOf('unclear'));
    await check({ clientSecret: SAMPLE_SECRET });
    expect(states.at(-1)).toMatchObject({ phase: 'waiting', verdict: { kind: 'unclear' } });
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(2);
    await pass(5 * MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('ends when the person checks another connection', async () => {
    const { services, check, states } = await start();
    await check();
    await keptCase(services);
    await value(services.recheck.start({ minutes: 15 }));
    await check({ clientSecret: 'another-secret-of-the-person-1' });
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(await value(services.diagnosis.connection(null))).toMatchObject({ secretHeld: true });
  });
});
