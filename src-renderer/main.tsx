import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { ask, findBridge } from './bridge.ts';
import { FailurePage } from './components/frame/failure-page.tsx';
import { WindowGuard } from './components/frame/window-guard.tsx';
import { isResumed } from './flow/events/resume.ts';
import { loadLaterScreens } from './screens/load-later.ts';
import { ENGLISH_LOCALE, loadLocale } from './i18n/load-locale.ts';
import { localeOf, NO_PROFILE, TranslationProvider } from './i18n/translation.tsx';

/** Gets all that the first picture shows before anything is drawn, so that the window never changes it by itself. */
async function start(root: Element): Promise<void> {
  const bridge = findBridge();
  // Most people use the system's language, so load it while the main process answers.
  void loadLocale(localeOf('system'));
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
  const loaded = await loadLocale(localeOf(first));
  const firstLater = await later;
  createRoot(root).render(
    <StrictMode>
      <TranslationProvider
        bridge={bridge}
        first={first}
        firstLocale={loaded ?? ENGLISH_LOCALE}
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
      </TranslationProvider>
    </StrictMode>,
  );
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
