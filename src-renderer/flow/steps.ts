import { isFixed, wantsPicture } from './state.ts';
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
 * as long as there is no result it may be. What is fixed needs no report.
 */
export function railSteps(state: FlowState): readonly RailStep[] | null {
  const { screen, result } = state;
  const isStep: Readonly<Record<StepId, boolean>> = {
    connect: true,
    result: true,
    screenshot: result === null || wantsPicture(result),
    send: !isFixed(state) || screen === 'send',
  };
  const steps = STEPS.filter((step) => isStep[step]);
  const current = steps.findIndex((step) => step === screen);
  if (current === -1) return null;
  return steps.map((step, index) => ({
    step,
    state: index < current ? 'done' : index === current ? 'current' : 'open',
  }));
}
