import type { AppFacts } from '../../src-main/contract/ipc/ipc-schema.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import type { FlowState } from '../flow/state.ts';
import { EvidenceFileScreen } from './evidence-file.tsx';
import { HistoryScreen } from './history.tsx';
import { ResultScreen } from './result.tsx';
import { ScreenshotScreen } from './screenshot.tsx';
import { SendScreen } from './send.tsx';

export { HelpScreen } from './help.tsx';

/** What a screen is given. */
export interface ScreenProps {
  readonly state: FlowState;
  readonly actions: FlowActions;
  readonly facts: AppFacts | null;
}

/**
 * The screen that the flow is at, whichever but the first. The built window has this file and all that only it needs apart:
 * it is read when the first screen has been drawn. Nothing else may import it, or the first screen waits for it.
 */
export function LaterScreen({ state, actions, facts }: ScreenProps) {
  const { result } = state;
  switch (state.screen) {
    case 'history':
      return <HistoryScreen state={state} actions={actions} />;
    case 'evidence-file':
      return <EvidenceFileScreen desk={state.desk} actions={actions} />;
    case 'result':
      return result === null ? null : <ResultScreen state={state} result={result} actions={actions} />;
    case 'screenshot':
      return result === null ? null : (
        <ScreenshotScreen
          state={state}
          result={result}
          actions={actions}
          platform={facts?.platform ?? null}
        />
      );
    case 'send':
      return result === null ? null : (
        <SendScreen state={state} result={result} actions={actions} platform={facts?.platform ?? 'linux'} />
      );
    case 'connect':
      return null;
  }
}
