import type { AppFacts, Bridge } from '../src-main/contract/ipc/ipc-schema.ts';
import type { LanguageChoice } from '../src-main/contract/settings.ts';
import type { ShownSupport } from '../src-main/contract/support/support-profile.ts';
import { Coverable } from './components/frame/cover.tsx';
import { HelpContext } from './components/frame/help-context.ts';
import { FrameContext, RailContext } from './components/frame/rail-context.ts';
import { BridgeContext } from './components/parts/bridge-context.ts';
import { LiveRegion } from './components/parts/live-region.tsx';
import { announcement } from './flow/announcement.ts';
import { useFlow } from './flow/hooks/use-flow.ts';
import { useHelpKeys } from './flow/hooks/use-help-keys.ts';
import { railSteps } from './flow/steps.ts';
import { useTranslation } from './i18n/translation.tsx';
import { ConnectScreen } from './screens/connect.tsx';
import type { LaterScreens } from './screens/load-later.ts';
import { useLaterScreens } from './screens/use-later-screens.ts';

/** All that the first picture depends on. */
export interface Told {
  /** What the person chose to read in. */
  readonly choice: LanguageChoice;
  readonly facts: AppFacts | null;
  readonly support: ShownSupport;
  /** How many checks are kept on this computer; null if that is not known. */
  readonly keptChecks: number | null;
}

/**
 * The whole window: the screen that the flow is at, and the one live region that outlives every screen. As long as the
 * later screens are not there the first one stays; `firstLater` are those screens if the page begins with one of them.
 */
export function App(props: {
  readonly bridge: Bridge;
  readonly told: Told;
  readonly hash: string;
  readonly firstLater: LaterScreens | null;
}) {
  const { bridge, told, hash } = props;
  const translation = useTranslation();
  const { state, actions, fileWaits } = useFlow(bridge, hash);
  const later = useLaterScreens(props.firstLater);
  const isHelpOpen = state.isHelpOpen && later !== null;
  useHelpKeys(isHelpOpen, actions.openHelp, actions.closeHelp);
  return (
    <BridgeContext value={bridge}>
      <FrameContext value={told.facts?.frame ?? 'own'}>
        <RailContext value={railSteps(state)}>
          <HelpContext value={isHelpOpen ? null : actions.openHelp}>
            <Coverable isCovered={isHelpOpen}>
              {state.screen === 'connect' || later === null ? (
                <ConnectScreen state={state} actions={actions} hasKept={told.keptChecks !== 0} />
              ) : (
                <later.LaterScreen state={state} actions={actions} facts={told.facts} />
              )}
            </Coverable>
            {isHelpOpen ? (
              <div className="cover">
                <later.HelpScreen facts={told.facts} onClose={actions.closeHelp} />
              </div>
            ) : null}
          </HelpContext>
        </RailContext>
      </FrameContext>
      {fileWaits ? <output className="file-waits">{translation.t('app.fileWaits')}</output> : null}
      <LiveRegion text={announcement(state, translation)} />
    </BridgeContext>
  );
}
