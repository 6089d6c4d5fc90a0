import { wantsPicture } from './state.ts';
import type { FlowState, ScreenName } from './state.ts';

/** The steps of the way in their order, each a screen. */
const STEPS = ['connect', 'result', 'screenshot', 'send'] as const satisfies readonly ScreenName[];
export type StepId = (typeof STEPS)[number];

export interface RailStep {
  readonly step: StepId;
  readonly state: 'done' | 'current' | 'open';
}

/**
 * The steps of the rail as they stand at a state; null beside the way. The screenshot is no step where none is asked for, and
 * as long as there is no result it may be.
 */
export function railSteps({ screen, result }: FlowState): readonly RailStep[] | null {
  const steps = STEPS.filter((step) => step !== 'screenshot' || result === null || wantsPicture(result));
  const current = steps.findIndex((step) => step === screen);
  if (current === -1) return null;
  return steps.map((step, index) => ({
    step,
    state: index < current ? 'done' : index === current ? 'current' : 'open',
  }));
}
