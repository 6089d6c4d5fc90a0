import { BrowserWindow, Menu } from 'electron';
import type { App, WebContents } from 'electron';

import { contextMenuTemplate } from './context-menu.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Gives our window, and every page that the app will ever show from now on, its context menu. */
export function installContextMenus(app: Pick<App, 'on'>, own: BrowserWindow, t: Translate): void {
  const offer = (contents: WebContents): void => {
    contents.on('context-menu', (_clicked, place) => {
      const template = contextMenuTemplate(place, t);
      const window = BrowserWindow.fromWebContents(contents);
      if (template.length === 0 || window === null) return;
      Menu.buildFromTemplate(template).popup({ window });
    });
  };
  offer(own.webContents);
  app.on('web-contents-created', (_event, contents) => offer(contents));
}
