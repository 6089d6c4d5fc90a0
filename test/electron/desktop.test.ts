import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../src-main/contract/ipc/channel.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../src-main/contract/settings.ts';
import type { Settings } from '../../src-main/contract/settings.ts';
import { loadCatalog } from '../../src-main/i18n/load-catalog.ts';
import { createTranslator, tEnglish } from '../../src-main/i18n/translator.ts';
import { ask } from '../support/browser/ask-bridge.ts';
import { logged } from '../support/electron-runtime/launching/logged.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { submitForm, verdictOf } from '../support/browser/walk.ts';
import { findInBytes, findInFolder } from '../support/faults/marker-search.ts';

const german = createTranslator(await loadCatalog('de'));

/** A machine that is busy with other things needs its time. */
const POLL = { timeout: 10_000 };
const MARKER = 'marker-secret-5b9f0c3e7d21a684-marker';

/** What the stubs of dialogs, menus and clipboard were given, inside the main process. */
interface Seen {
  readonly boxes: { readonly message: string; readonly detail: string; readonly buttons: string[] }[];
  readonly popups: string[][];
  readonly copied: string[];
  readonly opened: string[];
}

/** Puts a person without hands in front of the dialogs: each is recorded and answered with the button of that label. */
async function stubDialogs({ app }: LaunchedApp, answers: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog, clipboard, shell, Menu }, given) => {
      const seen: Seen = { boxes: [], popups: [], copied: [], opened: [] };
      const left = [...given.answers];
      Reflect.set(globalThis, 'seen', seen);
      const answerBox = async (...args: unknown[]): Promise<unknown> => {
        const { message, detail, buttons } = args.at(-1) as Seen['boxes'][number];
        seen.boxes.push({ message, detail, buttons });
        const response = buttons.indexOf(left.shift() ?? '');
        return response < 0 ? new Promise(() => undefined) : { response, checkboxChecked: false };
      };
      Reflect.set(dialog, 'showMessageBox', answerBox);
      Reflect.set(clipboard, 'writeText', async (text: string) => void seen.copied.push(text));
      Reflect.set(shell, 'openPath', async (path: string) => {
        seen.opened.push(path);
        return '';
      });
      Reflect.set(shell, 'openExternal', async (address: string) => void seen.opened.push(address));
      Menu.prototype.popup = function popup() {
        seen.popups.push(
          this.items
            .filter(({ type }) => type !== 'separator')
            .map(({ label, enabled }) => `${label}${enabled ? '' : ' (off)'}`),
        );
      };
    },
    { answers },
  );
}

const seen = ({ app }: LaunchedApp): Promise<Seen> => app.evaluate(() => Reflect.get(globalThis, 'seen'));

/** Clicks the entry of the menu that has this id or label. */
async function clickMenu({ app }: LaunchedApp, name: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const all = (menu: Electron.Menu): Electron.MenuItem[] =>
      menu.items.flatMap((item) => [
        item,
        ...((item.submenu ?? null) === null ? [] : all(item.submenu as Electron.Menu)),
      ]);
    const menu = Menu.getApplicationMenu();
    const entry =
      menu === null ? undefined : all(menu).find(({ id, label }) => id === wanted || label === wanted);
    if (entry === undefined) throw new Error(`no entry ${wanted}`);
    const click: unknown = Reflect.get(entry, 'click');
    const [window] = BrowserWindow.getAllWindows();
    if (typeof click === 'function') Reflect.apply(click, entry, [{}, window, window?.webContents]);
  }, name);
}

describe('the desktop around the window', () => {
  let running: LaunchedApp;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desktop-'));
    chmodSync(folder, 0o777);
    // A check reaches nobody.
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: '*.getxray.app:443=127.0.0.1:1,*.atlassian.net:443=127.0.0.1:1' },
      args: ['--extra-ca=nothing.pem'],
    });
    await running.page.locator('[data-screen="connect"]').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of a file of authorities that cannot be used, and goes on', async () => {
    await logged(running, /--extra-ca .*(?:doesn't exist|not there)/u);
  });

  it('has a menu with the usual entries and shortcuts', async () => {
    const menus = await running.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
        label,
        entries: (submenu?.items ?? [])
          .filter(({ type, visible }) => type !== 'separator' && visible)
          .map((item) => {
            const byRole: unknown = Reflect.apply(Reflect.get(item, 'getDefaultRoleAccelerator'), item, []);
            return [item.label, item.accelerator ?? byRole ?? null];
          }),
      })),
    );
    expect(menus).toEqual([
      {
        label: tEnglish('menu.file'),
        entries: [
          [tEnglish('menu.newCheck'), 'CommandOrControl+N'],
          [tEnglish('menu.openFile'), 'CommandOrControl+O'],
          [tEnglish('menu.openSettings'), null],
          [tEnglish('menu.close'), 'CommandOrControl+W'],
          [tEnglish('menu.quit'), 'Control+Q'],
        ],
      },
      {
        label: tEnglish('menu.edit'),
        entries: [
          [tEnglish('menu.undo'), 'CommandOrControl+Z'],
          [tEnglish('menu.redo'), expect.stringMatching(/^(?:Shift\+CommandOrControl\+Z|Control\+Y)$/u)],
          [tEnglish('menu.cut'), 'CommandOrControl+X'],
          [tEnglish('menu.copy'), 'CommandOrControl+C'],
          [tEnglish('menu.paste'), 'CommandOrControl+V'],
          [tEnglish('menu.delete'), null],
          [tEnglish('menu.selectAll'), 'CommandOrControl+A'],
        ],
      },
      {
        label: tEnglish('menu.view'),
        entries: [
          [tEnglish('menu.actualSize'), 'CommandOrControl+0'],
          [tEnglish('menu.zoomIn'), 'CommandOrControl+Plus'],
          [tEnglish('menu.zoomOut'), 'CommandOrControl+-'],
          [tEnglish('menu.fullScreen'), 'F11'],
        ],
      },
      {
        label: tEnglish('menu.help'),
        entries: [
          [tEnglish('menu.helpPage'), 'F1'],
          [tEnglish('menu.page.snapshots'), null],
          [tEnglish('menu.page.admin'), null],
          [tEnglish('menu.logFolder'), null],
          [tEnglish('menu.about', { app: 'Xray Residency Doctor' }), null],
        ],
      },
    ]);
  });

  it('speaks the language that is chosen, from the moment on', async () => {
    const choose = (language: string): Promise<unknown> =>
      running.page.evaluate(
        (each) => Reflect.get(window, 'xrayDoctor').app.chooseLanguage({ language: each }),
        language,
      );
    const labels = (): Promise<(string | undefined)[]> =>
      running.app.evaluate(({ Menu }) => [
        Menu.getApplicationMenu()?.items.at(0)?.label,
        Menu.getApplicationMenu()?.getMenuItemById('command:new-check')?.label,
        String(Menu.getApplicationMenu()?.getMenuItemById('command:new-check')?.enabled),
      ]);
    await choose('de');
    expect(await labels()).toEqual([german('menu.file'), german('menu.newCheck'), 'true']);
    await choose('en');
    expect(await labels()).toEqual([tEnglish('menu.file'), tEnglish('menu.newCheck'), 'true']);
  });

  it('tells what it is, and copies that', async () => {
    await stubDialogs(running, [tEnglish('about.copy')]);
    await clickMenu(running, 'about');
    await expect.poll(async () => (await seen(running)).copied, POLL).toHaveLength(1);
    const { boxes, copied } = await seen(running);
    const versions = await running.app.evaluate(() => ({ ...process.versions }));
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(boxes[0]?.message).toBe('Xray Residency Doctor');
    for (const fact of [
      `Version ${version}`,
      versions['electron'],
      versions['chrome'],
      versions['node'],
      'Linux',
      'MIT',
    ])
      expect(boxes[0]?.detail).toContain(fact);
    expect(copied[0]).toBe(`Xray Residency Doctor\n${boxes[0]?.detail}`);
  });

  it('opens the log folder and the pages of the list', async () => {
    await stubDialogs(running, []);
    await clickMenu(running, 'log-folder');
    await clickMenu(running, 'page:admin');
    await clickMenu(running, 'page:snapshots');
    const logs = await running.app.evaluate(({ app }) => app.getPath('logs'));
    await expect
      .poll(async () => (await seen(running)).opened.toSorted(), POLL)
      .toEqual([logs, 'https://admin.atlassian.com/', 'https://snapshots-docs.radbee.com/'].toSorted());
  });

  it('follows the theme of the system with the background of the window', async () => {
    const backgrounds = await running.app.evaluate(async ({ nativeTheme, BrowserWindow }) => {
      const told: (string | undefined)[] = [];
      for (const theme of ['dark', 'light', 'system'] as const) {
        nativeTheme.themeSource = theme;
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
        told.push(BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase());
      }
      return told;
    });
    expect(backgrounds.slice(0, 2)).toEqual(['#15191c', '#ffffff']);
  });

  it('opens an evidence file and begins a new check where nothing is lost, and only there', async () => {
    const { page, app } = running;
    const enabled = (): Promise<(boolean | undefined)[]> =>
      app.evaluate(({ Menu }) =>
        ['new-check', 'open-file', 'open-settings', 'help'].map(
          (name) => Menu.getApplicationMenu()?.getMenuItemById(`command:${name}`)?.enabled,
        ),
      );
    await expect.poll(enabled, POLL).toEqual([true, true, true, true]);
    const file = join(folder, 'some.zip');
    writeFileSync(file, 'no zip');
    chmodSync(file, 0o644);
    await app.evaluate(({ dialog }, path) => {
      Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [path] }));
    }, file);
    await clickMenu(running, 'command:open-file');
    await page.locator('[data-screen="evidence-file"] [data-state="no-evidence"]').waitFor();
    await expect.poll(enabled, POLL).toEqual([true, true, false, true]);
    await clickMenu(running, 'command:new-check');
    await page.locator('[data-screen="connect"]').waitFor();
    await expect.poll(enabled, POLL).toEqual([true, true, true, true]);
    await clickMenu(running, 'command:open-settings');
    await page.locator('.profile-opener .notice').waitFor();
    await submitForm(page, { clientId: 'nobody', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('network');
    await expect.poll(enabled, POLL).toEqual([false, false, false, true]);
    await clickMenu(running, 'command:help');
    await page.locator('[data-screen="help"]').waitFor();
    await expect.poll(enabled, POLL).toEqual([false, false, false, false]);
    await page.keyboard.press('Escape');
    await page.locator('[data-screen="help"]').waitFor({ state: 'detached' });
    await expect.poll(enabled, POLL).toEqual([false, false, false, true]);
    await page.locator('.back').click();
    await expect.poll(enabled, POLL).toEqual([true, true, true, true]);
  });

  it('offers the standard menu in fields and on selected text, and never copies a password', async () => {
    const { page } = running;
    await stubDialogs(running, []);
    const popups: string[][] = [];
    const clickOn = async (place: Locator): Promise<void> => {
      await place.selectText();
      await place.click({ button: 'right' });
      await expect.poll(async () => (await seen(running)).popups, POLL).toHaveLength(popups.length + 1);
      popups.push((await seen(running)).popups.at(-1) ?? []);
    };
    const site = page.locator('input[name="jiraSite"]');
    const secret = page.locator('input[name="clientSecret"]');
    await site.fill('acme');
    await clickOn(site);
    await secret.fill('something secret');
    await clickOn(secret);
    await clickOn(page.locator('h1'));
    const without = (state: string): string[][] =>
      popups.map((names) => names.map((name) => name.replace(state, '')));
    expect(without(' (off)')).toEqual([
      [
        tEnglish('menu.undo'),
        tEnglish('menu.redo'),
        tEnglish('menu.cut'),
        tEnglish('menu.copy'),
        tEnglish('menu.paste'),
        tEnglish('menu.selectAll'),
      ],
      [tEnglish('menu.undo'), tEnglish('menu.redo'), tEnglish('menu.paste'), tEnglish('menu.selectAll')],
      [tEnglish('menu.copy'), tEnglish('menu.selectAll')],
    ]);
    expect(popups[0]).toContain(tEnglish('menu.copy'));
    await secret.fill('');
  });

  it('tells the page its frame, and opens the menu where a window has no menu bar', async () => {
    await stubDialogs(running, []);
    const [facts, opened] = await running.page.evaluate(async (name) => {
      const { app } = Reflect.get(window, name);
      return [await app.facts(null), await app.openMenu({ x: 8, y: 40 })];
    }, BRIDGE_NAME);
    const frames = { linux: 'own', darwin: 'inset', win32: 'overlay' };
    expect(facts).toMatchObject({
      ok: true,
      value: { frame: Reflect.get(frames, process.platform), hasPseudo: false },
    });
    expect(opened).toEqual({ ok: true, value: null });
    const [menu = []] = (await seen(running)).popups;
    expect(menu).toEqual(
      expect.arrayContaining(
        (['menu.file', 'menu.edit', 'menu.view', 'menu.help'] as const).map((key) => tEnglish(key)),
      ),
    );
  });

  it('zooms, remembers it, and keeps the window wide enough to read', async () => {
    const size = (): Promise<[number, number, number]> =>
      running.app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        const [width = 0] = window?.getMinimumSize() ?? [];
        return [window?.webContents.getZoomFactor() ?? 0, width, window?.getContentSize()[0] ?? 0];
      });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(420, 600));
    for (let step = 0; step < 6; step += 1) await clickMenu(running, tEnglish('menu.zoomIn'));
    await expect.poll(async () => (await size())[0], POLL).toBeCloseTo(2.5);
    await expect.poll(() => running.page.evaluate(() => window.innerWidth), POLL).toBeGreaterThanOrEqual(320);
    expect((await size())[1]).toBe(832);
    await clickMenu(running, tEnglish('menu.actualSize'));
    await expect.poll(async () => (await size())[1], POLL).toBe(720);
  });

  // The last: a question stays open.
  describe('a fault', () => {
    beforeAll(async () => {
      // No check is open any more, and no other secret is held.
      await ask(running.page, 'cases:leave', null);
      // The main process takes the secret on, and refuses the run because of the site.
      await running.page.evaluate(
        (secret) =>
          Reflect.get(window, 'xrayDoctor').diagnosis.start({
            clientId: 'an-id',
            clientSecret: secret,
            jiraSite: '',
            confluenceSite: '',
          }),
        MARKER,
      );
    });

    const throwInMain = (message: string): Promise<void> =>
      running.app.evaluate((_electron, text) => {
        setTimeout(() => {
          throw new Error(text);
        });
      }, message);

    it('opens a report without any secret as a file, and copies it when asked to', async () => {
      await stubDialogs(running, [
        tEnglish('crash.showReport'),
        tEnglish('crash.report.copy'),
        tEnglish('crash.goOn'),
      ]);
      const [home, logs] = await running.app.evaluate(({ app }) => [
        app.getPath('home'),
        app.getPath('logs'),
      ]);
      await throwInMain(
        `planted ${MARKER} and ${Buffer.from(MARKER).toString('base64')} in ${home}/some/file`,
      );
      await expect.poll(async () => (await seen(running)).boxes, POLL).toHaveLength(3);
      const file = join(logs ?? '', 'xray-doctor-report.txt');
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('Xray Residency Doctor');
      expect(text).toMatch(/uncaught: Error: planted ‹client-secret#[0-9a-f]+› and ‹client-secret#/u);
      expect(text).toContain('~/some/file');
      const { boxes, copied, opened } = await seen(running);
      expect([opened, copied]).toEqual([[file], [text]]);
      expect(boxes[1]).toMatchObject({
        message: tEnglish('crash.report.title'),
        buttons: [tEnglish('crash.report.close'), tEnglish('crash.report.copy')],
      });
      expect(boxes[1]?.detail).toContain('xray-doctor-report.txt');

      expect(await findInFolder(running.userData, [MARKER])).toEqual([]);
      expect(findInBytes('all', Buffer.from(JSON.stringify([text, copied, boxes])), [MARKER])).toEqual([]);
      expect(findInBytes('output', Buffer.from(running.output()), [MARKER])).toEqual([]);
      expect(readFileSync(join(logs ?? '', 'doctor.log'), 'utf8')).toMatch(
        /uncaught: Error: planted ‹client-secret#/u,
      );
    });

    it('is asked about once at a time', async () => {
      await stubDialogs(running, []);
      await throwInMain('first');
      await throwInMain('second');
      const logs = await running.app.evaluate(({ app }) => app.getPath('logs'));
      await expect.poll(() => readFileSync(join(logs, 'doctor.log'), 'utf8'), POLL).toContain('second');
      expect((await seen(running)).boxes).toHaveLength(1);
    });
  });
});

describe('the window from one start to the next', () => {
  let userData = '';
  beforeAll(() => {
    userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  });
  afterAll(() => rmSync(userData, { recursive: true, force: true }));

  const start = async (env: Readonly<Record<string, string>> = {}): Promise<LaunchedApp> => {
    const running = await launchApp({ env, userData });
    await running.page.locator('[data-screen="connect"]').waitFor();
    return running;
  };
  const look = ({ app }: LaunchedApp) =>
    app.evaluate(({ BrowserWindow, nativeTheme, screen }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('no window');
      return {
        bounds: window.getBounds(),
        zoom: window.webContents.getZoomFactor(),
        area: screen.getPrimaryDisplay().workArea,
        isVisible: window.isVisible(),
        isDark: nativeTheme.shouldUseDarkColors,
        background: window.getBackgroundColor().toLowerCase(),
      };
    });
  const keptSettings = (): Settings =>
    settingsSchema.parse(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')));

  it('comes back as it was left, and onto the screen when that is gone', async () => {
    const first = await start();
    const wanted = { x: 40, y: 60, width: 800, height: 620 };
    await first.app.evaluate(({ BrowserWindow }, bounds) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
    }, wanted);
    await expect.poll(async () => (await look(first)).bounds, POLL).toEqual(wanted);
    await clickMenu(first, tEnglish('menu.zoomIn'));
    await first.close();
    expect(keptSettings()).toMatchObject({ window: wanted, zoom: 1.1 });

    // Where the system is dark from the start, the window is before its page is there.
    const second = await start({ GTK_THEME: 'Adwaita:dark' });
    await expect.poll(async () => (await look(second)).bounds, POLL).toEqual(wanted);
    await expect.poll(async () => (await look(second)).zoom, POLL).toBeCloseTo(1.1);
    const { isDark, background } = await look(second);
    expect(background).toBe(isDark ? '#15191c' : '#ffffff');
    await second.close();

    const away = { x: 9000, y: -4000, width: 5000, height: 4000, maximized: false };
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, window: away }));
    const third = await start();
    await expect.poll(async () => (await look(third)).isVisible, POLL).toBe(true);
    const { bounds, area } = await look(third);
    await third.close();
    expect(bounds.x).toBeGreaterThanOrEqual(area.x);
    expect(bounds.y).toBeGreaterThanOrEqual(area.y);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height);
  });
});
