import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { REPOSITORY } from '../../support/electron-runtime/places.ts';
import { startFakeAtlassian } from '../../support/fake-atlassian/server.ts';
import type { FakeAtlassian } from '../../support/fake-atlassian/server.ts';
import { submitForm, verdictOf } from '../../support/browser/walk.ts';

/** Every name of a permission that the types of the Electron that we are made for know. */
const PERMISSIONS = (() => {
  const types = readFileSync(join(REPOSITORY, 'node_modules/electron/electron.d.ts'), 'utf8');
  const union =
    /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^,]+),/u.exec(types);
  return (union?.[1] ?? '').split('|').map((name) => name.trim().replaceAll("'", ''));
})();

describe('the sessions of the real app', () => {
  let atlassian: FakeAtlassian;
  let running: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    atlassian = await startFakeAtlassian();
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: `${atlassian.connectTo},*.getxray.app:443=127.0.0.1:1` },
    });
    ({ page } = running);
    await page.locator('[data-screen="connect"]').waitFor();
    // Every session from now on, with the handlers that the product gives to it.
    await running.app.evaluate(({ app, session }) => {
      Reflect.set(globalThis, 'sessions', []);
      Reflect.set(globalThis, 'handlers', {});
      app.on('session-created', (made) => Reflect.get(globalThis, 'sessions').push(made));
      const prototype: object = Object.getPrototypeOf(session.defaultSession);
      for (const name of [
        'setPermissionRequestHandler',
        'setPermissionCheckHandler',
        'setDevicePermissionHandler',
      ]) {
        const original: unknown = Reflect.get(prototype, name);
        Reflect.set(prototype, name, function set(this: unknown, handler: unknown) {
          Reflect.get(globalThis, 'handlers')[name] = handler;
          return typeof original === 'function' ? Reflect.apply(original, this, [handler]) : undefined;
        });
      }
    });
  });
  afterAll(async () => {
    await running.close();
    await atlassian.close();
  });

  const openAtlassian = (): Promise<void> =>
    page.evaluate((name) => Reflect.get(window, name).residencyPage.open(null), BRIDGE_NAME);
  const leave = (): Promise<unknown> =>
    page.evaluate((name) => Reflect.get(window, name).cases.leave(null), BRIDGE_NAME);

  it('know the permissions by name', () => {
    expect(PERMISSIONS.length).toBeGreaterThan(40);
    expect(PERMISSIONS).toEqual(expect.arrayContaining(['media', 'geolocation', 'openExternal', 'unknown']));
  });

  it('deny each of them, whoever asks, in a session that nobody thought of', async () => {
    const granted = await running.app.evaluate(({ session }, names) => {
      session.fromPartition('nobody-thought-of-this-one');
      const handlers = Reflect.get(globalThis, 'handlers');
      const found: string[] = [];
      for (const name of names) {
        let answers = 0;
        handlers.setPermissionRequestHandler(null, name, (isGranted: boolean) => {
          answers += 1;
          if (isGranted) found.push(`${name}: asked`);
        });
        if (answers !== 1) found.push(`${name}: ${answers} answers`);
        if (handlers.setPermissionCheckHandler(null, name, 'https://evil.test', {}) !== false)
          found.push(`${name}: checked`);
      }
      for (const deviceType of ['hid', 'serial', 'usb']) {
        if (
          handlers.setDevicePermissionHandler({ deviceType, origin: 'https://evil.test', device: {} }) !==
          false
        )
          found.push(deviceType);
      }
      return found;
    }, PERMISSIONS);
    expect(granted).toEqual([]);
  });

  it('refuse what our own page asks for', async () => {
    const given = await page.evaluate(async () => {
      const { navigator } = window;
      const get = (name: string): unknown => Reflect.get(navigator, name);
      const method = (owner: unknown, name: string, ...args: unknown[]): Promise<unknown> => {
        const found: unknown =
          typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
        return typeof found === 'function'
          ? Promise.resolve(Reflect.apply(found, owner, args))
          : Promise.reject(new Error('not there'));
      };
      const requests: Record<string, () => Promise<unknown>> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        place: () =>
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        clipboard: () => navigator.clipboard.read(),
        'clipboard text': () => navigator.clipboard.readText(),
        midi: () => method(navigator, 'requestMIDIAccess', { sysex: true }),
        usb: () => method(get('usb'), 'requestDevice', { filters: [] }),
        hid: () =>
          method(get('hid'), 'requestDevice', { filters: [] }).then((list) =>
            Array.isArray(list) && list.length > 0 ? list : Promise.reject(new Error('none')),
          ),
        serial: () => method(get('serial'), 'requestPort'),
        bluetooth: () => method(get('bluetooth'), 'requestDevice', { acceptAllDevices: true }),
        fonts: () =>
          method(window, 'queryLocalFonts').then((list) =>
            Array.isArray(list) && list.length > 0 ? list : Promise.reject(new Error('none')),
          ),
        'screen lock': () => method(get('wakeLock'), 'request', 'screen'),
        'full screen': () => document.documentElement.requestFullscreen(),
        worker: () => method(get('serviceWorker'), 'register', '/assets/x.js'),
        notifications: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
        },
      };
      const found: string[] = [];
      for (const [name, request] of Object.entries(requests)) {
        const late = new Promise((_resolve, reject) =>
          setTimeout(() => reject(new Error('no answer')), 3000),
        );
        await Promise.race([request(), late]).then(
          () => found.push(name),
          () => undefined,
        );
      }
      for (const name of [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'screen-wake-lock',
        'idle-detection',
        'storage-access',
      ]) {
        const state = await method(navigator.permissions, 'query', { name }).then(
          (status) => (typeof status === 'object' && status !== null ? Reflect.get(status, 'state') : ''),
          () => 'denied',
        );
        if (state === 'granted') found.push(`${name}: ${String(state)}`);
      }
      return found;
    });
    expect(given).toEqual([]);
  });

  it('show no certificate of the person’s, and pass over no wrong one', async () => {
    const answers = await running.app.evaluate(({ app }) => {
      const found: string[] = [];
      const event = { preventDefault: () => found.push('prevented') };
      const answer = (given: unknown): void => void found.push(`answered ${String(given)}`);
      const contents = { emit: () => undefined };
      const address = 'https://sso.acme-fake.test/';
      app.emit(
        'select-client-certificate',
        event,
        contents,
        address,
        [{ subjectName: 'the person' }],
        answer,
      );
      // Nobody answers for the person, or passes a certificate over.
      app.emit('login', event, contents, { url: address }, { isProxy: true }, answer);
      app.emit('certificate-error', event, contents, address, 'ERR_CERT_AUTHORITY_INVALID', {}, answer, true);
      return found;
    });
    expect(answers).toEqual(['prevented', 'answered undefined']);

    await openAtlassian();
    await expect
      .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(atlassian.requests).toEqual([]);
    await leave();
  });

  it('keep nothing of the Atlassian window', async () => {
    await running.app.evaluate(({ app }) => {
      // The stand-in's certificate is nobody's; the product itself never passes one over.
      app.on('session-created', (session) =>
        session.setCertificateVerifyProc((_request, answer) => answer(0)),
      );
    });
    const arrived = running.app.waitForEvent('window');
    await openAtlassian();
    const window = await arrived;
    await window.getByRole('button', { name: 'Continue' }).click();
    await window.getByText('Organisations').first().waitFor();
    await window.evaluate(async () => {
      localStorage.setItem('left', 'behind');
      document.cookie = 'left=behind; Secure; Max-Age=3600';
      await new Promise((resolve, reject) => {
        const open = indexedDB.open('left-behind');
        open.addEventListener('success', resolve);
        open.addEventListener('error', reject);
      });
      await (await caches.open('left-behind')).put('/left', new Response('behind'));
    });
    const look = () =>
      running.app.evaluate(async ({ BrowserWindow }) => {
        const session = Reflect.get(globalThis, 'sessions').at(-1);
        // A page of the same site in the same session would see whatever was kept.
        const peep = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
        await peep.loadURL('https://admin.atlassian.com/hostile').catch(() => undefined);
        const stored: unknown = await peep.webContents.executeJavaScript(
          `(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])()`,
        );
        peep.destroy();
        return {
          isPersistent: session.isPersistent(),
          cookies: (await session.cookies.get({})).length,
          stored,
        };
      });
    expect(await look()).toEqual({ isPersistent: false, cookies: 2, stored: [1, 1, 1] });
    await leave();
    expect(await look()).toEqual({ isPersistent: false, cookies: 0, stored: [0, 0, 0] });
    expect(existsSync(join(running.userData, 'Partitions'))).toBe(false);
  });

  it('keep nothing of the second opinion', async () => {
    await running.app.evaluate(async ({ session }) => {
      const network = session.fromPartition('network');
      await network.cookies.set({ url: 'https://xray.cloud.getxray.app/', name: 'left', value: 'behind' });
    });
    await submitForm(page, { clientId: 'nobody', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('network');
    const left = await running.app.evaluate(async ({ session }) => {
      const network = session.fromPartition('network');
      return {
        isPersistent: network.isPersistent(),
        cookies: (await network.cookies.get({})).length,
        cache: await network.getCacheSize(),
      };
    });
    expect(left).toEqual({ isPersistent: false, cookies: 0, cache: 0 });
  });
});
