import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { currentRuntime, launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { REPOSITORY } from '../../support/electron-runtime/places.ts';
import { releaseLike } from '../../support/electron-runtime/launching/release-like.ts';
import { startFakeProxy } from '../../support/servers/fake-proxy.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import { portOf } from '../../support/servers/port-of.ts';
import { processesBelow } from '../../support/process/process-memory.ts';
import { submitForm, verdictOf } from '../../support/browser/walk.ts';

/** An app that was started as usual: it meets a second start, and is compared with a release. */
let usual: LaunchedApp;

beforeAll(async () => {
  // A check reaches nobody.
  usual = await launchApp({
    env: { XRAY_DOCTOR_CONNECT_TO: '*.getxray.app:443=127.0.0.1:1,*.atlassian.net:443=127.0.0.1:1' },
  });
  await usual.page.locator('[data-screen="connect"]').waitFor();
});
afterAll(() => usual.close());

describe('a second start', () => {
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'handed-over-'));
    chmodSync(folder, 0o755);
    copyFileSync(join(REPOSITORY, 'test/golden/xray-evidence-v1.zip'), join(folder, 'evidence.zip'));
    chmodSync(join(folder, 'evidence.zip'), 0o644);
    await usual.app.evaluate(({ BrowserWindow }) => {
      Reflect.set(globalThis, 'focused', 0);
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) return;
      const focus = window.focus.bind(window);
      window.focus = () => {
        Reflect.set(globalThis, 'focused', Reflect.get(globalThis, 'focused') + 1);
        focus();
      };
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts the app once more with the same user data; gives its exit code. */
  const startAgain = async (args: readonly string[]): Promise<number | null> => {
    const runtime = await currentRuntime();
    const child = spawn(
      runtime.executablePath,
      [...runtime.args, `--user-data-dir=${usual.userData}`, ...args],
      { cwd: folder, env: { ...process.env, ...runtime.env }, stdio: 'ignore' },
    );
    const ended = once(child, 'exit').then(([code]): unknown => code);
    const code = await Promise.race([ended, wait(15_000, 'still there', { ref: false })]);
    if (code === 'still there') {
      for (const { pid } of processesBelow(child.pid ?? 0))
        if (pid !== child.pid) process.kill(pid, 'SIGKILL');
    }
    return typeof code === 'number' ? code : null;
  };
  const focusedTimes = (): Promise<number> => usual.app.evaluate(() => Reflect.get(globalThis, 'focused'));
  const windows = (): Promise<number> =>
    usual.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  it('ends by itself and brings the first window to the front', async () => {
    expect(await startAgain([])).toBe(0);
    await expect.poll(focusedTimes).toBe(1);
    expect(await windows()).toBe(1);
    expect(await usual.page.locator('[data-screen="connect"]').count()).toBe(1);
  });

  it.each([
    ['a whole path', () => ['--open', join(folder, 'evidence.zip')]],
    ['a path from where it was typed', () => ['--open=evidence.zip']],
  ])('hands its file over: %s', async (_name, args) => {
    expect(await startAgain(args())).toBe(0);
    await usual.page.locator('[data-state="sound"]').waitFor();
    await usual.page.locator('[data-screen="evidence-file"] .back').click();
    await usual.page.locator('[data-screen="connect"]').waitFor();
  });

  it('leaves somebody who is at work in peace, and opens the file afterwards', async () => {
    const { page } = usual;
    await submitForm(page, { clientId: 'nobody', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('network');
    expect(await startAgain(['--open', join(folder, 'evidence.zip')])).toBe(0);
    await page.locator('.file-waits').waitFor();
    expect(await page.locator('[data-screen="result"]').count()).toBe(1);
    await page.locator('[data-screen="result"] .back').click();
    await page.locator('[data-state="sound"]').waitFor();
    expect(await page.locator('.file-waits').count()).toBe(0);
  });
});

describe('a start', () => {
  it('contacts nobody before a check is asked for', async () => {
    const heard: string[] = [];
    // Every connection of Chromium and of ours would go there; whatever it is for, it would be heard.
    const server = createServer((socket) => {
      socket.once('data', (bytes) => heard.push(bytes.toString('latin1').split('\r\n')[0] ?? ''));
      socket.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const running = await launchApp({
      env: {},
      args: [`--proxy-server=http://127.0.0.1:${portOf(server)}`, '--proxy-bypass-list=<-loopback>'],
    });
    try {
      await running.page.locator('input[name="clientId"]').fill('nobody');
      // What is loaded for the first call while nobody waits is loaded by then.
      const logs = await running.app.evaluate(({ app }) => app.getPath('logs'));
      await expect
        .poll(
          () =>
            readdirSync(logs)
              .map((name) => readFileSync(join(logs, name), 'utf8'))
              .join(''),
          {
            timeout: 30_000,
          },
        )
        .toContain('certificates: ');
      expect(heard).toEqual([]);
      // The ear is open: this one is meant to be heard.
      await running.app.evaluate(({ session }) =>
        session.fromPartition('network').resolveProxy('https://xray.cloud.getxray.app/'),
      );
      await running.app.evaluate(({ net, session }) => {
        const request = net.request({
          url: 'https://xray.cloud.getxray.app/',
          session: session.fromPartition('network'),
        });
        request.on('error', () => undefined);
        request.end();
      });
      await expect.poll(() => heard).toEqual(['CONNECT xray.cloud.getxray.app:443 HTTP/1.1']);
    } finally {
      await running.close();
      server.close();
    }
  });
});

describe('a release', () => {
  it('opens no developer tools and no connect override, and asks only the hosts of its plan', async () => {
    const fake = await startFakeXray();
    const proxy = await startFakeProxy({ refuseWith: 403 });
    const electron = await usual.app.evaluate(() => process.execPath);
    const openTools = ({ app }: LaunchedApp): Promise<void> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.openDevTools({ mode: 'detach' }),
      );
    const hasTools = ({ app }: LaunchedApp): Promise<boolean | undefined> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened());
    const release = releaseLike(electron);
    const running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      // What leaves for the real hosts, since the door is closed, is heard and refused there.
      args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
      executablePath: release.executablePath,
    });
    try {
      expect(await running.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
      await openTools(running);
      // Asked later, these are there: the release has had as long.
      await openTools(usual);
      await expect.poll(() => hasTools(usual)).toBe(true);
      expect(await hasTools(running)).toBe(false);
      await running.page.keyboard.press('Control+Shift+I');
      await running.page.keyboard.press('F12');
      expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);

      await submitForm(running.page, { clientId: 'region-text', secret: 'fake-secret-of-nobody' });
      expect(await verdictOf(running.page)).toBe('network');
      expect(fake.requests).toEqual([]);
      expect(proxy.asked).toContain('xray.cloud.getxray.app:443');
      const plan = await running.page.evaluate(
        async (name) =>
          Reflect.get(window, name).diagnosis.plan({ jiraSite: 'acme', confluenceSite: 'acme' }),
        BRIDGE_NAME,
      );
      const planned = JSON.stringify(plan);
      for (const authority of new Set(proxy.asked))
        expect(planned, authority).toContain(`https://${authority.replace(':443', '/')}`);
    } finally {
      await running.close();
      release.remove();
      await Promise.all([proxy.close(), fake.close()]);
    }
  });
});
