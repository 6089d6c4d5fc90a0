import type { BaseWindow, MenuItemConstructorOptions } from 'electron';

import type { MenuCommand } from '../../contract/ipc/menu.ts';
import { MENU_PAGES } from '../security/external-pages.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { ZoomStep } from '../window/zoom.ts';

/** What the app's own entries do; nobody looks at what comes back. */
export interface MenuActions {
  command(command: MenuCommand): unknown;
  /** Zooms the focused window. */
  zoom(step: ZoomStep, window: BaseWindow | undefined): unknown;
  openLogFolder(): unknown;
  openPage(page: ExternalPage): unknown;
  about(): unknown;
}

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly t: Translate;
  readonly actions: MenuActions;
  /** The commands that are enabled. */
  readonly allowed: readonly MenuCommand[];
}

/**
 * Returns the application menu, with the usual entries where each system expects them. The roles bring the system's own
 * shortcuts; without an Edit menu, copy and paste have none on macOS.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { t } = options;
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [appMenu(options)] : []),
    { label: t('menu.file'), submenu: fileEntries(options) },
    { label: t('menu.edit'), submenu: editEntries(options) },
    { label: t('menu.view'), submenu: viewEntries(options) },
    ...(isMac ? [windowMenu(options)] : []),
    { role: 'help', label: t('menu.help'), submenu: helpEntries(options) },
  ];
}

const COMMAND = 'command:';

/** Returns the id of a command's entry. */
export function commandId(command: MenuCommand): string {
  return `${COMMAND}${command}`;
}

/** The command of the entry that has this id; null if it is none of the window's. Separators have no id. */
export function commandOf(id: string | undefined): string | null {
  return id?.startsWith(COMMAND) === true ? id.slice(COMMAND.length) : null;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

function about({ t, appName, actions }: MenuOptions): MenuItemConstructorOptions {
  return { id: 'about', label: t('menu.about', { app: appName }), click: () => actions.about() };
}

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t, appName } = options;
  return {
    label: appName,
    submenu: [
      about(options),
      SEPARATOR,
      { role: 'services', label: t('menu.services') },
      SEPARATOR,
      { role: 'hide', label: t('menu.hideApp', { app: appName }) },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      SEPARATOR,
      { role: 'quit', label: t('menu.quitApp', { app: appName }) },
    ],
  };
}

function fileEntries(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, t } = options;
  const last: Partial<Record<NodeJS.Platform, MenuItemConstructorOptions[]>> = {
    darwin: [],
    // Alt+F4 is handled by Windows.
    win32: [{ role: 'quit', label: t('menu.exit') }],
  };
  return [
    command(options, 'new-check', t('menu.newCheck'), 'CommandOrControl+N'),
    command(options, 'open-file', t('menu.openFile'), 'CommandOrControl+O'),
    command(options, 'open-settings', t('menu.openSettings')),
    SEPARATOR,
    { role: 'close', label: t('menu.close'), accelerator: 'CommandOrControl+W' },
    ...(last[platform] ?? [{ role: 'quit', label: t('menu.quit'), accelerator: 'Control+Q' }]),
  ];
}

/** Electron's roles of the Edit menu, with null for a line between them. */
const EDITING = ['undo', 'redo', null, 'cut', 'copy', 'paste', 'delete', null, 'selectAll'] as const;

function editEntries({ t }: MenuOptions): MenuItemConstructorOptions[] {
  return EDITING.map((role) => (role === null ? SEPARATOR : { role, label: t(`menu.${role}`) }));
}

function viewEntries({ t, actions }: MenuOptions): MenuItemConstructorOptions[] {
  const labels = { reset: t('menu.actualSize'), in: t('menu.zoomIn'), out: t('menu.zoomOut') };
  const zoom = (step: ZoomStep, key: string, visible = true): MenuItemConstructorOptions => ({
    label: labels[step],
    accelerator: `CommandOrControl+${key}`,
    visible,
    click: (_item, window) => actions.zoom(step, window),
  });
  return [
    zoom('reset', '0'),
    zoom('in', 'Plus'),
    zoom('out', '-'),
    // The same keys without Shift and on the number pad, as in every browser.
    zoom('in', '=', false),
    zoom('in', 'numadd', false),
    zoom('out', 'numsub', false),
    zoom('reset', 'num0', false),
    SEPARATOR,
    { role: 'togglefullscreen', label: t('menu.fullScreen') },
  ];
}

function windowMenu({ t }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: t('menu.window'),
    submenu: [
      { role: 'minimize', label: t('menu.minimize') },
      { role: 'zoom', label: t('menu.zoomWindow') },
      SEPARATOR,
      { role: 'front', label: t('menu.toFront') },
    ],
  };
}

function helpEntries(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, t, actions } = options;
  return [
    command(options, 'help', t('menu.helpPage'), platform === 'darwin' ? 'Command+?' : 'F1'),
    SEPARATOR,
    ...MENU_PAGES.map((page): MenuItemConstructorOptions => ({
      id: `page:${page}`,
      label: t(`menu.page.${page}`),
      click: () => actions.openPage(page),
    })),
    SEPARATOR,
    { id: 'log-folder', label: t('menu.logFolder'), click: () => actions.openLogFolder() },
    ...(platform === 'darwin' ? [] : [SEPARATOR, about(options)]),
  ];
}

function command(
  { actions, allowed }: MenuOptions,
  name: MenuCommand,
  label: string,
  accelerator?: string,
): MenuItemConstructorOptions {
  const enabled = allowed.includes(name);
  return {
    id: commandId(name),
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    enabled,
    click: () => actions.command(name),
  };
}
