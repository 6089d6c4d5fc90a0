import { mkdirSync } from 'node:fs';

import { app, nativeImage, shell } from 'electron';

import type { MessageKey } from '../../i18n/catalog.ts';
import type { SendEvent } from '../../ipc/send-event.ts';
import { openExternal } from '../desktop/desktop.ts';
import { chooseEvidence, showAbout, showBox } from '../desktop/dialogs.ts';
import type { FirstWindow } from '../window/start-window.ts';
import { zoomOther } from '../window/remember-window.ts';
import type { RememberedWindow } from '../window/remember-window.ts';
import type { RuntimeFacts } from './about.ts';
import type { MenuActions } from './menu-template.ts';

/** What the entries of the menu do with the window. */
export function menuActions(
  { window, translator, icon }: FirstWindow,
  own: {
    readonly zoom: RememberedWindow['zoom'];
    readonly facts: RuntimeFacts;
    /** Lets the window have evidence files when it next asks for them. */
    readonly addPendingEvidence: (paths: readonly string[], from: 'dialog') => void;
    readonly send: SendEvent;
  },
): MenuActions {
  const { zoom, facts, addPendingEvidence, send } = own;
  const { t } = translator;
  const tell = (title: MessageKey, detail: string) =>
    showBox(window, { type: 'info', message: t(title), detail });
  return {
    command: async (command) => {
      if (command === 'open-file') {
        const paths = await chooseEvidence(window, t);
        if (paths.length === 0) return;
        addPendingEvidence(paths, 'dialog');
      }
      send('app:onMenuCommand', command);
    },
    zoom: (step, focused) => {
      if (focused === undefined || focused === window) zoom(step);
      else zoomOther(focused, step);
    },
    openLogFolder: async () => {
      const folder = app.getPath('logs');
      if (!(await isOpened(folder))) await tell('shell.noLogFolder', t('shell.logFolderAt', { folder }));
    },
    openPage: async (page) => {
      const address = await openExternal(page, null);
      if (address !== null) await tell('shell.noBrowser', t('shell.pageAt', { address }));
    },
    about: () => showAbout({ window, facts, t, icon: nativeImage.createFromPath(icon) }),
  };
}

/** Opens a folder in the file manager, and makes it if it is not there; false when none opened. */
async function isOpened(folder: string): Promise<boolean> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return (await shell.openPath(folder)) === '';
  } catch {
    return false;
  }
}
