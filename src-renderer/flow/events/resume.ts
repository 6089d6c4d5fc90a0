import type { RunSnapshot } from '../../../src-main/contract/check-result.ts';
import { whileChecking } from './run-events.ts';
import type { RunEvent } from './run-events.ts';
import { FIRST_STATE, RUN_STEPS } from '../state/state.ts';
import { kept, withChoices } from '../state/kept.ts';
import type { CheckingState, FlowState } from '../state/state.ts';
import type { Kept } from '../state/kept.ts';

/** The number of a run whose page has not been told yet what it is. */
const UNKNOWN_RUN = 0;
/** The number of the run that the page took over; those that it starts itself count from one. */
export const RECALLED_RUN = -1;

/** The checking screen before anything of the run is known. */
export function beginChecking(keeps: Kept, run: number): CheckingState {
  return {
    ...keeps,
    screen: 'checking',
    run,
    steps: RUN_STEPS.map((step) => ({ step, state: 'open', tookMs: null })),
    transcripts: [],
    stopping: false,
  };
}

/** Whether the page takes an open case over, by the word in its address. */
export function isResumed(hash: string): boolean {
  return hash === '#resumed';
}

/**
 * Where the page begins. The main process says so in the address: a page that takes over while a run goes on begins with
 * the run, so that nobody sees the welcome flash by (see `movePage` in the main process).
 */
export function firstState(hash: string): FlowState {
  return isResumed(hash) ? beginChecking(kept(FIRST_STATE), UNKNOWN_RUN) : FIRST_STATE;
}

/** Whether the page does not know yet which run it takes over; what it hears until then, it will be told again. */
export function isResuming(state: FlowState): boolean {
  return state.screen === 'checking' && state.run === UNKNOWN_RUN;
}

/** The state of a page that has just begun, once it knows the open case's run; null when there is none. */
export function resume(state: FlowState, run: number, told: RunSnapshot | null): FlowState {
  if (!isResuming(state) && state.screen !== 'welcome') return state;
  if (told === null) return isResuming(state) ? { ...FIRST_STATE, ...kept(state) } : state;
  const events: RunEvent[] = [
    ...told.progress.map((progress): RunEvent => ({ type: 'progress', progress })),
    ...told.transcripts.map((transcript): RunEvent => ({ type: 'call-ended', transcript })),
    ...(told.diagnosis === null ? [] : [{ type: 'verdict-stands', diagnosis: told.diagnosis } as const]),
  ];
  return events.reduce<FlowState>(
    (before, event) => (before.screen === 'checking' ? whileChecking(before, event) : before),
    beginChecking(withChoices(kept(state), told.choices), run),
  );
}
