import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { ask, findBridge } from './bridge.ts';
import { FailurePage } from './components/frame/failure-page.tsx';
import { WindowGuard } from './components/frame/window-guard.tsx';
import { isResumed } from './flow/events/resume.ts';
import { loadLaterScreens } from './screens/load-later.ts';
import { loadTexts, SPOKEN_ENGLISH } from './i18n/load-texts.ts';
import { localeOf, NO_PROFILE, WordsProvider } from './i18n/translation.tsx';

/** Gets all that the first picture shows before anything is drawn, so that the window never changes it by itself. */
async function start(root: Element): Promise<void> {
  const bridge = findBridge();
  // Nearly everybody reads in the system's language: its texts come while the main process is asked.
  void loadTexts(localeOf('system'));
  const later = isResumed(location.hash) ? loadLaterScreens() : null;
  const [chosen, facts, support] =
    bridge === null
      ? [null, null, null]
      : await Promise.all([
          ask(() => bridge.app.language(null)),
          ask(() => bridge.app.facts(null)),
          ask(() => bridge.support.profile(null)),
        ]);
  const first = chosen?.ok === true ? chosen.value.language : 'system';
  const spoken = await loadTexts(localeOf(first));
  const firstLater = await later;
  createRoot(root).render(
    <StrictMode>
      <WordsProvider
        bridge={bridge}
        first={first}
        firstSpoken={spoken ?? SPOKEN_ENGLISH}
        hasPseudo={facts?.ok === true && !facts.value.packaged}
        firstSupport={support?.ok === true ? support.value : NO_PROFILE}
      >
        <WindowGuard>
          {bridge === null ? (
            <FailurePage reason="no-bridge" />
          ) : (
            <App bridge={bridge} firstLater={firstLater} />
          )}
        </WindowGuard>
      </WordsProvider>
    </StrictMode>,
  );
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
