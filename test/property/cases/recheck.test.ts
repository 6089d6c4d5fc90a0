import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MIN_GAP_MS } from '../../../src-main/cases/recheck-schedule.ts';
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

type Event = { readonly name: string; readonly happen: (world: WaitingWorld) => Promise<void> | void };

const event = (name: string, happen: Event['happen']): Event => ({ name, happen });
const span = fc.oneof(
  fc.integer({ min: 0, max: 2 * MINUTE }),
  fc.integer({ min: 14 * MINUTE, max: 17 * MINUTE }),
  fc.integer({ min: 0, max: HOUR }),
  fc.integer({ min: 0, max: 3 * DAY }),
);
const jump = fc.oneof(fc.integer({ min: -DAY, max: DAY }), fc.integer({ min: -400 * DAY, max: 400 * DAY }));

const minutes = fc.oneof(fc.integer({ min: 15, max: 30 }), fc.integer({ min: 15, max: 24 * 60 }));

const events = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: span.map((ms) => event(`pass ${ms}`, (world) => world.pass(ms))) },
    { weight: 4, arbitrary: span.map((ms) => event(`sleep ${ms}`, (world) => world.sleep(ms))) },
    span.map((ms) => event(`sleep silently ${ms}`, (world) => world.sleep(ms, { silently: true }))),
    jump.map((ms) => event(`set clock ${ms}`, (world) => world.setClock(ms))),
    // The clock is wrong when the computer wakes, as with an empty battery.
    {
      weight: 4,
      arbitrary: fc
        .tuple(span, jump)
        .map(([ms, by]) =>
          event(`sleep ${ms}, clock set ${by}`, (world) => world.sleep(ms, { clockBy: by })),
        ),
    },
    fc.constantFrom(null, ...verdictKindSchema.options).map((kind) =>
      event(`the person checks: ${kind}`, async (world) => {
        world.recheck.pause();
        await world.pass(1000);
        world.recheck.noteCheck(kind === null ? null : verdict(kind));
      }),
    ),
    fc.boolean().map((isOnline) => event(`online ${isOnline}`, (world) => world.setOnline(isOnline))),
    fc
      .tuple(fc.constantFrom('residency' as const, ...verdictKindSchema.options), fc.option(span))
      .map(([kind, wait]) => event(`answer ${kind} ${wait}`, (world) => world.answer([told(kind, wait)]))),
    fc.constant(event('fault', (world) => world.answer([null]))),
    fc.constant(event('stop', (world) => world.recheck.stop())),
    {
      weight: 3,
      arbitrary: minutes.map((each) =>
        event(`start ${each}`, (world) =>
          world.recheck.start(WAITING_CONNECTION, each, verdict('residency')),
        ),
      ),
    },
  ),
  // By itself fast-check makes short lists.
  { maxLength: 60, size: 'max' },
);

const world = fc.record({
  runMs: fc.constantFrom(0, 1, 3000, 90_000, 20 * MINUTE),
  clockRunsInSleep: fc.boolean(),
  isStubborn: fc.boolean(),
  events: events.map((list) => ({ list, toString: () => list.map(({ name }) => name).join('; ') })),
  minutes,
});

describe('whatever happens to the computer', () => {
  it('checks are never closer than a quarter of an hour, never two at once, and none comes after the end', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ events: { list }, minutes, ...options }) => {
        const here = waitingWorld(options);
        here.recheck.start(WAITING_CONNECTION, minutes, verdict('residency'));
        for (const { name, happen } of list) {
          const before = here.starts.length;
          const wasOff = here.recheck.state().phase === 'off';
          await happen(here);
          if (wasOff && !name.startsWith('start')) expect(here.starts).toHaveLength(before);
          expect(here.listeners()).toBe(here.recheck.state().phase === 'off' ? 0 : 1);
        }
        here.recheck.stop();
        const before = here.starts.length;
        await here.sleep(DAY);
        await here.pass(3 * DAY);
        expect(here.starts).toHaveLength(before);
        expect(here.mostAtOnce()).toBeLessThanOrEqual(1);
        const gaps = here.starts.slice(1).map((start, index) => start - (here.starts[index] ?? 0));
        expect(Math.min(...gaps, Infinity)).toBeGreaterThanOrEqual(MIN_GAP_MS);
      }),
      { numRuns: 500 },
    );
  });
});
