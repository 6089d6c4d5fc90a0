import type { ScreenName } from './state.ts';

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

/** The steps of the rail as they stand when the flow is at `screen`; at the welcome all of them are open. */
export function railSteps(screen: ScreenName): readonly RailStep[] {
  const current = STEPS.findIndex((step) => step.screen === screen);
  return STEPS.map(({ step }, index) => ({
    step,
    state: index < current ? 'done' : index === current ? 'current' : 'open',
  }));
}
