import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decode } from 'fast-png';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../src-main/contract/ipc/channel.ts';
import { MASK_COLOUR } from '../../src-main/capture/image/mask-picture.ts';
import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import { checkPicture } from '../../src-main/evidence/gate/check-picture.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { ask } from '../support/browser/ask-bridge.ts';
import { keepOpened, save, submitForm, unfold } from '../support/browser/walk.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { PLANTED_MAIL, startFakeAtlassian } from '../support/fake-atlassian/server.ts';
import type { FakeAtlassian } from '../support/fake-atlassian/server.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { readZip } from '../support/faults/marker-search.ts';
import { samplePng } from '../support/samples/pictures/sample-png.ts';

const WIDTH = 600;
const HEIGHT = 400;

describe('a picture of the residency page, in the real window', () => {
  let xray: FakeXray;
  let atlassian: FakeAtlassian;
  let running: LaunchedApp;
  let downloads = '';

  // One app for all: each test begins at an empty screenshot.
  beforeAll(async () => {
    xray = await startFakeXray();
    atlassian = await startFakeAtlassian();
    running = await launchApp({
      env: {
        XRAY_DOCTOR_CONNECT_TO: `${xray.connectTo},${atlassian.connectTo}`,
        NODE_EXTRA_CA_CERTS: xray.caFile,
      },
    });
    await keepOpened(running);
    await running.app.evaluate(({ app }) => {
      // The stand-in's certificate is nobody's; the product itself never passes one over.
      app.on('session-created', (session) =>
        session.setCertificateVerifyProc((_request, answer) => answer(0)),
      );
    });
  });
  afterAll(async () => {
    await running.close();
    await atlassian.close();
    await xray.close();
  });
  beforeEach(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
    chmodSync(downloads, 0o777);
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
  });
  afterEach(async () => {
    await running.app.evaluate(({ BrowserWindow }) => {
      for (const each of BrowserWindow.getAllWindows())
        if (!each.webContents.getURL().startsWith('app:')) each.destroy();
    });
    rmSync(downloads, { recursive: true, force: true });
  });

  /** At the screenshot of a new check; pictures and keys of the one before are forgotten. */
  const afterNewCheck = async (): Promise<void> => {
    const { page } = running;
    await ask(page, 'cases:leave', null);
    await page.reload();
    await submitForm(page, { clientId: 'region-text', secret: 'fake-secret-of-nobody' });
    await toScreenshot();
  };
  /** At the empty screenshot of the check that is open; of a new one where there is none. */
  const withoutPictures = async (): Promise<void> => {
    const { page } = running;
    const held = await ask(page, 'pictures:list', null);
    for (const { id } of held.ok ? held.value : []) await ask(page, 'pictures:remove', { id });
    await page.reload();
    await page.locator('[data-screen]').first().waitFor();
    if (await page.locator('[data-way="screenshot"]').isVisible()) await toScreenshot();
    else await afterNewCheck();
    expect(await page.locator('.thumbnails > li').count()).toBe(0);
  };
  const toScreenshot = async (): Promise<void> => {
    await running.page.locator('[data-way="screenshot"]').click();
    await running.page.locator('[data-screen="screenshot"]').waitFor();
  };

  /** Waits until the picture of this number is the one that is worked on. */
  const edited = (number: number): Promise<void> =>
    running.page
      .locator('.editor')
      .getByRole('img', { name: tEnglish('edit.alt', { number }), exact: true })
      .waitFor({ timeout: 30_000 });
  const button = (key: Parameters<typeof tEnglish>[0]) =>
    running.page.getByRole('button', { name: tEnglish(key), exact: true });

  /** The pictures of the bundle that is saved now, decoded, and its entries. */
  const savedPictures = async (leadsOn = '[data-primary]') => {
    const { page } = running;
    await page.locator(`[data-screen="screenshot"] ${leadsOn}`).click();
    await page.locator('[data-screen="send"] .report-page').waitFor();
    await save(page);
    const zip = readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '';
    const entries = await readZip(readFileSync(join(downloads, zip)));
    const pictures = [...entries]
      .filter(([path]) => path.startsWith('pictures/'))
      .map(([, bytes]) => {
        expect(checkPicture(Buffer.from(bytes))).toEqual([]);
        return decode(bytes);
      });
    return { entries, pictures };
  };
  const colourAt = ({ data, width }: ReturnType<typeof decode>, x: number, y: number): number[] => [
    ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ];

  describe('of one check for all, without the pictures of the test before', () => {
    beforeEach(() => withoutPictures());

    it('pasted and covered with the keyboard alone, then dropped and chosen, in order', async () => {
      const { page, app } = running;
      const png = Buffer.from(samplePng(WIDTH, HEIGHT));
      await app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, data) => {
        // Electron 44 and newer write items; the older runtime of the tests has a function of its own.
        const write: unknown = Reflect.get(clipboard, 'writeImage');
        if (typeof write === 'function') {
          Reflect.apply(write, clipboard, [nativeImage.createFromBuffer(Buffer.from(data, 'base64'))]);
        } else {
          const blob = new Blob([Buffer.from(data, 'base64')], { type: 'image/png' });
          await clipboard.write([new ClipboardItem({ 'image/png': blob })]);
        }
      }, png.toString('base64'));
      await page.keyboard.press('Control+V');
      await edited(1);

      await button('edit.add').press('Enter');
      const box = page.locator('.mask').first();
      const leftOf = (): Promise<number> => box.evaluate(({ style }) => Number.parseFloat(style.left));
      await box.focus();
      const begun = await leftOf();
      // To where there is room.
      for (let step = 0; step < 5; step += 1)
        await page.keyboard.press(begun > 30 ? 'ArrowLeft' : 'ArrowRight');
      expect(await leftOf()).not.toBe(begun);
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Delete');
      expect(await box.count()).toBe(0);
      await button('edit.undo').press('Enter');
      await box.waitFor();
      // Where it lies now, in parts of the picture.
      const place = await box.evaluate(({ style }) =>
        [style.left, style.top, style.width, style.height].map((part) => Number.parseFloat(part) / 100),
      );
      await unfold(page, '.other-ways');
      await page.getByLabel(tEnglish('edit.caption')).fill('Where Xray is');

      await page.locator('main').evaluate(
        (element, data) => {
          const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([bytes], 'whatever.txt', { type: 'text/plain' }));
          element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        Buffer.from(samplePng(300, 200)).toString('base64'),
      );
      await edited(2);
      await page.locator('.editor-frame img').waitFor();
      const frame = await page.locator('.editor-frame').boundingBox();
      if (frame === null) throw new Error('no editor');
      const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
        await page.mouse.move(frame.x + from[0], frame.y + from[1]);
        await page.mouse.down();
        await page.mouse.move(frame.x + (from[0] + to[0]) / 2, frame.y + (from[1] + to[1]) / 2);
        await page.mouse.move(frame.x + to[0], frame.y + to[1]);
        await page.mouse.up();
      };
      const sizeOf = async () =>
        (await page.locator('.mask').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await drag([40, 30], [120, 90]);
      const drawn = await sizeOf();
      expect(Math.abs(drawn.width - 80)).toBeLessThan(6);
      await drag([120, 90], [160, 110]);
      expect((await sizeOf()).width).toBeGreaterThan(drawn.width + 30);
      await drag([60, 50], [70, 60]);
      expect((await sizeOf()).x).toBeGreaterThan(drawn.x + 5);
      expect(await page.locator('.mask').count()).toBe(1);
      await button('edit.full').click();

      const jpeg = await app.evaluate(
        ({ nativeImage }, data) =>
          nativeImage.createFromBuffer(Buffer.from(data, 'base64')).toJPEG(90).toString('base64'),
        Buffer.from(samplePng(320, 240)).toString('base64'),
      );
      const file = join(downloads, 'photo.png');
      writeFileSync(file, Buffer.from(jpeg, 'base64'), { mode: 0o644 });
      await page.locator('input[type=file]').first().setInputFiles(file);
      await edited(3);
      rmSync(file);

      // What was taken survives going back and forth.
      await page.locator('.back').click();
      await page.locator('[data-way="screenshot"]').click();
      await expect.poll(() => page.locator('.thumbnails > li').count()).toBe(3);

      const { entries, pictures } = await savedPictures();
      expect(pictures.map(({ width, height }) => [width, height])).toEqual([
        [WIDTH, HEIGHT],
        [300, 200],
        [320, 240],
      ]);
      const [first] = pictures;
      if (first === undefined) throw new Error('no picture');
      const [left = 0, top = 0, width = 0, height = 0] = place;
      const at = (x: number, y: number): number[] =>
        colourAt(first, Math.floor(x * WIDTH), Math.floor(y * HEIGHT));
      for (const part of [0.02, 0.5, 0.98]) {
        expect(at(left + width * part, top + height * part)).toEqual([...MASK_COLOUR]);
      }
      expect(at(left + width + 0.02, top)).not.toEqual([...MASK_COLOUR]);
      expect(at(left, top + height + 0.03)).not.toEqual([...MASK_COLOUR]);
      expect(Buffer.from(entries.get('details.txt') ?? []).toString()).toContain('Where Xray is');
    });

    it('of a window, only after a press, else the person is asked', async () => {
      const { page, app } = running;
      await app.evaluate(({ dialog }) => {
        Reflect.set(globalThis, 'asked', []);
        Reflect.set(dialog, 'showMessageBox', async (_window: unknown, box: { readonly message: string }) => {
          Reflect.get(globalThis, 'asked').push(box.message);
          return { response: 0, checkboxChecked: false };
        });
      });
      await openAnotherWindow();
      const asked = () => app.evaluate(() => Reflect.get(globalThis, 'asked'));
      const captureByScript = () =>
        page.evaluate(async (name) => {
          const bridge = Reflect.get(window, name);
          const { value } = await bridge.pictures.listSources(null);
          return bridge.pictures.capture({ id: value.sources[0].id });
        }, BRIDGE_NAME);
      await unfold(page, '.other-ways');
      await page.locator('.other-ways > li').first().locator('button').click();
      await page.locator('.sources button').first().waitFor();
      await page.locator('.sources button').first().click();
      await edited(1);
      expect(await asked()).toEqual([]);
      // The press has been used up by now.
      expect(await captureByScript()).toMatchObject({ ok: false, failure: { code: 'nothing-to-do' } });
      expect(await asked()).toHaveLength(1);
      const { pictures } = await savedPictures();
      expect(pictures).toHaveLength(1);
    });

    it('forgets the sign-in with its window', async () => {
      const { app } = running;
      const site = await signIn();
      await site.getByRole('heading', { name: 'Organisations' }).waitFor();
      await button('picture.page.close').click();
      await button('picture.page.open').waitFor();
      expect(app.windows()).toHaveLength(1);
      const again = await openSite();
      await again.getByRole('heading', { name: 'Log in to continue' }).waitFor();
      // Closed by hand it is forgotten as well.
      await again.getByRole('button', { name: 'Continue' }).click();
      await again.getByRole('heading', { name: 'Organisations' }).waitFor();
      await again.close();
      const third = await openSite();
      await third.getByRole('heading', { name: 'Log in to continue' }).waitFor();
    });

    it('asks before a company’s sign-in, and knows Google’s refusal', async () => {
      const { page } = running;
      const site = await openSite();
      // A click that leads nowhere at first is not waited for.
      await site.getByText('Company sign-in').evaluate((link: HTMLElement) => link.click());
      await page.getByText(tEnglish('picture.page.asks', { host: 'sso.acme-fake.test' })).waitFor();
      await button('picture.page.allow').click();
      await site.getByRole('heading', { name: 'Acme Fake sign-in' }).waitFor();
      await button('picture.page.back').click();
      await site.getByText('Google').evaluate((link: HTMLElement) => link.click());
      await page.getByText(tEnglish('picture.page.refused')).waitFor();
    });

    it('a planted page reaches nothing', async () => {
      const { app } = running;
      const site = await signIn();
      const before = atlassian.requests.length;
      await site.evaluate(() => {
        location.href = '/hostile';
      });
      await site.getByRole('heading', { name: 'Hostile' }).waitFor();
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(await site.evaluate(() => Reflect.get(window, 'tried'))).toEqual({
        bridge: 'undefined',
        node: 'undefinedundefined',
        opened: 'null',
        geolocation: 'denied',
      });
      expect(new URL(site.url()).pathname).toBe('/hostile');
      expect(app.windows()).toHaveLength(2);
      expect(readdirSync(downloads)).toEqual([]);
      const made = atlassian.requests.slice(before);
      expect(made.filter(({ host }) => host === 'evil.test')).toEqual([]);
      const facts = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => ({
          title: webContents.getTitle(),
          storage: webContents.session.storagePath,
          agent: webContents.getUserAgent(),
        })),
      );
      const own = facts.find(({ title }) => title === 'Hostile');
      expect(own).toMatchObject({ storage: null });
      expect(own?.agent).toContain('Electron/');
    });

    it('goes on without one, and the evidence says so', async () => {
      const { page } = running;
      await unfold(page, '.other-ways');
      await button('picture.nobody.copy').click();
      await expect
        .poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText()))
        .toContain('Data residency');
      const { entries, pictures } = await savedPictures('[data-skip]');
      expect(pictures).toEqual([]);
      expect(Buffer.from(entries.get('details.txt') ?? []).toString()).toContain(tEnglish('missing.picture'));
    });

    it('of a whole page that never lets itself be taken ends in a sentence, without a debugger at the page', async () => {
      const { app, page } = running;
      const site = await signIn();
      await site.locator('a[href$="table"]').click();
      await site.getByRole('heading', { name: 'Data residency' }).waitFor();
      await page.locator('.own-page').getByText('admin.atlassian.com').waitFor();
      const attached = (): Promise<boolean | undefined> =>
        app.evaluate(({ webContents }) => {
          const others = webContents.getAllWebContents().filter((each) => each.getURL().startsWith('https:'));
          return others.length === 1 && others[0]?.debugger.isAttached();
        });
      await app.evaluate(({ webContents }) => {
        const [other] = webContents.getAllWebContents().filter((each) => each.getURL().startsWith('https:'));
        const send = other?.debugger.sendCommand.bind(other.debugger);
        if (other === undefined || send === undefined) throw new Error('no page');
        Reflect.set(other.debugger, 'sendCommand', (method: string, ...given: [object]) =>
          method === 'Page.captureScreenshot' ? new Promise(() => undefined) : send(method, ...given),
        );
        // The limit of 45 seconds is over once the picture is waited for.
        const plain = globalThis.setTimeout;
        Reflect.set(globalThis, 'setTimeout', (work: () => void, ms?: number) => {
          if (ms !== 45_000) return plain(work, ms);
          Reflect.set(globalThis, 'setTimeout', plain);
          return plain(work, 3000);
        });
      });
      await button('picture.page.whole').press('Enter');
      await expect.poll(attached).toBe(true);
      await page.locator('[data-screen="screenshot"] .notice').waitFor();
      expect(await attached()).toBe(false);
    });
  });

  describe('of a new check', () => {
    beforeEach(() => afterNewCheck());

    it.each(['table', 'pane'])(
      'of our own window, signed in there, whole and visible: %s',
      async (layout) => {
        const { page } = running;
        const site = await signIn();
        await site.locator(`a[href$="${layout}"]`).click();
        await site.getByRole('heading', { name: 'Data residency' }).waitFor();
        await page.locator('.own-page').getByText('admin.atlassian.com').waitFor();

        await button('picture.page.whole').press('Enter');
        await edited(1);
        expect(await page.locator('.mask').count()).toBeGreaterThanOrEqual(layout === 'table' ? 3 : 2);
        await page.getByText(tEnglish('picture.facts.read', { product: 'Xray' })).waitFor();
        const choice = (key: 'picture.location' | 'picture.status', product: string): Promise<string> =>
          page.getByLabel(tEnglish(key, { product }), { exact: true }).inputValue();
        expect(await choice('picture.location', 'Xray')).toBe('Global');
        expect(await choice('picture.status', 'Jira')).toBe('Pinned');

        await unfold(page, '.other-ways');
        await button('picture.page.visible').click();
        await edited(2);
        const { entries, pictures } = await savedPictures();
        const [whole, visible] = pictures;
        expect(whole?.height ?? 0).toBeGreaterThan((visible?.height ?? 0) + 300);
        const told = evidenceDocumentSchema.parse(
          JSON.parse(Buffer.from(entries.get('diagnosis.json') ?? []).toString()),
        );
        expect(told.residency).toBe('pinned');
        expect(told.residencyFacts).toHaveLength(3);
        // The planted address stands in the page's header; each of its pixels is under the mask.
        const place = await site.evaluate((mail) => {
          const range = document.createRange();
          const text = [...document.querySelectorAll('header span')].find(
            (each) => each.textContent === mail,
          );
          if (text === undefined || text.firstChild === null) throw new Error('no planted address');
          range.selectNodeContents(text.firstChild);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }, PLANTED_MAIL);
        if (whole === undefined) throw new Error('no picture');
        for (let x = Math.ceil(place.x); x < place.x + place.width; x += 7) {
          for (let y = Math.ceil(place.y); y < place.y + place.height; y += 3) {
            expect(colourAt(whole, x, y)).toEqual([...MASK_COLOUR]);
          }
        }
      },
    );
  });

  // The last one: the window is gone then.
  it('lets the window close while Atlassian’s is open, without a fault', async () => {
    const { app, page } = running;
    await withoutPictures();
    const site = await signIn();
    await site.getByRole('heading', { name: 'Organisations' }).waitFor();
    const faults = await app.evaluate(
      async ({ app: electron, BrowserWindow, dialog }, title) => {
        const shown: string[] = [];
        Reflect.set(dialog, 'showMessageBox', async (...args: readonly { readonly message?: string }[]) => {
          shown.push(args.at(-1)?.message ?? '');
          return { response: 0, checkboxChecked: false };
        });
        electron.on('window-all-closed', () => undefined);
        electron.removeAllListeners('window-all-closed');
        electron.on('window-all-closed', () => undefined);
        const windows = BrowserWindow.getAllWindows();
        const main = windows.find(({ webContents }) => webContents.getURL().startsWith('app:'));
        const others = windows.filter((each) => each !== main);
        const gone = Promise.all(
          others.map((each) => new Promise<void>((done) => each.once('closed', () => done()))),
        );
        main?.close();
        await gone;
        // The emptied session tells of its end after the windows are gone.
        await new Promise((done) => setTimeout(done, 500));
        return { shown, title, left: BrowserWindow.getAllWindows().length };
      },
      await page.title(),
    );
    expect(faults).toMatchObject({ shown: [], left: 0 });
  });

  const openAnotherWindow = (): Promise<void> =>
    running.app.evaluate(async ({ BrowserWindow }) => {
      const other = new BrowserWindow({ width: 700, height: 500, title: 'Another window' });
      await other.loadURL(
        'data:text/html,<body style="background:linear-gradient(red,blue)"><h1>Another window</h1>',
      );
    });
  const openSite = async (): Promise<Page> => {
    const { page, app } = running;
    await unfold(page, '.other-ways');
    const opened = app.waitForEvent('window');
    await button('picture.page.open').press('Enter');
    return opened;
  };
  const signIn = async (): Promise<Page> => {
    const site = await openSite();
    await site.getByRole('button', { name: 'Continue' }).click();
    return site;
  };
});
