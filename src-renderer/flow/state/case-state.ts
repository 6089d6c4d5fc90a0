import type { CaseRow, RunComparison, CaseView } from '../../../src-main/contract/case.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { Findings, Kept, LastAction } from './kept.ts';
import type { OpenCase } from './open-case.ts';

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
  readonly open: OpenCase & { readonly kept: CaseView };
  /** Null when the latest result cannot be read any more. */
  readonly findings: Findings | null;
  /** Where Back leads to. */
  readonly from: 'cases' | 'verdict' | 'hand-over';
  /** Null for the first run beside the latest one. */
  readonly compared: Compared | null;
  /** The last thing that was done with one of the bundles. */
  readonly sent: { readonly bundleId: string; readonly last: LastAction } | null;
  readonly leaving:
    | { readonly state: 'idle' | 'leaving' }
    | { readonly state: 'failed'; readonly failure: Failure };
};
