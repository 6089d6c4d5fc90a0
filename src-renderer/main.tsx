import '../src-main/contract/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { findBridge } from './bridge.ts';
import { FailurePage } from './components/failure-page.tsx';
import { WindowGuard } from './components/window-guard.tsx';
import { WordsProvider } from './words/words.tsx';

const root = document.querySelector('#root');
const bridge = findBridge();
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <WordsProvider>
        <WindowGuard>
          {bridge === null ? <FailurePage reason="no-bridge" /> : <App bridge={bridge} />}
        </WindowGuard>
      </WordsProvider>
    </StrictMode>,
  );
}
