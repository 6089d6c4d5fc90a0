import '../src-main/contract/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { Support } from '../src-main/contract/profile.ts';
import type { Standing } from '../src-main/words/say.ts';
import { App } from './app.tsx';
import { ask, findBridge } from './bridge.ts';
import { FailurePage } from './components/failure-page.tsx';
import { WindowGuard } from './components/window-guard.tsx';
import { WordsProvider } from './words/words.tsx';

/** Asks for the language and for who helps before anything is drawn, so that the window never changes them by itself. */
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
        {...(support?.ok === true ? { firstSupporter: standingOf(support.value.support) } : {})}
        hasPseudo={facts?.ok === true && !facts.value.packaged}
      >
        <WindowGuard>
          {bridge === null ? <FailurePage reason="no-bridge" /> : <App bridge={bridge} />}
        </WindowGuard>
      </WordsProvider>
    </StrictMode>,
  );
}

function standingOf({ name, mail }: Support): Standing {
  return { support: name, supportMail: mail };
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
