import { app, nativeImage } from 'electron';

import type { MenuCommand } from '../../contract/ipc/menu.ts';
import type { SendEvent } from '../../ipc/send-event.ts';
import { runtimeFacts } from './about.ts';
import type { FirstWindow } from '../window/start-window.ts';
import { openLogFolder, openPageOrShowAddress } from './help.ts';
import { chooseEvidence, showAbout } from '../desktop/dialogs.ts';
import type { MenuActions } from './menu-template.ts';
import { zoomOther } from '../window/remember-window.ts';
import type { RememberedWindow } from '../window/remember-window.ts';

/** What the entries of the menu do with the window. */
export function menuActions(
  { window, translator, icon }: FirstWindow,
  own: {
    readonly zoom: RememberedWindow['zoom'];
    readonly product: Parameters<typeof runtimeFacts>[0];
    /** Lets the window have evidence files when it next asks for them. */
    readonly addPendingEvidence: (paths: readonly string[], from: 'dialog') => void;
    readonly send: SendEvent;
  },
): MenuActions {
  const { zoom, product, addPendingEvidence, send } = own;
  const run = async (command: MenuCommand): Promise<void> => {
    if (command === 'open-file') {
      const paths = await chooseEvidence(window, translator.t);
      if (paths.length === 0) return;
      addPendingEvidence(paths, 'dialog');
    }
    send('app:onMenuCommand', command);
  };
  return {
    command: (command) => void run(command),
    zoom: (step, focused) => {
      if (focused === undefined || focused === window) zoom(step);
      else zoomOther(focused, step);
    },
    openLogFolder: () => void openLogFolder(window, app.getPath('logs'), translator.t),
    openPage: (page) => void openPageOrShowAddress(window, page, translator.t),
    about: () => {
      const facts = runtimeFacts(product);
      void showAbout({ window, facts, t: translator.t, icon: nativeImage.createFromPath(icon) });
    },
  };
}
