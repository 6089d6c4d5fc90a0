import type { CaseRun, Change, HostChange, RunComparison, VerdictId } from '../contract/case.ts';
import type { AskedHost, Behaviour } from '../contract/diagnosis.ts';

/** The part of a run that the comparison reads. */
export type ComparedRun = Pick<CaseRun, 'checkedAt' | 'verdict'> & { readonly hosts: readonly AskedHost[] };

/**
 * Compares two runs of a case, the verdict and host by host. A host that asked to wait or was not asked to the end is
 * `different`, neither better nor worse.
 */
export function compareRuns(before: ComparedRun, after: ComparedRun): RunComparison {
  const earlier = new Map(before.hosts.map((host) => [host.id, host]));
  const later = new Set(after.hosts.map(({ id }) => id));
  return {
    before: sideOf(before),
    after: sideOf(after),
    change: verdictChange(before, after),
    hosts: [
      ...after.hosts.map((host) => hostChange(host, earlier.get(host.id) ?? null, host)),
      ...before.hosts.filter(({ id }) => !later.has(id)).map((host) => hostChange(host, host, null)),
    ],
  };
}

function sideOf({ checkedAt, verdict }: ComparedRun): RunComparison['before'] {
  return { checkedAt, verdict };
}

/** Whether two verdicts are the same one. */
export function isSameVerdict(one: VerdictId, other: VerdictId): boolean {
  return one.kind === other.kind && one.rule === other.rule;
}

/** Healthy is the best; other verdicts are compared by the global host, which is the first. */
function verdictChange(before: ComparedRun, after: ComparedRun): Change {
  if (isSameVerdict(before.verdict, after.verdict)) return 'same';
  const wasHealthy = before.verdict.kind === 'healthy';
  const isHealthy = after.verdict.kind === 'healthy';
  if (wasHealthy !== isHealthy) return isHealthy ? 'better' : 'worse';
  const change = changeOf(before.hosts[0] ?? null, after.hosts[0] ?? null);
  return change === 'same' ? 'different' : change;
}

function hostChange(host: AskedHost, before: AskedHost | null, after: AskedHost | null): HostChange {
  return {
    id: host.id,
    name: host.name,
    before: before === null ? null : { tookKeys: before.tookKeys, behaviour: before.behaviour },
    after: after === null ? null : { tookKeys: after.tookKeys, behaviour: after.behaviour },
    change: changeOf(before, after),
  };
}

function changeOf(before: AskedHost | null, after: AskedHost | null): Change {
  if (before === null || after === null) return 'different';
  if (before.behaviour === after.behaviour && before.tookKeys === after.tookKeys) return 'same';
  const [was, is] = [nearness(before), nearness(after)];
  if (was === null || is === null || was === is) return 'different';
  return is > was ? 'better' : 'worse';
}

/** How near a host is to an answer without error; null for what says nothing. */
function nearness({ behaviour, tookKeys }: AskedHost): number | null {
  const value = behaviour === null ? null : NEARNESS[behaviour];
  return value === 'by-keys' ? (tookKeys === true ? 2 : 1) : value;
}

/** 3 works, 2 accepts the keys, 1 answers, 0 was not reached. */
const NEARNESS: Readonly<Record<Behaviour, number | 'by-keys' | null>> = {
  works: 3,
  migrating: 'by-keys',
  'something-else': 0,
  'another-region': 'by-keys',
  'error-page': 'by-keys',
  'keys-refused': 1,
  licence: 'by-keys',
  'asks-to-wait': null,
  'data-refused': 'by-keys',
  'own-error': 'by-keys',
  'not-reached': 0,
  'no-answer': 0,
  stopped: null,
  other: 'by-keys',
};
