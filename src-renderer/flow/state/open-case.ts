import type { CaseView, Waiting } from '../../../src-main/contract/case.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';

/** What is being done with the open case, or why it could not be done. */
export type CaseWork =
  | { readonly state: 'idle' }
  | { readonly state: 'keeping' | 'changing' | 'comparing' | 'starting' }
  /** Each failure belongs to a place on the screen. */
  | { readonly state: 'failed'; readonly at: 'keep' | 'change' | 'waiting'; readonly failure: Failure };

/** The kept case that is open, as far as the window knows it; outlives a change of screens. */
export interface OpenCase {
  /** Null as long as nothing was kept. */
  readonly kept: CaseView | null;
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
