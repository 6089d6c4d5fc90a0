import { renderToString } from 'react-dom/server';

import type { FirstPage } from '../src-main/contract/ipc/first-page.ts';
import { loadCatalog } from '../src-main/i18n/load-catalog.ts';
import { createTranslator } from '../src-main/i18n/translator.ts';
import { bridgeToNowhere } from './bridge.ts';
import { Root } from './root.tsx';
import { NO_PROFILE } from './i18n/translation.tsx';

/**
 * Draws the first screen while the app is built, by the very components that take it over in the window. Returns what
 * stands in the page's root, and its title.
 */
export async function drawFirstPage(
  { language, isChosen, hasKept }: FirstPage,
  version: string,
): Promise<{ readonly html: string; readonly title: string }> {
  const catalog = await loadCatalog(language);
  const t = createTranslator(catalog);
  const html = renderToString(
    <Root
      bridge={bridgeToNowhere()}
      told={{
        choice: isChosen ? language : 'system',
        // Of these the first screen shows the version alone.
        facts: { version, electron: '', platform: 'linux', packaged: true },
        support: NO_PROFILE,
        keptChecks: hasKept ? null : 0,
      }}
      loaded={{ locale: language, catalog }}
      hash=""
      firstLater={null}
    />,
  );
  return { html, title: `${t('connect.title')} – ${t('app.name')}` };
}
