import type { Bridge, ChannelOutput } from '../src-main/contract/channels.ts';
import { BridgeContext } from './components/bridge-context.ts';
import { Coverable } from './components/cover.tsx';
import { HelpContext } from './components/help-context.ts';
import { LiveRegion } from './components/live-region.tsx';
import { PictureContext } from './components/picture-context.ts';
import { announcement } from './flow/announcement.ts';
import type { FlowState } from './flow/state.ts';
import { mayWantPicture } from './flow/steps.ts';
import { useFlow } from './flow/use-flow.ts';
import type { FlowActions } from './flow/use-flow.ts';
import { useHelpKeys } from './flow/use-help-keys.ts';
import { CasesScreen } from './screens/cases.tsx';
import { CheckingScreen } from './screens/checking.tsx';
import { ConnectionScreen } from './screens/connection.tsx';
import { EvidenceFileScreen } from './screens/evidence-file.tsx';
import { FollowUpScreen } from './screens/follow-up.tsx';
import { HandOverScreen } from './screens/hand-over.tsx';
import { HelpScreen } from './screens/help.tsx';
import { PictureScreen } from './screens/picture.tsx';
import { ReviewScreen } from './screens/review.tsx';
import { VerdictScreen } from './screens/verdict.tsx';
import { WelcomeScreen } from './screens/welcome.tsx';
import { useWords } from './words/words.tsx';

/** The whole window: the screen that the flow is at, and the one live region that outlives every screen. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const words = useWords();
  const { state, actions, facts, fileWaits, keptCases } = useFlow(bridge);
  useHelpKeys(state.isHelpOpen, actions.openHelp, actions.closeHelp);
  return (
    <BridgeContext value={bridge}>
      <PictureContext value={mayWantPicture(state)}>
        <HelpContext value={state.isHelpOpen ? null : actions.openHelp}>
          <Coverable isCovered={state.isHelpOpen}>
            <ScreenOf state={state} actions={actions} facts={facts} keptCases={keptCases} />
          </Coverable>
          {state.isHelpOpen ? (
            <div className="cover">
              <HelpScreen at={state.screen} onClose={actions.closeHelp} />
            </div>
          ) : null}
        </HelpContext>
      </PictureContext>
      {fileWaits ? <output className="file-waits">{words.say('app.fileWaits')}</output> : null}
      <LiveRegion text={announcement(state, words)} />
    </BridgeContext>
  );
}

function ScreenOf(props: {
  readonly state: FlowState;
  readonly actions: FlowActions;
  readonly facts: ChannelOutput<'appFacts'> | null;
  readonly keptCases: number | null;
}) {
  const { state, actions } = props;
  switch (state.screen) {
    case 'welcome':
      return (
        <WelcomeScreen actions={actions} version={props.facts?.version ?? null} keptCases={props.keptCases} />
      );
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
