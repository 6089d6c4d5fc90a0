import type { BaseWindow, MenuItemConstructorOptions } from 'electron';

import type { MenuCommand } from '../../contract/ipc/menu.ts';
import { MENU_PAGES } from '../security/external-pages.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Say } from '../../i18n/translator.ts';
import type { ZoomStep } from '../window/zoom.ts';

/** What the entries of our own do. */
export interface MenuActions {
  command(command: MenuCommand): void;
  /** Zooms the window that has the focus. */
  zoom(step: ZoomStep, window: BaseWindow | undefined): void;
  openLogFolder(): void;
  openPage(page: ExternalPage): void;
  about(): void;
}

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly say: Say;
  readonly actions: MenuActions;
  /** The commands that the window takes now. */
  readonly allowed: readonly MenuCommand[];
}

/**
 * The menu of the app: the usual entries where each system expects them. Pure; the roles bring the systems' own
 * shortcuts along. Without an Edit menu, copy and paste have no shortcuts on macOS.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { say } = options;
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(options)] : []),
    { label: say('menu.file'), submenu: fileEntries(options) },
    { label: say('menu.edit'), submenu: editEntries(options) },
    { label: say('menu.view'), submenu: viewEntries(options) },
    ...(isMac ? [windowMenu(options)] : []),
    { role: 'help', label: say('menu.help'), submenu: helpEntries(options) },
  ];
}

/** The name under which an entry is found again. */
export function commandId(command: MenuCommand): string {
  return `command:${command}`;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

function appMenu({ say, appName, actions }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: appName,
    submenu: [
      { id: 'about', label: say('menu.about', { app: appName }), click: () => actions.about() },
      SEPARATOR,
      { role: 'services', label: say('menu.services') },
      SEPARATOR,
      { role: 'hide', label: say('menu.hideApp', { app: appName }) },
      { role: 'hideOthers', label: say('menu.hideOthers') },
      { role: 'unhide', label: say('menu.showAll') },
      SEPARATOR,
      { role: 'quit', label: say('menu.quitApp', { app: appName }) },
    ],
  };
}

function fileEntries(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, say } = options;
  const last: Partial<Record<NodeJS.Platform, MenuItemConstructorOptions[]>> = {
    darwin: [],
    // Windows closes programs by Alt+F4, which the system itself sees to.
    win32: [{ role: 'quit', label: say('menu.exit') }],
  };
  return [
    command(options, 'new-check', say('menu.newCheck'), 'CommandOrControl+N'),
    command(options, 'open-file', say('menu.openFile'), 'CommandOrControl+O'),
    SEPARATOR,
    { role: 'close', label: say('menu.close'), accelerator: 'CommandOrControl+W' },
    ...(last[platform] ?? [{ role: 'quit', label: say('menu.quit'), accelerator: 'Control+Q' }]),
  ];
}

function editEntries({ say }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: say('menu.undo') },
    { role: 'redo', label: say('menu.redo') },
    SEPARATOR,
    { role: 'cut', label: say('menu.cut') },
    { role: 'copy', label: say('menu.copy') },
    { role: 'paste', label: say('menu.paste') },
    { role: 'delete', label: say('menu.delete') },
    SEPARATOR,
    { role: 'selectAll', label: say('menu.selectAll') },
  ];
}

function viewEntries({ say, actions }: MenuOptions): MenuItemConstructorOptions[] {
  const zoom = (
    step: ZoomStep,
    label: string,
    accelerator: string,
    visible: boolean,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    visible,
    click: (_item, window) => actions.zoom(step, window),
  });
  return [
    zoom('reset', say('menu.actualSize'), 'CommandOrControl+0', true),
    zoom('in', say('menu.zoomIn'), 'CommandOrControl+Plus', true),
    zoom('out', say('menu.zoomOut'), 'CommandOrControl+-', true),
    // The same keys without Shift and on the number pad, as in every browser.
    zoom('in', say('menu.zoomIn'), 'CommandOrControl+=', false),
    zoom('in', say('menu.zoomIn'), 'CommandOrControl+numadd', false),
    zoom('out', say('menu.zoomOut'), 'CommandOrControl+numsub', false),
    zoom('reset', say('menu.actualSize'), 'CommandOrControl+num0', false),
    SEPARATOR,
    { role: 'togglefullscreen', label: say('menu.fullScreen') },
  ];
}

function windowMenu({ say }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: say('menu.window'),
    submenu: [
      { role: 'minimize', label: say('menu.minimize') },
      { role: 'zoom', label: say('menu.zoomWindow') },
      SEPARATOR,
      { role: 'front', label: say('menu.toFront') },
    ],
  };
}

function helpEntries(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, appName, say, actions } = options;
  const about: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { id: 'about', label: say('menu.about', { app: appName }), click: () => actions.about() },
  ];
  return [
    command(options, 'help', say('menu.helpPage'), platform === 'darwin' ? 'Command+?' : 'F1'),
    SEPARATOR,
    ...MENU_PAGES.map((page): MenuItemConstructorOptions => ({
      id: `page:${page}`,
      label: say(`menu.page.${page}`),
      click: () => actions.openPage(page),
    })),
    SEPARATOR,
    { id: 'log-folder', label: say('menu.logFolder'), click: () => actions.openLogFolder() },
    ...(platform === 'darwin' ? [] : about),
  ];
}

function command(
  { actions, allowed }: MenuOptions,
  name: MenuCommand,
  label: string,
  accelerator: string,
): MenuItemConstructorOptions {
  return {
    id: commandId(name),
    label,
    accelerator,
    enabled: allowed.includes(name),
    click: () => actions.command(name),
  };
}
