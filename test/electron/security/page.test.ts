import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { portOf } from '../../support/servers/port-of.ts';
import { processesBelow } from '../../support/process/process-memory.ts';

const BRIDGE_FUNCTIONS = Object.entries(ipcSchema)
  .flatMap(([group, members]) => Object.keys(members).map((name) => `${group}.${name}`))
  .toSorted();

describe('the page in the real window', () => {
  let running: LaunchedApp;
  let page: Page;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programs-'));
    chmodSync(folder, 0o777);
    // Whatever Electron would hand to the person's browser or mail program, this one notes.
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" >> '${folder}/opened'\n`, { mode: 0o755 });
    running = await launchApp({ env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } });
    ({ page } = running);
    await page.locator('[data-screen="connect"]').waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const countPages = (): Promise<number> =>
    running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

  /** What an address of our scheme gives: status and text, or that it was refused. */
  const answerTo = (address: string): Promise<string> =>
    running.app.evaluate(
      async ({ net }, asked) =>
        net.fetch(asked).then(
          async (response) => `${response.status} ${await response.text()}`,
          () => 'refused',
        ),
      address,
    );

  it('has no Node and no Electron', async () => {
    const found = await page.evaluate(() =>
      [
        'require',
        'module',
        'exports',
        'process',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  it('is isolated and sandboxed, with every protection of Electron on', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not in the types: what the page really got, for tests and debugging.
      const get: unknown = contents === undefined ? null : Reflect.get(contents, 'getLastWebPreferences');
      return typeof get === 'function' ? Reflect.apply(get, contents, []) : null;
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    for (const name of ['allowRunningInsecureContent', 'experimentalFeatures'])
      expect(preferences[name] ?? false, name).toBe(false);
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    // A world of its own: what the page does to its built-ins is not what the preload sees.
    await page.evaluate(() => {
      Reflect.set(window, 'stolen', []);
      const { push } = Array.prototype;
      Reflect.set(Array.prototype, 'push', function steal(this: unknown[], ...items: unknown[]) {
        // What the page's own scripts do meanwhile is no theft.
        const by = new Error('push').stack ?? '';
        if (!by.includes('/assets/'))
          Reflect.get(window, 'stolen')[Reflect.get(window, 'stolen').length] = by;
        return push.apply(this, items);
      });
    });
    const stolen = await page.evaluate(async (name) => {
      await Reflect.get(window, name).app.facts(null);
      return Reflect.get(window, 'stolen').length;
    }, BRIDGE_NAME);
    expect(stolen).toBe(0);
    await page.reload();
    await page.locator('[data-screen="connect"]').waitFor();
  });

  it('runs in processes that the system itself holds back', async () => {
    const processes = processesBelow(running.app.process().pid ?? 0);
    expect(processes.filter(({ commandLine }) => commandLine.includes('--no-sandbox'))).toEqual([]);
    const renderers = processes.filter(({ kind }) => kind === 'renderer');
    expect(renderers.length).toBeGreaterThan(0);
    for (const { pid } of renderers) {
      const status = readFileSync(`/proc/${pid}/status`, 'latin1');
      // A filter on system calls, and no way to more rights (proc(5)).
      expect(status).toMatch(/^Seccomp:\s2$/mu);
      expect(status).toMatch(/^NoNewPrivs:\s1$/mu);
    }
  });

  it('has a bridge of exactly the functions of the table, and cannot change it', async () => {
    const bridge = await page.evaluate((name) => {
      const found = Reflect.get(window, name);
      const tries = [
        Reflect.set(window, name, {}),
        Reflect.deleteProperty(window, name),
        Reflect.set(found, 'more', 1),
        Reflect.deleteProperty(found, 'cases'),
        Reflect.set(found.app, 'facts', () => null),
        Reflect.set(found.app, 'more', 1),
        Reflect.deleteProperty(found.cases, 'leave'),
      ];
      const groups = Reflect.ownKeys(found).map(String);
      const all = groups.flatMap((group) =>
        Reflect.ownKeys(found[group]).map((key) => [`${group}.${String(key)}`, typeof found[group][key]]),
      );
      return {
        names: all.map(([key]) => String(key)).toSorted(),
        kinds: [...new Set(all.map(([, kind]) => kind))],
        isFrozen: [found, ...groups.map((group) => found[group])].every((each) => Object.isFrozen(each)),
        tries,
        isSame: Reflect.get(window, name) === found,
      };
    }, BRIDGE_NAME);
    expect(bridge).toEqual({
      names: BRIDGE_FUNCTIONS,
      kinds: ['function'],
      isFrozen: true,
      tries: [false, false, false, false, false, false, false],
      isSame: true,
    });
  });

  it('runs no inline script, no eval and no text as markup, and reports each', async () => {
    const { ran, reports } = await page.evaluate(async () => {
      const ran: string[] = [];
      Reflect.set(window, 'ran', (what: string) => ran.push(what));
      const attempts: Record<string, () => void> = {
        'inline script': () => {
          const script = document.createElement('script');
          script.append('ran("inline script")');
          document.body.append(script);
        },
        'script text': () => (document.createElement('script').text = 'ran("script text")'),
        'script from elsewhere': () =>
          document.createElement('script').setAttribute('src', 'https://evil.test/x.js'),
        attribute: () => {
          document.body.setAttribute('onclick', 'ran("attribute")');
          document.body.click();
        },
        eval: () => window.eval('ran("eval")'),
        Function: () => Reflect.construct(Function, ['ran("Function")'])(),
        timer: () => void Reflect.apply(setTimeout, window, ['ran("timer")', 0]),
        markup: () => (document.createElement('div').innerHTML = `<img src="x" onerror="ran('markup')">`),
        style: () => {
          const style = document.createElement('style');
          style.textContent = 'body { display: none }';
          document.head.append(style);
        },
        worker: () => new Worker('/assets/x.js'),
        'base address': () => {
          const base = document.createElement('base');
          base.href = 'https://evil.test/';
          document.head.append(base);
        },
      };
      const reports: Record<string, string[]> = {};
      // In tasks of their own: what a test calls directly is not held to the page's policy.
      for (const [name, attempt] of Object.entries(attempts)) {
        const directives: string[] = [];
        const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): void =>
          void directives.push(effectiveDirective);
        document.addEventListener('securitypolicyviolation', note);
        await new Promise<void>((resolve) => {
          setTimeout(() => {
            try {
              attempt();
            } catch {
              // Refused at once; the report says so.
            }
            setTimeout(resolve, 20);
          });
        });
        document.removeEventListener('securitypolicyviolation', note);
        reports[name] = directives;
      }
      return { ran, reports };
    });
    expect(ran).toEqual([]);
    for (const [attempt, directives] of Object.entries(reports)) expect(directives, attempt).not.toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  });

  it('loads nothing from elsewhere, by any element, and the session lets nothing out either', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const base = `http://127.0.0.1:${portOf(server)}`;
    try {
      const directives = await page.evaluate(async (origin) => {
        const found = new Set<string>();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          found.add(effectiveDirective),
        );
        const make = (tag: string, attributes: Record<string, string>): void => {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
        };
        make('img', { src: `${origin}/img` });
        make('link', { rel: 'stylesheet', href: `${origin}/css` });
        make('iframe', { src: `${origin}/frame` });
        make('iframe', { src: 'app://doctor/index.html' });
        make('video', { src: `${origin}/video` });
        void fetch(`${origin}/fetch`).catch(() => undefined);
        navigator.sendBeacon(`${origin}/beacon`);
        try {
          const socket = new WebSocket(origin.replace('http', 'ws'));
          socket.addEventListener('error', () => undefined);
        } catch {
          // Refused at once.
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [...found].toSorted();
      }, base);
      expect(directives).toEqual(
        expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'media-src', 'style-src-elem']),
      );
      const direct = await running.app.evaluate(
        async ({ BrowserWindow, net, session: sessions }, address) => {
          // Not held to the page's policy: what the session itself lets through.
          const window = new BrowserWindow({ show: false });
          const answers = [
            await net.fetch(address).then(() => 'went out', String),
            await window.loadURL(address).then(() => 'loaded', String),
          ];
          window.destroy();
          const shown: unknown[] = [];
          for (const session of [sessions.defaultSession, sessions.fromPartition('any')]) {
            const reader = new BrowserWindow({ show: false, webPreferences: { session } });
            await reader.loadURL('file:///etc/passwd').catch(() => undefined);
            shown.push(await reader.webContents.executeJavaScript('document.body.innerText'));
            reader.destroy();
          }
          return { answers, shown };
        },
        `${base}/direct`,
      );
      for (const answer of direct.answers) expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
      expect(direct.shown).toEqual(['', '']);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('sends no packet past the network’s proxy, also not for a call between browsers', async () => {
    const listener = createSocket('udp4');
    const packets: number[] = [];
    listener.on('message', (message) => packets.push(message.length));
    listener.bind(0, '127.0.0.1');
    await once(listener, 'listening');
    await page.evaluate(async (port) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      call.createDataChannel('out');
      await call.setLocalDescription(await call.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1000));
      call.close();
    }, listener.address().port);
    listener.close();
    expect(packets).toEqual([]);
  });

  it('reaches no server of a call between browsers over TCP', async () => {
    const arrived: string[] = [];
    const turn = createTcpServer((socket) => {
      socket.on('data', (bytes) => arrived.push(bytes.toString('latin1')));
      socket.on('error', () => undefined);
      arrived.push('connected');
    });
    turn.listen(0, '127.0.0.1');
    await once(turn, 'listening');
    try {
      // Gathering ends by itself once nothing more can be tried.
      const ended = await page.evaluate(async (port) => {
        const call = new RTCPeerConnection({
          iceServers: [
            { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: 'what-the-page-sees', credential: 'x' },
          ],
        });
        call.createDataChannel('out');
        const gathered = new Promise<string>((resolve) => {
          call.addEventListener('icegatheringstatechange', () => {
            if (call.iceGatheringState === 'complete') resolve('complete');
          });
          setTimeout(resolve, 8000, 'late');
        });
        await call.setLocalDescription(await call.createOffer());
        const how = await gathered;
        call.close();
        return how;
      }, portOf(turn));
      expect(['complete', 'late']).toContain(ended);
      expect(arrived).toEqual([]);
    } finally {
      turn.close();
    }
  });

  it('has a proxy that is not there for everything, this computer included', async () => {
    const routes = await running.app.evaluate(async ({ session }) =>
      Promise.all(
        ['http://127.0.0.1/', 'http://localhost/', 'https://example.com/', 'ws://[::1]/'].map((address) =>
          session.defaultSession.resolveProxy(address),
        ),
      ),
    );
    for (const route of routes) expect(route).toBe('PROXY 127.0.0.1:9');
  });

  it('asks for no name before it is wanted', async () => {
    const lookups = await running.app.evaluate(
      async ({ app, BrowserWindow, netLog }, log) => {
        await netLog.startLogging(log, { captureMode: 'everything' });
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        await contents?.executeJavaScript(`new Promise((resolve) => {
        for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender']) {
          const link = document.createElement('link');
          link.rel = rel;
          link.href = '//told-by-its-name.evil-fake.test/';
          document.head.append(link);
        }
        setTimeout(resolve, 1500);
      })`);
        await netLog.stopLogging();
        return app.commandLine.getSwitchValue('blink-settings');
      },
      join(folder, 'net-log.json'),
    );
    expect(lookups).toBe('dnsPrefetchingEnabled=false');
    const log = readFileSync(join(folder, 'net-log.json'), 'utf8');
    // Whole, and without a word of the name: neither a resolver nor a socket was given it.
    expect(log.includes('"events"')).toBe(true);
    expect(log.includes('evil-fake.test')).toBe(false);
  });

  it('stays where it is, and opens no window, no webview and no other program', async () => {
    const before = page.url();
    await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
    const pages = await countPages();
    const opened = await page.evaluate(async () => {
      const addresses = [
        'https://evil.test/',
        'http://127.0.0.1:9/',
        'file:///etc/passwd',
        'data:text/html,evil',
        'blob:app://doctor/1',
        'app://doctor/index.html?again',
        'app://other/index.html',
        'mailto:support@radbee.com?subject=x',
        'https://admin.atlassian.com/',
        'chrome://gpu',
        'devtools://devtools/bundled/inspector.html',
      ];
      const windows = addresses.map((address) => window.open(address) === null);
      for (const address of addresses) {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
        link.target = '_blank';
        link.click();
        link.remove();
        location.assign(address);
      }
      const form = document.createElement('form');
      form.action = 'https://evil.test/form';
      document.body.append(form);
      form.submit();
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'https://evil.test/');
      webview.setAttribute('nodeintegration', '');
      webview.setAttribute('preload', 'file:///tmp/evil.js');
      webview.setAttribute('allowpopups', '');
      document.body.append(webview);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { windows, webview: Object.getPrototypeOf(webview) === HTMLElement.prototype };
    });
    expect(opened.windows.every(Boolean)).toBe(true);
    expect(opened.webview).toBe(true);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
    expect(await countPages()).toBe(pages);
    expect(existsSync(join(folder, 'opened'))).toBe(false);
  });

  it('comes back when it was emptied', async () => {
    await page.evaluate(() => void setTimeout(() => location.assign('about:blank')));
    await page.waitForURL('app://**');
    await page.locator('[data-screen="connect"]').waitFor();
  });

  it.each([
    ['app://doctor/../main/main.cjs'],
    ['app://doctor/%2e%2e/main/main.cjs'],
    ['app://doctor/%2e%2e%2fmain%2fmain.cjs'],
    ['app://doctor/..%5cmain%5cmain.cjs'],
    ['app://doctor/assets/..%2f..%2f..%2fpackage.json'],
    ['app://doctor//etc/passwd'],
    ['app://doctor/%2fetc%2fpasswd'],
    ['app://doctor/index.html%00'],
    ['app://doctor/%00'],
    ['app://doctor/INDEX.HTML%2e'],
    ['app://doctor'],
    ['app://doctor.evil.test/index.html'],
    ['app://evil@doctor/index.html'],
  ])('gives nothing for %s', async (address) => {
    expect(['refused', '404 Not found']).toContain(await answerTo(address));
  });

  it('gives nothing for a page that lies elsewhere, by whatever way', async () => {
    writeFileSync(join(folder, 'outside.html'), 'outside');
    for (const up of ['..%2f', '%2e%2e%2f', '%2E.%2f']) {
      const address = `app://doctor/${up.repeat(20)}${folder.slice(1)}/outside.html`;
      expect(await answerTo(address), address).toBe('404 Not found');
    }
    expect(await answerTo('app://doctor/index.html')).toMatch(/^200 /u);
  });

  it('is sent with every header that closes something', async () => {
    const headers = await running.app.evaluate(async ({ net }) =>
      Object.fromEntries((await net.fetch('app://doctor/index.html')).headers),
    );
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['permissions-policy']).toContain('camera=()');
  });
});
