import type { CaseRow, RunComparison, ShownCase, Waiting } from '../../src-main/contract/case.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import type { Findings, Kept, LastDeed } from './state.ts';

/** What is being done with the open case, or why it could not be done. */
export type CaseWork =
  | { readonly state: 'idle' }
  | { readonly state: 'keeping' | 'changing' | 'comparing' | 'starting' }
  /** Each failure belongs to a place on the screen. */
  | { readonly state: 'failed'; readonly at: 'keep' | 'change' | 'waiting'; readonly failure: Failure };

/** The kept case that is open, as far as the window knows it; outlives a change of screens. */
export interface OpenCase {
  /** Null as long as nothing was kept. */
  readonly kept: ShownCase | null;
  readonly work: CaseWork;
  readonly waiting: Waiting;
}

export const NO_CASE: OpenCase = {
  kept: null,
  work: { state: 'idle' },
  waiting: { phase: 'off', ended: null },
};

/** Whether the open case is checked by itself just now. */
export function isWaiting({ waiting }: OpenCase): boolean {
  return waiting.phase !== 'off';
}

/** What is being done with one row of the list. */
export type RowWork =
  | { readonly state: 'idle' }
  /** `asking`: whether to delete it; `leaving`: whether the case that is checked by itself may be left for it. */
  | { readonly state: 'renaming' | 'asking' | 'leaving' | 'working'; readonly id: string }
  | { readonly state: 'failed'; readonly id: string; readonly failure: Failure };

export type CaseList =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly rows: readonly CaseRow[]; readonly work: RowWork };

export type CasesState = Kept & {
  readonly screen: 'cases';
  readonly findings: Findings | null;
  readonly list: CaseList;
};

/** Two runs that the person set beside each other. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  readonly comparison: RunComparison;
}

export type FollowUpState = Kept & {
  readonly screen: 'follow-up';
  /** Whatever else may be open, here it is a kept case. */
  readonly open: OpenCase & { readonly kept: ShownCase };
  /** Null when the latest result cannot be read any more. */
  readonly findings: Findings | null;
  /** Where Back leads to. */
  readonly from: 'cases' | 'verdict' | 'hand-over';
  /** Null for the first run beside the latest one. */
  readonly compared: Compared | null;
  /** The last thing that was done with one of the bundles. */
  readonly sent: { readonly bundleId: string; readonly last: LastDeed } | null;
  readonly leaving:
    | { readonly state: 'idle' | 'leaving' }
    | { readonly state: 'failed'; readonly failure: Failure };
};
