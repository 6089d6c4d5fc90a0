import type { BaseWindow, MenuItemConstructorOptions } from 'electron';

import type { MenuCommand } from '../../contract/ipc/menu.ts';
import { MENU_PAGES } from '../security/external-pages.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';
import type { Translate } from '../../i18n/translator.ts';
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
  readonly t: Translate;
  readonly actions: MenuActions;
  /** The commands that the window takes now. */
  readonly allowed: readonly MenuCommand[];
}

/**
 * The menu of the app: the usual entries where each system expects them. Pure; the roles bring the systems' own
 * shortcuts along. Without an Edit menu, copy and paste have no shortcuts on macOS.
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

/** The name under which an entry is found again. */
export function commandId(command: MenuCommand): string {
  return `command:${command}`;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

function appMenu({ t, appName, actions }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: appName,
    submenu: [
      { id: 'about', label: t('menu.about', { app: appName }), click: () => actions.about() },
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
    // Windows closes programs by Alt+F4, which the system itself sees to.
    win32: [{ role: 'quit', label: t('menu.exit') }],
  };
  return [
    command(options, 'new-check', t('menu.newCheck'), 'CommandOrControl+N'),
    command(options, 'open-file', t('menu.openFile'), 'CommandOrControl+O'),
    SEPARATOR,
    { role: 'close', label: t('menu.close'), accelerator: 'CommandOrControl+W' },
    ...(last[platform] ?? [{ role: 'quit', label: t('menu.quit'), accelerator: 'Control+Q' }]),
  ];
}

function editEntries({ t }: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: t('menu.undo') },
    { role: 'redo', label: t('menu.redo') },
    SEPARATOR,
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    { role: 'delete', label: t('menu.delete') },
    SEPARATOR,
    { role: 'selectAll', label: t('menu.selectAll') },
  ];
}

function viewEntries({ t, actions }: MenuOptions): MenuItemConstructorOptions[] {
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
    zoom('reset', t('menu.actualSize'), 'CommandOrControl+0', true),
    zoom('in', t('menu.zoomIn'), 'CommandOrControl+Plus', true),
    zoom('out', t('menu.zoomOut'), 'CommandOrControl+-', true),
    // The same keys without Shift and on the number pad, as in every browser.
    zoom('in', t('menu.zoomIn'), 'CommandOrControl+=', false),
    zoom('in', t('menu.zoomIn'), 'CommandOrControl+numadd', false),
    zoom('out', t('menu.zoomOut'), 'CommandOrControl+numsub', false),
    zoom('reset', t('menu.actualSize'), 'CommandOrControl+num0', false),
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
  const { platform, appName, t, actions } = options;
  const about: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { id: 'about', label: t('menu.about', { app: appName }), click: () => actions.about() },
  ];
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
