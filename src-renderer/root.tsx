import { StrictMode } from 'react';

import type { Bridge } from '../src-main/contract/ipc/ipc-schema.ts';
import { App } from './app.tsx';
import type { Told } from './app.tsx';
import { FailurePage } from './components/frame/failure-page.tsx';
import { WindowGuard } from './components/frame/window-guard.tsx';
import type { LaterScreens } from './screens/load-later.ts';
import type { LoadedLocale } from './i18n/load-locale.ts';
import { TranslationProvider } from './i18n/translation.tsx';

/** Everything in the window, as it begins with what the main process has told. `hash` is that of the page's address. */
export function Root(props: {
  readonly bridge: Bridge | null;
  readonly told: Told;
  readonly loaded: LoadedLocale;
  readonly hash: string;
  readonly firstLater: LaterScreens | null;
}) {
  const { bridge, told, loaded, hash, firstLater } = props;
  return (
    <StrictMode>
      <TranslationProvider
        bridge={bridge}
        first={told.choice}
        firstLocale={loaded}
        hasPseudo={told.facts?.hasPseudo === true}
        firstSupport={told.support}
      >
        <WindowGuard>
          {bridge === null ? (
            <FailurePage reason="no-bridge" />
          ) : (
            <App bridge={bridge} told={told} hash={hash} firstLater={firstLater} />
          )}
        </WindowGuard>
      </TranslationProvider>
    </StrictMode>
  );
}
