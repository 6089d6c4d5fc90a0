import { Menu } from 'electron';

import { menuCommandSchema } from '../../contract/ipc/menu.ts';
import type { MenuCommand } from '../../contract/ipc/menu.ts';
import { commandId, menuTemplate } from './menu-template.ts';
import type { MenuOptions } from './menu-template.ts';

/** The menu as it stands at the top of the window, or of the screen on macOS. */
export interface AppMenu {
  /** Makes the menu anew, after the language has changed. */
  readonly rebuild: () => void;
  /** Enables the commands of this list and greys the others out. */
  readonly allow: (commands: readonly MenuCommand[]) => void;
}

/** Puts the app's menu up. No command is enabled until the window says which ones it takes. */
export function createAppMenu(options: Omit<MenuOptions, 'allowed'>): AppMenu {
  let allowed: readonly MenuCommand[] = [];
  const rebuild = (): void => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...options, allowed })));
  };
  rebuild();
  return {
    rebuild,
    allow: (commands) => {
      allowed = commands;
      for (const command of menuCommandSchema.options) {
        const entry = Menu.getApplicationMenu()?.getMenuItemById(commandId(command)) ?? null;
        if (entry !== null) entry.enabled = commands.includes(command);
      }
    },
  };
}
