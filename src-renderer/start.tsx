import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';

import type { Bridge } from '../src-main/contract/ipc/ipc-schema.ts';
import { nameOf } from '../src-main/contract/ipc/first-page.ts';
import { PSEUDO } from '../src-main/i18n/language.ts';
import type { Told } from './app.tsx';
import { ask, findBridge } from './bridge.ts';
import { isResumed } from './flow/run-events.ts';
import { Root } from './root.tsx';
import { loadLaterScreens } from './screens/load-later.ts';
import { ENGLISH_LOCALE, loadLocale } from './i18n/load-locale.ts';
import type { LoadedLocale } from './i18n/load-locale.ts';
import { localeOf, NO_PROFILE } from './i18n/translation.tsx';

/** Gets all that the first picture shows before anything is drawn, so that the window never changes it by itself. */
async function start(root: HTMLElement): Promise<void> {
  const bridge = findBridge();
  // Nearly everybody reads in the system's language: its texts come while the main process is asked.
  void loadLocale(localeOf('system'));
  const later = isResumed(location.hash) ? loadLaterScreens() : null;
  const told = bridge === null ? NOTHING_TOLD : await askAll(bridge);
  const loaded = (await loadLocale(localeOf(told.choice))) ?? ENGLISH_LOCALE;
  const firstLater = await later;
  const window = (
    <Awake root={root}>
      <Root bridge={bridge} told={told} loaded={loaded} hash={location.hash} firstLater={firstLater} />
    </Awake>
  );
  if (root.dataset['drawn'] !== pageOf(told, loaded)) createRoot(root).render(window);
  // React draws a page that does not fit once more, which nobody would see but by its time.
  else hydrateRoot(root, window, { onRecoverableError: () => (root.dataset['drawn'] = 'redrawn') });
}

const NOTHING_TOLD: Told = { choice: 'system', facts: null, support: NO_PROFILE, keptChecks: null };

async function askAll(bridge: Bridge): Promise<Told> {
  const [chosen, facts, support, keptChecks] = await Promise.all([
    ask(() => bridge.app.language(null)),
    ask(() => bridge.app.facts(null)),
    ask(() => bridge.support.profile(null)),
    ask(() => bridge.cases.count(null)),
  ]);
  return {
    choice: chosen.ok ? chosen.value.language : 'system',
    facts: facts.ok ? facts.value : null,
    support: support.ok ? support.value : NO_PROFILE,
    keptChecks: keptChecks.ok ? keptChecks.value : null,
  };
}

/** The name of the page that holds this very first screen; null if none does. */
function pageOf({ choice, support, keptChecks }: Told, { locale }: LoadedLocale): string | null {
  const isUsual = support.source === 'default' && support.problem === null;
  if (!isUsual || locale === PSEUDO) return null;
  return nameOf({ language: locale, isChosen: choice !== 'system', hasKept: keptChecks !== 0 });
}

/** Opens the page to hands and readers once everything in it answers. */
function Awake({ root, children }: { readonly root: HTMLElement; readonly children: ReactNode }) {
  // Before any other effect: the focus goes to nothing that is inert.
  useLayoutEffect(() => root.removeAttribute('inert'), [root]);
  return children;
}

const root = document.querySelector<HTMLElement>('#root');
if (root !== null) void start(root);
