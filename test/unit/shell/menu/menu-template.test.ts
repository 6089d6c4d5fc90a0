import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';

import { menuCommandSchema } from '../../../../src-main/contract/ipc/menu.ts';
import { EXTERNAL_PAGES } from '../../../../src-main/shell/security/external-pages.ts';
import { commandId, menuTemplate } from '../../../../src-main/shell/menu/menu-template.ts';
import type { MenuActions } from '../../../../src-main/shell/menu/menu-template.ts';
import { LANGUAGE_CODES } from '../../../../src-main/i18n/language.ts';
import { loadCatalog } from '../../../../src-main/i18n/load-catalog.ts';
import { createTranslator, tEnglish } from '../../../../src-main/i18n/translator.ts';

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;

function template(
  platform: NodeJS.Platform,
  actions: Partial<MenuActions> = {},
  allowed: readonly ('new-check' | 'open-file' | 'open-settings' | 'help')[] = [],
  speaker = tEnglish,
): MenuItemConstructorOptions[] {
  const nothing = (): void => undefined;
  return menuTemplate({
    platform,
    appName: 'Doctor',
    t: speaker,
    allowed,
    actions: {
      command: nothing,
      zoom: nothing,
      openLogFolder: nothing,
      openPage: nothing,
      about: nothing,
      ...actions,
    },
  });
}

function entriesOf(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])]);
}

const click = (entry: MenuItemConstructorOptions | undefined): void => {
  entry?.click?.({} as never, undefined, {});
};

describe('menuTemplate', () => {
  it.each([
    ['linux', ['&File', '&Edit', '&View', '&Help']],
    ['win32', ['&File', '&Edit', '&View', '&Help']],
    ['darwin', ['Doctor', '&File', '&Edit', '&View', '&Window', '&Help']],
  ] as const)('%s has its menus in order', (platform, labels) => {
    expect(template(platform).map(({ label }) => label)).toEqual(labels);
  });

  it.each(PLATFORMS)('%s has the usual entries, each with a text, each shortcut once', (platform) => {
    const entries = entriesOf(template(platform)).filter(({ type }) => type !== 'separator');
    for (const entry of entries) expect(entry.label).toMatch(/\S/u);
    const roles = entries.map(({ role }) => role).filter((role) => role !== undefined);
    expect(roles).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'close',
        'quit',
        'togglefullscreen',
        'help',
      ]),
    );
    const accelerators = entries.map(({ accelerator }) => accelerator).filter((keys) => keys !== undefined);
    expect(new Set(accelerators).size).toBe(accelerators.length);
    expect(accelerators).toEqual(
      expect.arrayContaining([
        'CommandOrControl+N',
        'CommandOrControl+O',
        'CommandOrControl+W',
        'CommandOrControl+Plus',
      ]),
    );
    expect(entries.filter(({ id }) => id === 'about')).toHaveLength(1);
    expect(entries.filter(({ id }) => id?.startsWith('page:') === true).map(({ label }) => label)).toEqual([
      'Snapshots documentation',
      'Atlassian Administration',
    ]);
  });

  it('has on macOS what belongs to the app under its name', () => {
    const [app] = template('darwin');
    expect(entriesOf([app ?? {}]).map(({ role, label }) => role ?? label)).toEqual(
      expect.arrayContaining(['About Doctor', 'services', 'hide', 'hideOthers', 'unhide', 'quit']),
    );
    expect(entriesOf(template('linux')).some(({ role }) => role === 'hide')).toBe(false);
  });

  it.each(LANGUAGE_CODES)('in %s has an access key for each menu, and no two the same', async (locale) => {
    const labels = template('linux', {}, [], createTranslator(await loadCatalog(locale))).map(
      ({ label }) => label ?? '',
    );
    const keys = labels.map((label) => /&(\p{L})/u.exec(label)?.[1]?.toLowerCase() ?? label);
    expect(keys.join('')).toMatch(/^[a-z]{4}$/u);
    expect(new Set(keys).size).toBe(4);
  });

  it('greys out what the window does not take', () => {
    for (const platform of PLATFORMS) {
      const entries = entriesOf(template(platform, {}, ['open-file']));
      const enabled = menuCommandSchema.options.map(
        (command) => entries.find(({ id }) => id === commandId(command))?.enabled,
      );
      expect(enabled).toEqual([false, true, false, false]);
    }
  });

  it('does what its entries say', () => {
    const done: string[] = [];
    const entries = entriesOf(
      template('linux', {
        command: (command) => done.push(command),
        zoom: (step) => done.push(`zoom ${step}`),
        openLogFolder: () => done.push('log'),
        openPage: (page) => done.push(EXTERNAL_PAGES[page]),
        about: () => done.push('about'),
      }),
    );
    for (const entry of entries) click(entry);
    expect(done).toEqual([
      'new-check',
      'open-file',
      'open-settings',
      'zoom reset',
      'zoom in',
      'zoom out',
      'zoom in',
      'zoom in',
      'zoom out',
      'zoom reset',
      'help',
      'https://snapshots-docs.radbee.com/',
      'https://admin.atlassian.com/',
      'log',
      'about',
    ]);
  });
});
