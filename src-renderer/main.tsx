import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { ask, findBridge } from './bridge.ts';
import { FailurePage } from './components/failure-page.tsx';
import { WindowGuard } from './components/window-guard.tsx';
import { NO_PROFILE, WordsProvider } from './words/words.tsx';

/** Asks for the language before anything is drawn, so that the window never changes it by itself. */
async function start(root: Element): Promise<void> {
  const bridge = findBridge();
  const [chosen, facts, support] =
    bridge === null
      ? [null, null, null]
      : await Promise.all([
          ask(() => bridge.languageChoice(null)),
          ask(() => bridge.appFacts(null)),
          ask(() => bridge.supportProfile(null)),
        ]);
  createRoot(root).render(
    <StrictMode>
      <WordsProvider
        bridge={bridge}
        first={chosen?.ok === true ? chosen.value.language : 'system'}
        hasPseudo={facts?.ok === true && !facts.value.packaged}
        firstSupport={support?.ok === true ? support.value : NO_PROFILE}
      >
        <WindowGuard>
          {bridge === null ? <FailurePage reason="no-bridge" /> : <App bridge={bridge} />}
        </WindowGuard>
      </WordsProvider>
    </StrictMode>,
  );
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
