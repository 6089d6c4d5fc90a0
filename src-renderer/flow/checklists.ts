import type { CaseState, ShownCase } from '../../src-main/contract/case.ts';

/** The three ways from a result to a connection that works, each with its steps; a step's id is what a case remembers. */
export const WAYS = {
  pinned: ['pinned.picture', 'pinned.mail', 'pinned.ticket', 'pinned.wait'],
  migrating: ['migrating.wait', 'migrating.keys', 'migrating.check', 'migrating.pinned'],
  after: ['after.keys', 'after.page', 'after.submit', 'after.open', 'after.snapshot'],
} as const;
export type Way = keyof typeof WAYS;
export type CheckItem = (typeof WAYS)[Way][number];

/** The way that this case is on: it lies open, the others are folded. */
export function wayOf({ state, residency, runs }: ShownCase): Way {
  const verdict = runs.at(-1)?.verdict.kind;
  if (state === 'solved' || verdict === 'healthy') return 'after';
  if (state === 'waiting-for-xray') return 'pinned';
  if (state === 'waiting-for-migration') return 'migrating';
  return residency === 'migrating' ? 'migrating' : 'pinned';
}

/** The states that a person can choose: the first one is whichever the case came to by itself. */
export function choosableStates({ bundles }: ShownCase): readonly CaseState[] {
  return [
    bundles.length === 0 ? 'checked' : 'mail-ready',
    'waiting-for-xray',
    'waiting-for-migration',
    'solved',
  ];
}

/** How often the app may check by itself, in minutes. */
export const INTERVALS = [15, 30, 60, 240, 1440] as const;
