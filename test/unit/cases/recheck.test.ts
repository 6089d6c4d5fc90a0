import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from 'vitest';

import { createRecheck } from '../../../src-main/cases/recheck.ts';
import { MAX_WAITING_MS, MAX_CHECKS, nextStep } from '../../../src-main/cases/recheck-schedule.ts';
import type { ScheduleFacts } from '../../../src-main/cases/recheck-schedule.ts';
import type { Connection } from '../../../src-main/contract/input/connection.ts';
import { verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  told,
  verdict,
  WAITING_CONNECTION,
  waitingWorld,
} from '../../support/faults/waiting-world.ts';
import type { WaitingWorld } from '../../support/faults/waiting-world.ts';

const RESIDENCY = verdict('residency');
const begun = (minutes = 15, options: Parameters<typeof waitingWorld>[0] = {}): WaitingWorld => {
  const world = waitingWorld(options);
  world.recheck.start(WAITING_CONNECTION, minutes, RESIDENCY);
  return world;
};

describe('nextStep', () => {
  const at = (ms: number) => ({ awake: ms, passed: ms });
  const facts = (over: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
    now: at(10 * MINUTE),
    startedAt: at(0),
    lastAt: at(0),
    intervalMs: HOUR,
    isRetry: false,
    notBefore: null,
    checks: 0,
    ...over,
  });

  it.each<[string, Partial<ScheduleFacts>, ReturnType<typeof nextStep>]>([
    ['the interval after the last check', {}, { what: 'check', inMs: 50 * MINUTE }],
    ['never below a quarter of an hour', { intervalMs: MINUTE }, { what: 'check', inMs: 5 * MINUTE }],
    ['never above a day', { intervalMs: 9 * DAY }, { what: 'check', inMs: DAY - 10 * MINUTE }],
    ['at once when it is overdue', { now: at(3 * HOUR) }, { what: 'check', inMs: 0 }],
    ['sooner when the last one told nothing', { isRetry: true }, { what: 'check', inMs: 5 * MINUTE }],
    [
      'not before a host that asked to wait wants it',
      { notBefore: 2 * HOUR },
      { what: 'check', inMs: 110 * MINUTE },
    ],
    [
      'with the time asleep counted as passed',
      { now: { awake: 20 * MINUTE, passed: 9 * HOUR } },
      { what: 'check', inMs: 0 },
    ],
    [
      'but never closer than a quarter of an hour awake, whatever the clock says',
      { now: { awake: MINUTE, passed: 9 * HOUR } },
      { what: 'check', inMs: 14 * MINUTE },
    ],
    [
      'no more after fourteen days',
      { now: at(MAX_WAITING_MS - 5), lastAt: at(MAX_WAITING_MS - 10) },
      { what: 'end', inMs: 5 },
    ],
    ['no more after too many', { checks: MAX_CHECKS }, { what: 'end', inMs: 0 }],
  ])('%s', (_name, over, expected) => {
    expect(nextStep(facts(over))).toEqual(expected);
  });
});

describe('the repeated check', () => {
  it('checks after each interval, tells the window when, and notifies nobody as long as nothing changes', async () => {
    const world = begun(60);
    expect(world.recheck.state()).toMatchObject({ phase: 'waiting', minutes: 60, lastCheckedAt: null });
    expect(world.nextCheckIn()).toBe(HOUR);
    await world.pass(HOUR);
    expect(world.recheck.state()).toMatchObject({ phase: 'checking', verdict: RESIDENCY });
    await world.pass(4 * HOUR);
    expect(world.starts).toHaveLength(4);
    expect(world.notices).toEqual([]);
    expect(world.recheck.state()).toMatchObject({ phase: 'waiting', postponed: null });
  });

  it('notifies once when the verdict changes, and again when it changes back', async () => {
    const world = begun(15);
    world.answer([told('residency'), told('unclear'), told('unclear'), told('residency')]);
    await world.pass(5 * 16 * MINUTE);
    expect(world.notices).toEqual([
      { before: RESIDENCY, after: verdict('unclear') },
      { before: verdict('unclear'), after: RESIDENCY },
    ]);
  });

  it('notifies of another rule of the same kind', async () => {
    const world = begun(15);
    world.answer([{ verdict: verdict('residency', 'another'), askedToWaitMs: null }]);
    await world.pass(20 * MINUTE);
    expect(world.notices).toHaveLength(1);
  });

  it.each([
    ['healthy', 'healthy'],
    ['credentials-rejected', 'keys-refused'],
  ] as const)('%s: tells it and ends by itself', async (kind, ended) => {
    const world = begun(15);
    world.answer([told(kind)]);
    await world.pass(DAY);
    expect(world.starts).toHaveLength(1);
    expect(world.notices).toHaveLength(1);
    expect(world.recheck.state()).toEqual({ phase: 'off', ended });
    expect([world.timers(), world.listeners()]).toEqual([0, 0]);
  });

  it('ends by itself after fourteen days', async () => {
    const world = begun(24 * 60);
    await world.pass(15 * DAY);
    expect(world.starts).toHaveLength(13);
    expect(world.recheck.state()).toEqual({ phase: 'off', ended: 'too-long' });
    expect([world.timers(), world.listeners()]).toEqual([0, 0]);
  });

  it('stops at once, also in the middle of a check, and what that one gives is not heard', async () => {
    const world = begun(15);
    world.answer([told('healthy')]);
    await world.pass(15 * MINUTE + 1);
    expect(world.recheck.state().phase).toBe('checking');
    world.recheck.stop();
    await world.pass(0);
    expect(world.underWay()).toBe(0);
    await world.pass(DAY);
    expect(world.starts).toHaveLength(1);
    expect(world.notices).toEqual([]);
    expect(world.recheck.state()).toEqual({ phase: 'off', ended: 'stopped' });
    expect([world.timers(), world.listeners()]).toEqual([0, 0]);
  });

  it('offline: postpones, says so, changes no verdict, and checks soon after', async () => {
    const world = begun(60);
    world.setOnline(false);
    await world.pass(5 * HOUR);
    expect(world.starts).toEqual([]);
    expect(world.recheck.state()).toMatchObject({
      phase: 'waiting',
      postponed: 'offline',
      verdict: RESIDENCY,
    });
    world.setOnline(true);
    await world.pass(MINUTE);
    expect(world.starts).toHaveLength(1);
    await world.pass(MINUTE);
    expect(world.recheck.state()).toMatchObject({ postponed: null });
    expect(world.notices).toEqual([]);
  });

  it.each(['network', 'proxy-sign-in', 'tls-untrusted', 'intercepted', 'cancelled'] as const)(
    '%s is the way and not Xray: no change, and the next attempt comes soon',
    async (kind) => {
      const world = begun(24 * 60);
      world.answer([told(kind), told('residency')]);
      await world.pass(DAY + MINUTE);
      expect(world.recheck.state()).toMatchObject({ postponed: 'not-reached', verdict: RESIDENCY });
      await world.pass(15 * MINUTE);
      expect(world.starts).toHaveLength(2);
      expect(world.notices).toEqual([]);
    },
  );

  it('every verdict leads on or to an end', async () => {
    for (const kind of verdictKindSchema.options) {
      const world = begun(15);
      world.answer([told(kind)]);
      await world.pass(20 * MINUTE);
      expect(world.recheck.state().phase, kind).toMatch(/^(?:waiting|off)$/u);
    }
  });

  it('a fault of ours is told as one and tried again later', async () => {
    const world = begun(15);
    world.answer([null, told('residency')]);
    await world.pass(16 * MINUTE);
    expect(world.recheck.state()).toMatchObject({ postponed: 'failed', verdict: RESIDENCY });
    await world.pass(16 * MINUTE);
    expect(world.starts).toHaveLength(2);
    expect(world.recheck.state()).toMatchObject({ postponed: null });
  });

  it('a 429 is left alone for as long as it asks, or for an hour', async () => {
    const asked = begun(15);
    asked.answer([told('rate-limited', 5 * HOUR), told('residency')]);
    await asked.pass(5 * HOUR);
    expect(asked.starts).toHaveLength(1);
    expect(asked.recheck.state()).toMatchObject({ postponed: 'asked-to-wait', verdict: RESIDENCY });
    await asked.pass(HOUR);
    expect(asked.starts.length).toBeGreaterThan(1);
    expect(asked.notices).toEqual([]);

    const untold = begun(15);
    untold.answer([told('rate-limited'), told('residency')]);
    await untold.pass(74 * MINUTE);
    expect(untold.starts).toHaveLength(1);
  });

  it('a regional host that asks to wait is left alone, too', async () => {
    const world = begun(15);
    world.answer([told('residency', 3 * HOUR)]);
    await world.pass(3 * HOUR);
    expect(world.starts).toHaveLength(1);
  });

  it.each([false, true])(
    'after a night it checks once, soon (the clock runs in sleep: %s)',
    async (clockRunsInSleep) => {
      const world = begun(60, { clockRunsInSleep });
      await world.pass(20 * MINUTE);
      await world.sleep(9 * HOUR);
      expect(world.starts).toHaveLength(0);
      await world.pass(40_000);
      expect(world.starts).toHaveLength(1);
      await world.pass(50 * MINUTE);
      expect(world.starts).toHaveLength(1);
    },
  );

  it('many short naps in a row make no further check', async () => {
    const world = begun(60);
    for (let nap = 0; nap < 30; nap += 1) await world.sleep(10_000);
    await world.pass(10 * MINUTE);
    expect(world.starts).toHaveLength(0);
    await world.pass(HOUR);
    expect(world.starts).toHaveLength(1);
  });

  it('a clock that is set, forwards or back, moves no check', async () => {
    for (const by of [DAY * 400, -DAY * 400]) {
      const world = begun(60);
      world.setClock(by);
      await world.pass(59 * MINUTE);
      expect(world.starts).toHaveLength(0);
      await world.pass(2 * MINUTE);
      expect(world.starts).toHaveLength(1);
    }
  });

  it('a check by the person calls off the one that runs, counts, and waiting goes on from there', async () => {
    const world = begun(15);
    await world.pass(15 * MINUTE + 1);
    world.recheck.pause();
    await world.pass(10);
    world.recheck.noteCheck(verdict('unclear'));
    expect(world.recheck.state()).toMatchObject({ phase: 'waiting', verdict: verdict('unclear') });
    expect(world.nextCheckIn()).toBe(15 * MINUTE);
    expect(world.notices).toEqual([]);
    world.recheck.pause();
    world.recheck.noteCheck(null);
    expect(world.recheck.state()).toMatchObject({ verdict: verdict('unclear') });
    world.recheck.noteCheck(verdict('network'));
    expect(world.recheck.state()).toMatchObject({ verdict: verdict('unclear'), postponed: 'not-reached' });
    world.recheck.noteCheck(verdict('healthy'));
    expect(world.recheck.state()).toEqual({ phase: 'off', ended: 'healthy' });
    expect(world.mostAtOnce()).toBe(1);
  });

  it('nothing is checked by itself as long as the person checks, also when the computer wakes', async () => {
    const world = begun(15);
    await world.pass(14 * MINUTE);
    world.recheck.pause();
    await world.sleep(DAY);
    await world.pass(DAY);
    expect(world.starts).toHaveLength(0);
    world.recheck.noteCheck(verdict('residency'));
    await world.pass(16 * MINUTE);
    expect(world.starts).toHaveLength(1);
  });

  it('waits until a check that was called off has really ended', async () => {
    const world = begun(15, { isStubborn: true, runMs: HOUR });
    await world.pass(15 * MINUTE + 1);
    world.recheck.pause();
    world.recheck.noteCheck(verdict('residency'));
    await world.pass(50 * MINUTE);
    expect(world.starts).toHaveLength(1);
    await world.pass(12 * MINUTE);
    expect(world.starts).toHaveLength(2);
    expect(world.mostAtOnce()).toBe(1);
  });

  it('starting anew takes the place of what was, and keeps the distance to the last check', async () => {
    const world = begun(15);
    await world.pass(16 * MINUTE);
    world.recheck.start(WAITING_CONNECTION, 60, RESIDENCY);
    expect(world.listeners()).toBe(1);
    expect(world.states.every(({ phase }) => phase !== 'off')).toBe(true);
    await world.pass(58 * MINUTE);
    expect(world.starts).toHaveLength(1);
  });

  it('lets go of the secret when it is stopped', async () => {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    const held: WeakRef<Connection>[] = [];
    const recheck = createRecheck({
      monotonic: () => 0,
      wall: () => new Date(0),
      // A timer that is called off lives on in the hands of whoever keeps time.
      after: (_ms, call) => {
        kept.push(call);
        return () => kept.splice(kept.indexOf(call), 1);
      },
      isOnline: () => true,
      onPower: () => () => undefined,
      diagnose: async () => told('residency'),
      notify: () => undefined,
      onState: () => undefined,
    });
    const kept: (() => void)[] = [];
    const begin = (): void => {
      const connection = { ...WAITING_CONNECTION };
      held.push(new WeakRef(connection));
      recheck.start(connection, 15, RESIDENCY);
    };
    begin();
    const collect = async (): Promise<Connection | undefined> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (typeof gc === 'function') gc();
      return held[0]?.deref();
    };
    expect(await collect()).toBeDefined();
    recheck.stop();
    expect(await collect()).toBeUndefined();
  });
});
