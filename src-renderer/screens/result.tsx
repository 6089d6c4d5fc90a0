import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { Screen } from '../components/frame/screen.tsx';
import type { CheckResult } from '../../src-main/contract/check-result.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import type { FlowState } from '../flow/state.ts';

export function ResultScreen(props: {
  readonly state: FlowState;
  readonly result?: CheckResult;
  readonly canShare?: boolean;
  readonly actions: FlowActions;
}) {
  return (
    <Screen
      name="result"
      title="Result"
      actions={<PrimaryButton onClick={props.actions.finish}>Done</PrimaryButton>}
    >
      <p>{props.state.screen}</p>
    </Screen>
  );
}
