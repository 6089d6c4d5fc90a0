import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { SavedBundle } from '../../../src-main/contract/evidence.ts';
import type { FollowUpState } from '../state/case-state.ts';
import type { EventOf } from './events.ts';
import { FIRST_STATE } from '../state/state.ts';
import { kept } from '../state/kept.ts';
import type { Action, Kept, KeptEvidence } from '../state/kept.ts';
import type { FlowState, HandOverState } from '../state/state.ts';

/** Goes to sending a file that was saved. */
export function handOver(
  state: Kept & { readonly result: CheckResult },
  evidence: KeptEvidence,
  saved: SavedBundle,
): HandOverState {
  return {
    ...kept(state),
    screen: 'hand-over',
    result: state.result,
    kept: evidence,
    saved,
    last: { state: 'none' },
    leaving: { state: 'idle' },
  };
}

/** What an event changes while the ways to mail the file are shown. */
export function whileHandingOver(
  state: HandOverState,
  event: EventOf<'deed-asked' | 'deed-done' | 'deed-failed'>,
): FlowState {
  switch (event.type) {
    case 'deed-asked':
      return { ...state, last: { state: 'doing', deed: event.deed } };
    case 'deed-done':
      return isDoing(state, event.deed) ? { ...state, last: { state: 'done', deed: event.deed } } : state;
    case 'deed-failed':
      return isDoing(state, event.deed)
        ? { ...state, last: { state: 'failed', deed: event.deed, failure: event.failure } }
        : state;
  }
}

/** What an event changes while the person leaves the case. */
export function whileLeaving(
  state: HandOverState | FollowUpState,
  event: EventOf<'leave-asked' | 'leave-failed' | 'left'>,
): FlowState {
  switch (event.type) {
    case 'leave-asked':
      return { ...state, leaving: { state: 'leaving' } };
    case 'leave-failed':
      return { ...state, leaving: { state: 'failed', failure: event.failure } };
    case 'left':
      return FIRST_STATE;
  }
}

function isDoing(state: HandOverState, deed: Action): boolean {
  return state.last.state === 'doing' && state.last.deed === deed;
}
