import type { AppFacts, Bridge } from '../src-main/contract/ipc/ipc-schema.ts';
import type { ShownSupport } from '../src-main/contract/support/support-profile.ts';
import type { LanguageChoice } from '../src-main/contract/settings.ts';
import { BridgeContext } from './components/parts/bridge-context.ts';
import { Coverable } from './components/frame/cover.tsx';
import { HelpContext } from './components/frame/help-context.ts';
import { LiveRegion } from './components/parts/live-region.tsx';
import { PictureContext } from './components/frame/picture-context.ts';
import { announcement } from './flow/announcement.ts';
import { mayWantPicture } from './flow/state/steps.ts';
import { useFlow } from './flow/hooks/use-flow.ts';
import { useHelpKeys } from './flow/hooks/use-help-keys.ts';
import type { LaterScreens } from './screens/load-later.ts';
import { useLaterScreens } from './screens/use-later-screens.ts';
import { WelcomeScreen } from './screens/welcome.tsx';
import { useTranslation } from './i18n/translation.tsx';

/** All that the first picture depends on. */
export interface Told {
  /** What the person chose to read in. */
  readonly choice: LanguageChoice;
  readonly facts: AppFacts | null;
  readonly support: ShownSupport;
  /** How many cases are kept on this computer; null if that is not known. */
  readonly keptCases: number | null;
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
  const { facts } = told;
  const translation = useTranslation();
  const { state, actions, fileWaits, keptCases } = useFlow(bridge, hash, told.keptCases);
  const later = useLaterScreens(props.firstLater);
  const isHelpOpen = state.isHelpOpen && later !== null;
  useHelpKeys(isHelpOpen, actions.openHelp, actions.closeHelp);
  return (
    <BridgeContext value={bridge}>
      <PictureContext value={mayWantPicture(state)}>
        <HelpContext value={isHelpOpen ? null : actions.openHelp}>
          <Coverable isCovered={isHelpOpen}>
            {state.screen === 'welcome' || later === null ? (
              <WelcomeScreen actions={actions} version={facts?.version ?? null} keptCases={keptCases} />
            ) : (
              <later.LaterScreen state={state} actions={actions} facts={facts} />
            )}
          </Coverable>
          {isHelpOpen ? (
            <div className="cover">
              <later.HelpScreen at={state.screen} onClose={actions.closeHelp} />
            </div>
          ) : null}
        </HelpContext>
      </PictureContext>
      {fileWaits ? <output className="file-waits">{translation.t('app.fileWaits')}</output> : null}
      <LiveRegion text={announcement(state, translation)} />
    </BridgeContext>
  );
}
