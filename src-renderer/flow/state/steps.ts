import { isAboutRegion } from '../checklists.ts';
import { wantsPicture } from './state.ts';
import type { FlowState, ScreenName } from './state.ts';

export type StepId = 'connection' | 'check' | 'result' | 'picture' | 'review' | 'send' | 'afterwards';

/** The steps of the job in their order, each with its screen. */
const STEPS: readonly { readonly step: StepId; readonly screen: ScreenName }[] = [
  { step: 'connection', screen: 'connection' },
  { step: 'check', screen: 'checking' },
  { step: 'result', screen: 'verdict' },
  { step: 'picture', screen: 'picture' },
  { step: 'review', screen: 'review' },
  { step: 'send', screen: 'hand-over' },
  { step: 'afterwards', screen: 'follow-up' },
];

export interface RailStep {
  readonly step: StepId;
  readonly state: 'done' | 'current' | 'open';
}

/**
 * The steps of the rail as they stand when the flow is at `screen`; at the welcome all of them are open. The picture is
 * no step where none is asked for.
 */
export function railSteps(screen: ScreenName, wantsPicture: boolean): readonly RailStep[] {
  const steps = wantsPicture ? STEPS : STEPS.filter(({ step }) => step !== 'picture');
  const current = steps.findIndex((step) => step.screen === screen);
  return steps.map(({ step }, index) => ({
    step,
    state: index < current ? 'done' : index === current ? 'current' : 'open',
  }));
}

/** Whether a picture belongs to the way that the flow is on; as long as there is no result, it may. */
export function mayWantPicture(state: FlowState): boolean {
  switch (state.screen) {
    case 'picture':
    case 'review':
    case 'hand-over':
      return wantsPicture(state.result);
    case 'follow-up':
      return isAboutRegion(state.open.kept);
    case 'verdict':
      return wantsPicture(state.findings.result);
    case 'welcome':
    case 'cases':
    case 'evidence-file':
    case 'connection':
    case 'checking':
      return true;
  }
}
