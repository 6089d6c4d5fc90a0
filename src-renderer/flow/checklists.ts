import type { CaseState, CaseView } from '../../src-main/contract/case.ts';
import type { VerdictKind } from '../../src-main/contract/diagnosis.ts';

/** The ways from a result to a connection that works, each with its steps; a step's id is what a case remembers. */
export const WAYS = {
  pinned: ['pinned.picture', 'pinned.mail', 'pinned.ticket', 'pinned.wait'],
  migrating: ['migrating.wait', 'migrating.keys', 'migrating.check', 'migrating.pinned'],
  after: ['after.keys', 'after.page', 'after.submit', 'after.open', 'after.snapshot'],
  /** Where the region was never the cause, the keys that work are entered as they are. */
  snapshots: ['after.page', 'after.enter', 'after.open', 'after.snapshot'],
} as const;
export type Way = keyof typeof WAYS;
export type CheckItem = (typeof WAYS)[Way][number];

/** Whether a verdict speaks of the region of the data. */
export function isRegionVerdict(kind: VerdictKind): boolean {
  return kind === 'residency' || kind === 'residency-suspected';
}

/** Whether any check of this case found the region to be the cause. */
export function isAboutRegion({ runs }: CaseView): boolean {
  return runs.some(({ verdict }) => isRegionVerdict(verdict.kind));
}

/** The ways that this case can go, in their order; the last one leads to its end. */
export function waysOf(kept: CaseView): readonly [...Way[], 'after' | 'snapshots'] {
  return isAboutRegion(kept) ? ['pinned', 'migrating', 'after'] : ['snapshots'];
}

/** The way that this case is on: it lies open, the others are folded. Null while the result's own steps come first. */
export function wayOf(kept: CaseView): Way | null {
  const { state, residency, runs } = kept;
  const isDone = state === 'solved' || runs.at(-1)?.verdict.kind === 'healthy';
  if (!isAboutRegion(kept)) return isDone ? 'snapshots' : null;
  if (isDone) return 'after';
  if (state === 'waiting-for-xray') return 'pinned';
  if (state === 'waiting-for-migration') return 'migrating';
  return residency === 'migrating' ? 'migrating' : 'pinned';
}

/** Whether what to do is what the latest result says, before any of the ways. */
export function hasOwnSteps(kept: CaseView): boolean {
  const latest = kept.runs.at(-1)?.verdict.kind;
  if (latest === undefined || kept.state === 'solved' || isRegionVerdict(latest)) return false;
  return latest !== 'healthy' || !isAboutRegion(kept);
}

/** Whether every step of the way that ends this case is ticked. */
export function isAllDone(kept: CaseView): boolean {
  const last = waysOf(kept).at(-1);
  // Whoever has ticked all of it and then finds the connection worse has not solved it.
  return (
    kept.comparison?.change !== 'worse' &&
    last !== undefined &&
    WAYS[last].every((item) => kept.ticked.includes(item))
  );
}

/**
 * The states that a person can choose: the first one is whichever the case came to by itself. What is waited for depends
 * on what was found; the state that the case is in is always among them.
 */
export function choosableStates(kept: CaseView): readonly CaseState[] {
  const first = kept.bundles.length === 0 ? 'checked' : 'mail-ready';
  const waits: readonly CaseState[] = isAboutRegion(kept)
    ? ['waiting-for-xray', 'waiting-for-migration']
    : ['waiting-for-answer'];
  const states: readonly CaseState[] = [first, ...waits, 'solved'];
  return states.includes(kept.state) ? states : [first, kept.state, ...waits, 'solved'];
}

/** How often the app may check by itself, in minutes. */
export const INTERVALS = [15, 30, 60, 240, 1440] as const;
