import { join } from 'node:path';

import { app, Menu, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';

import type { SettingsPeek } from '../../storage/peek-settings.ts';
import { createAppMenu } from '../menu/app-menu.ts';
import type { AppMenu } from '../menu/app-menu.ts';
import { serveAppScheme } from '../security/app-scheme.ts';
import { keepToOwnPage } from '../security/lock-down.ts';
import { createMainWindow, openPage } from './app-window.ts';
import type { MenuActions } from '../menu/menu-template.ts';
import { placeWindow, showWindow } from './remember-window.ts';
import type { AppTranslator } from '../desktop/app-translator.ts';
import { isWayland } from '../lifecycle/platform.ts';

/** The app is started by then, whatever the page does. */
const START_LATEST_MS = 3000;

/** What there is once the first screen is on the screen, for those who do the work. */
export interface FirstWindow {
  readonly window: BrowserWindow;
  /** The file of the app's icon. */
  readonly icon: string;
  readonly translator: AppTranslator;
  readonly menu: AppMenu;
  /** To be said once; what is chosen in the menu before waits for it. */
  readonly actOnMenu: (actions: MenuActions) => void;
  readonly isWayland: boolean;
  /** Shows the window if it has not been shown yet. */
  readonly show: () => void;
  /** Rejects if the page cannot be loaded. */
  readonly loaded: Promise<void>;
}

export interface FirstWindowOptions {
  /** The folder of the built parts. */
  readonly dist: string;
  readonly title: string;
  /** Stands behind each of the page's titles; null for nothing. */
  readonly mark: string | null;
  readonly settings: SettingsPeek;
  readonly translator: AppTranslator;
  /**
   * The page in which the first screen stands drawn, so that the window shows it at once; null where that is not known yet,
   * and then `start` shows the window.
   */
  readonly firstPage: string | null;
}

/**
 * Opens the window with its menu and its first screen, and calls `start` to load all the rest as soon as that screen can
 * be seen: loading keeps this process busy, which has a part in every frame, so before it would hold the first picture up.
 * The page's own script waits for `start`, so that there is somebody to answer what it asks for. Returns what `start`
 * returns, null when the window was closed before. To be called once the app is ready, after `lockDownEverything`.
 */
export async function openFirstWindow<T>(
  options: FirstWindowOptions,
  start: (first: FirstWindow) => Promise<T>,
): Promise<T | null> {
  const { dist, title, mark, settings, translator, firstPage } = options;
  // Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  const closed = keepToOwnPage(session.defaultSession);
  const scriptAsked = Promise.withResolvers<void>();
  const started = scriptAsked.promise.then(() => (window.isDestroyed() ? null : start(first)));
  serveAppScheme(protocol, join(dist, 'renderer'), {
    firstPage,
    beforeScript: async () => {
      scriptAsked.resolve();
      await started.catch(() => undefined);
    },
  });
  const icon = join(dist, 'renderer', 'icon.png');
  const window = createMainWindow({ dist, title, mark, icon });
  const loaded = closed.then(() => openPage(window, 'anew'));
  // Told by whoever is started; until then it must not end the app.
  loaded.catch(() => undefined);
  setTimeout(scriptAsked.resolve, START_LATEST_MS);
  // Node reads the code behind its web classes when the first of them is named: now, while the page's process starts.
  void globalThis.Response;

  const onWayland = isWayland({
    platform: process.platform,
    env: process.env,
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
  });
  placeWindow(window, settings, !onWayland);
  await translator.choose(settings.language);
  const actions = Promise.withResolvers<MenuActions>();
  const menu = createAppMenu({
    platform: process.platform,
    appName: title,
    t: translator.t,
    actions: {
      command: (command) => void actions.promise.then((all) => all.command(command)),
      zoom: (step, focused) => void actions.promise.then((all) => all.zoom(step, focused)),
      openLogFolder: () => void actions.promise.then((all) => all.openLogFolder()),
      openPage: (page) => void actions.promise.then((all) => all.openPage(page)),
      about: () => void actions.promise.then((all) => all.about()),
    },
  });
  let isShown = false;
  const show = (): void => {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    showWindow(window, settings);
  };
  if (firstPage !== null) {
    // Only a window that is shown may be zoomed, see `rememberWindow`.
    if (settings.zoom !== 1)
      window.webContents.once('did-navigate', () => window.webContents.setZoomFactor(settings.zoom));
    show();
  }
  const first = {
    window,
    icon,
    translator,
    menu,
    actOnMenu: actions.resolve,
    isWayland: onWayland,
    show,
    loaded,
  };
  return started;
}
