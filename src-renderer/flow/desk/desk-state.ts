import type { Failure } from '../../../src-main/contract/failure.ts';
import type { VerifiedBundle } from '../../../src-main/contract/verification.ts';

/** A report from somebody else, looked at. */
export interface DeskState {
  readonly fileName: string;
  readonly verified: VerifiedBundle | null;
  readonly failure: Failure | null;
  readonly chosenPath: string | null;
}

export const EMPTY_DESK: DeskState = { fileName: '', verified: null, failure: null, chosenPath: null };
