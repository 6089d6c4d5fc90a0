import { BrowserWindow, Menu } from 'electron';
import type { App } from 'electron';

import { contextMenuTemplate } from './context-menu.ts';
import type { Say } from '../words/say.ts';

/** Gives every page that the app will ever show its context menu. */
export function offerContextMenus(app: Pick<App, 'on'>, say: Say): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_clicked, place) => {
      const template = contextMenuTemplate(place, say);
      const window = BrowserWindow.fromWebContents(contents);
      if (template.length === 0 || window === null) return;
      Menu.buildFromTemplate(template).popup({ window });
    });
  });
}
