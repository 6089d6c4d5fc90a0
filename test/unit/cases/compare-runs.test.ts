import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareRuns } from '../../../src-main/cases/compare-runs.ts';
import type { ComparedRun } from '../../../src-main/cases/compare-runs.ts';
import { runComparisonSchema } from '../../../src-main/contract/case.ts';
import type { Change } from '../../../src-main/contract/case.ts';
import { behaviourSchema, verdictKindSchema } from '../../../src-main/contract/diagnosis.ts';
import type { AskedHost, Behaviour, VerdictKind } from '../../../src-main/contract/diagnosis.ts';

const host = (id: string, behaviour: Behaviour | null, tookKeys: boolean | null = true): AskedHost => ({
  id,
  name: id.toUpperCase(),
  baseUrl: `https://${id}.example`,
  tookKeys,
  behaviour,
  totalMs: 10,
});
const run = (kind: VerdictKind, hosts: readonly AskedHost[], rule = `${kind}.rule`): ComparedRun => ({
  checkedAt: '2026-03-01T09:30:00.000Z',
  verdict: { kind, rule },
  hosts,
});

describe('before and after', () => {
  it('sets the same host beside itself, whatever the order, and keeps those that were asked once only', () => {
    const before = run('residency', [
      host('global', 'another-region'),
      host('eu', 'works'),
      host('old', 'works'),
    ]);
    const after = run('healthy', [host('global', 'works'), host('au', 'other'), host('eu', 'works')]);
    const { change, hosts } = compareRuns(before, after);
    expect(change).toBe('better');
    expect(hosts.map(({ id, change: each }) => [id, each])).toEqual([
      ['global', 'better'],
      ['au', 'different'],
      ['eu', 'same'],
      ['old', 'different'],
    ]);
    expect(hosts[1]).toMatchObject({ before: null, after: { behaviour: 'other', tookKeys: true } });
    expect(hosts[3]).toMatchObject({ before: { behaviour: 'works' }, after: null, name: 'OLD' });
  });

  it.each<[Behaviour | null, boolean | null, Behaviour | null, boolean | null, Change]>([
    ['another-region', true, 'works', true, 'better'],
    ['works', true, 'another-region', true, 'worse'],
    ['keys-refused', false, 'another-region', true, 'better'],
    ['another-region', true, 'keys-refused', false, 'worse'],
    ['not-reached', null, 'keys-refused', false, 'better'],
    ['another-region', true, 'no-answer', true, 'worse'],
    ['another-region', true, 'error-page', true, 'different'],
    ['another-region', true, 'asks-to-wait', true, 'different'],
    ['stopped', null, 'works', true, 'different'],
    [null, null, 'works', true, 'different'],
    ['not-reached', null, 'no-answer', null, 'different'],
    ['own-error', true, 'own-error', false, 'worse'],
    ['works', true, 'works', true, 'same'],
    ['stopped', null, 'stopped', null, 'same'],
  ])('%s (keys taken: %s), then %s (%s): %s', (was, took, is, takes, change) => {
    const [found] = compareRuns(
      run('unclear', [host('eu', was, took)]),
      run('unclear', [host('eu', is, takes)]),
    ).hosts;
    expect(found?.change).toBe(change);
  });

  it.each<[ComparedRun, ComparedRun, Change]>([
    [run('residency', []), run('residency', []), 'same'],
    [run('residency', []), run('healthy', []), 'better'],
    [run('healthy', []), run('xray-unavailable', []), 'worse'],
    [
      run('credentials-rejected', [host('global', 'keys-refused', false)]),
      run('residency', [host('global', 'another-region')]),
      'better',
    ],
    [
      run('residency', [host('global', 'another-region')]),
      run('network', [host('global', 'not-reached', null)]),
      'worse',
    ],
    [
      run('residency', [host('global', 'another-region')], 'one'),
      run('residency', [host('global', 'another-region')], 'two'),
      'different',
    ],
    [run('residency', []), run('unclear', []), 'different'],
  ])('verdicts %#', (before, after, change) => {
    expect(compareRuns(before, after).change).toBe(change);
  });

  it('better one way is worse the other way, every run is the same as itself, and the contract takes each', () => {
    const hosts = fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom('global', 'us', 'eu', 'au'),
          fc.constantFrom(null, ...behaviourSchema.options),
          fc.constantFrom(true, false, null),
        )
        .map(([id, behaviour, tookKeys]) => host(id, behaviour, tookKeys)),
      { selector: ({ id }) => id },
    );
    const anyRun = fc
      .tuple(fc.constantFrom(...verdictKindSchema.options), hosts, fc.constantFrom('a', 'b'))
      .map(([kind, list, rule]) => run(kind, list, rule));
    const turned: Record<Change, Change> = {
      better: 'worse',
      worse: 'better',
      same: 'same',
      different: 'different',
    };
    fc.assert(
      fc.property(anyRun, anyRun, (before, after) => {
        const there = compareRuns(before, after);
        const back = compareRuns(after, before);
        expect(runComparisonSchema.safeParse(there).success).toBe(true);
        for (const { id, change } of there.hosts)
          expect(back.hosts.find((each) => each.id === id)?.change).toBe(turned[change]);
        if (before.hosts[0]?.id === after.hosts[0]?.id) expect(back.change).toBe(turned[there.change]);
        expect(compareRuns(before, before).change).toBe('same');
        expect(compareRuns(before, before).hosts.every(({ change }) => change === 'same')).toBe(true);
      }),
    );
  });
});
