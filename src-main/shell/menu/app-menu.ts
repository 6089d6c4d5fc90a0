import { BrowserWindow, Menu } from 'electron';
import type { App, Point, WebContents } from 'electron';

import type { MenuCommand } from '../../contract/ipc/menu.ts';
import type { Translate } from '../../i18n/translator.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { TITLE_BAR_HEIGHT } from '../window/window-frame.ts';
import { createMenuKey } from './menu-key.ts';
import { commandOf, menuTemplate } from './menu-template.ts';
import type { MenuOptions } from './menu-template.ts';

export type AppMenu = ReturnType<typeof createAppMenu>;

/** Installs the application menu. No command is enabled until the window says which ones it takes. */
export function createAppMenu(options: Omit<MenuOptions, 'allowed'>) {
  let allowed: readonly MenuCommand[] = [];
  /** Builds the menu again after the language has changed. */
  const rebuild = (): void => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...options, allowed })));
  };
  /** Opens the menu in a window that shows no menu bar, at a place of its page. */
  const open = (window: BrowserWindow, { x, y }: Point): void => {
    if (!window.isDestroyed())
      Menu.getApplicationMenu()?.popup({ window, x: Math.round(x), y: Math.round(y) });
  };
  rebuild();
  return {
    rebuild,
    open,
    /** Enables these commands and disables the others. */
    allow: (commands: readonly MenuCommand[]): void => {
      allowed = commands;
      for (const { submenu } of Menu.getApplicationMenu()?.items ?? []) {
        for (const entry of submenu?.items ?? []) {
          const command = commandOf(entry.id);
          if (command !== null) entry.enabled = commands.some((allowedNow) => allowedNow === command);
        }
      }
    },
  };
}

/** Opens the menu by the keys of Windows, in a window that shows no menu bar. */
export function openMenuByKey(window: BrowserWindow, open: AppMenu['open']): void {
  const opensMenu = createMenuKey();
  window.webContents.on('before-input-event', (_event, input) => {
    if (opensMenu(input)) open(window, { x: 0, y: TITLE_BAR_HEIGHT });
  });
}

/** Installs a context menu in `own` and in every page created later. */
export function installContextMenus(app: Pick<App, 'on'>, own: BrowserWindow, t: Translate): void {
  const install = (contents: WebContents): void => {
    contents.on('context-menu', (_clicked, place) => {
      const template = contextMenuTemplate(place, t);
      const window = BrowserWindow.fromWebContents(contents);
      if (template.length === 0 || window === null) return;
      Menu.buildFromTemplate(template).popup({ window });
    });
  };
  install(own.webContents);
  app.on('web-contents-created', (_event, contents) => install(contents));
}
