import type { AppFacts } from '../../src-main/contract/ipc/ipc-schema.ts';
import type { FlowState, WelcomeState } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { CasesScreen } from './cases.tsx';
import { CheckingScreen } from './checking.tsx';
import { ConnectionScreen } from './connection.tsx';
import { EvidenceFileScreen } from './evidence-file.tsx';
import { FollowUpScreen } from './follow-up.tsx';
import { HandOverScreen } from './hand-over.tsx';
import { PictureScreen } from './picture.tsx';
import { ReviewScreen } from './review.tsx';
import { VerdictScreen } from './verdict.tsx';

export { HelpScreen } from './help.tsx';

/**
 * The screen that the flow is at, whichever but the first. The built window has this file and all that only it needs apart:
 * it is read when the first screen has been drawn. Nothing else may import it, or the first screen waits for it.
 */
export function LaterScreen(props: {
  readonly state: Exclude<FlowState, WelcomeState>;
  readonly actions: FlowActions;
  readonly facts: AppFacts | null;
}) {
  const { state, actions } = props;
  switch (state.screen) {
    case 'cases':
      return <CasesScreen state={state} actions={actions} />;
    case 'follow-up':
      return <FollowUpScreen state={state} actions={actions} />;
    case 'evidence-file':
      return <EvidenceFileScreen state={state} actions={actions} />;
    case 'connection':
      return <ConnectionScreen state={state} actions={actions} />;
    case 'checking':
      return <CheckingScreen state={state} actions={actions} />;
    case 'verdict':
      return <VerdictScreen state={state} actions={actions} />;
    case 'picture':
      return <PictureScreen state={state} actions={actions} />;
    case 'review':
      return <ReviewScreen state={state} actions={actions} />;
    case 'hand-over':
      return <HandOverScreen state={state} actions={actions} canShare={props.facts?.platform === 'darwin'} />;
  }
}
