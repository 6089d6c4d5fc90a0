import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { CallChannel } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { inspectBundle } from '../../support/samples/arrivals/inspect-bundle.ts';
import { PRODUCT } from '../../../src-main/product.ts';
import { tEnglish } from '../../../src-main/i18n/translator.ts';
import { ask } from '../../support/browser/ask-bridge.ts';
import type { CallInput } from '../../support/browser/ask-bridge.ts';
import { currentRuntime, launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { shareApp } from '../../support/electron-runtime/launching/shared-app.ts';
import { IS_ROOT } from '../../support/electron-runtime/places.ts';
import { recordDialogs } from '../../support/browser/page/in-page.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { processesBelow } from '../../support/process/process-memory.ts';
import { keepOpened, save, send, submitForm, toSend, verdictOf } from '../../support/browser/walk.ts';

describe('when a disk fails', () => {
  let fake: FakeXray;
  let base = '';
  let running: LaunchedApp | null = null;
  /** What a test with an app of its own leaves behind. */
  let closeOwn: () => Promise<void> = async () => undefined;
  const mounts: string[] = [];
  /** What dialogs have said. */
  let said: () => Promise<string[]> = async () => [];

  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(async () => {
    await shared.close();
    await fake.close();
  });
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'disk-'));
    chmodSync(base, 0o777);
  });
  afterEach(async () => {
    const log = join(running?.userData ?? '', 'logs', 'doctor.log');
    if (existsSync(log) && statSync(log).isFile())
      expect(readFileSync(log, 'utf8')).not.toContain('uncaught');
    running = null;
    await closeOwn();
    closeOwn = async () => undefined;
    for (const mount of mounts.splice(0)) spawnSync('umount', [mount]);
    rmSync(base, { recursive: true, force: true });
  });

  /** A folder that everybody may write into. */
  const folder = (name: string): string => {
    const path = join(base, name);
    mkdirSync(path);
    chmodSync(path, 0o777);
    return path;
  };
  /** A disk of its own; only root can make one. */
  const disk = (name: string, options: string): string => {
    const path = folder(name);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status).toBe(0);
    mounts.push(path);
    return path;
  };
  const launch = (userData?: string): Promise<LaunchedApp> =>
    launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      ...(userData === undefined ? {} : { userData }),
    });
  const shared = shareApp(launch);
  const use = async (app: LaunchedApp, downloads: string): Promise<Page> => {
    running = app;
    said = await recordDialogs(app);
    await keepOpened(app);
    await app.app.evaluate(({ app: own }, path) => own.setPath('downloads', path), downloads);
    return app.page;
  };
  /** The form of an app that is started for this test. */
  const start = async (
    options: { readonly userData?: string; readonly downloads?: string } = {},
  ): Promise<Page> => {
    const { userData, downloads = folder('downloads') } = options;
    const own = await launch(userData);
    closeOwn = own.close;
    return use(own, downloads);
  };
  /** The empty form of an app that serves several tests. */
  const atForm = async (downloads: string): Promise<Page> => use(await shared.fromForm(), downloads);
  const walkToSend = async (page: Page): Promise<void> => {
    await submitForm(page, { clientId: 'healthy-zip', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('healthy');
    await toSend(page);
  };
  /** What the main process answers to a request of the page: the code of its failure, or 'done'. */
  const answerTo = async <C extends CallChannel>(
    page: Page,
    channel: C,
    input: CallInput<C>,
  ): Promise<string> => {
    const answer = await ask(page, channel, input);
    return answer.ok ? 'done' : answer.failure.code;
  };
  /** Waits until the app has ended by what is done to it. */
  const endedBy = async (deed: (electron: typeof Electron.CrossProcessExports) => void): Promise<void> => {
    const ended = once(running?.app.process() ?? process, 'exit', { signal: AbortSignal.timeout(30_000) });
    await running?.app.evaluate(deed);
    await ended;
  };
  const isWhole = async (path: string): Promise<boolean> =>
    (await inspectBundle(readFileSync(path))).state === 'sound';

  it.skipIf(!IS_ROOT)(
    'full: a sentence, nothing half-written, and the same button works once there is room',
    async () => {
      const downloads = disk('full', 'size=64k,mode=777');
      writeFileSync(join(downloads, 'somebody-elses'), Buffer.alloc(60 * 1024));
      const page = await atForm(downloads);
      await walkToSend(page);
      await page.locator('[data-primary]').click();
      await page.locator('.notice').waitFor();
      expect(await page.locator('.notice').innerText()).toBe(tEnglish('failure.save.disk-full'));
      expect(readdirSync(downloads)).toEqual(['somebody-elses']);
      rmSync(join(downloads, 'somebody-elses'));
      await send(page);
      const [zip = ''] = readdirSync(downloads).filter((name) => name.endsWith('.zip'));
      expect(await isWhole(join(downloads, zip))).toBe(true);
    },
  );

  it.skipIf(!IS_ROOT)('read-only: a sentence, and another folder works', async () => {
    const downloads = disk('read-only', 'size=64k,ro,mode=777');
    const other = folder('other');
    const page = await atForm(downloads);
    await walkToSend(page);
    await page.locator('[data-primary]').click();
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toBe(tEnglish('failure.save.other'));
    await running?.app.evaluate(({ dialog }, path) => {
      Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [path] }) });
    }, other);
    await page.locator('.saved-line button').click();
    await page.locator('.saved-line[data-saved="true"]').waitFor();
    expect(readdirSync(other).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
  });

  // It ends the shared app.
  it('the session ends in the middle of a check: the app has ended, and the call with it', async () => {
    const page = await atForm(folder('downloads'));
    await submitForm(page, { clientId: 'slow-bytes', secret: 'fake-secret-of-nobody' });
    await page.locator('.run-running').first().waitFor();
    await endedBy(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('session-end', {});
    });
  });

  it.skipIf(!IS_ROOT)('the app’s own folder has no room left: the whole way works all the same', async () => {
    const userData = disk('user-data', 'size=64k,mode=777');
    writeFileSync(join(userData, 'somebody-elses'), Buffer.alloc(60 * 1024));
    const page = await start({ userData });
    // What it would write there itself: a setting, a case, a line of the log about each.
    expect(await answerTo(page, 'app:chooseLanguage', { language: 'en' })).toBe('disk-full');
    await submitForm(page, { clientId: 'healthy-zip', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('healthy');
    // That the check is not kept is said, and there is nothing to be forgotten.
    expect(await page.locator('.kept-foot').innerText()).not.toBe('');
    expect(await page.locator('.kept-foot button').count()).toBe(0);
    await toSend(page);
    await save(page);
    expect(await said()).toEqual([]);
  });

  it('the app’s own folder cannot be written: a sentence in place of a silent end', async () => {
    // Where the system keeps the folders of all apps there is a file.
    writeFileSync(join(base, '.config'), '');
    const runtime = await currentRuntime();
    const { XDG_CONFIG_HOME: _left, ...surroundings } = process.env;
    const child = spawn(runtime.executablePath, runtime.args, {
      env: { ...surroundings, ...runtime.env, HOME: base },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    try {
      await expect
        .poll(() => said, { timeout: 20_000 })
        .toContain(tEnglish('shell.noFolder', { folder: join(base, '.config', PRODUCT.name) }));
      // The dialog is there until somebody has read it.
      expect(child.exitCode).toBeNull();
    } finally {
      const ended = child.exitCode === null ? once(child, 'exit') : null;
      for (const { pid } of processesBelow(child.pid ?? 0)) if (pid !== child.pid) endQuietly(pid);
      await ended;
    }
  });

  const GARBAGE = Buffer.from('\0not what you expect\xff'.repeat(50), 'latin1');
  const NEWER = Buffer.from('{"schemaVersion":99,"of":"a newer version"}');
  it.each([
    ['damaged', GARBAGE, 'settings.damaged.json'],
    ['of a newer version', NEWER, 'settings.json'],
  ])(
    'the app’s own folder is %s: it starts, works, and leaves what it does not know',
    async (_how, own, settings) => {
      const userData = folder('user-data');
      for (const name of [
        'Preferences',
        'Local State',
        'Cookies',
        'Network Persistent State',
        'Local Storage',
        'Session Storage',
        'Cache',
        'GPUCache',
      ])
        writeFileSync(join(userData, name), GARBAGE);
      for (const name of ['Code Cache', 'IndexedDB']) mkdirSync(join(userData, name));
      writeFileSync(join(userData, 'Code Cache', 'js'), GARBAGE);
      mkdirSync(join(userData, 'logs'));
      mkdirSync(join(userData, 'logs', 'doctor.log'));
      writeFileSync(join(userData, 'settings.json'), own);
      const kept = join('cases', 'a'.repeat(32), 'case.json');
      mkdirSync(join(userData, dirname(kept)), { recursive: true });
      writeFileSync(join(userData, kept), own);
      writeFileSync(join(userData, 'of-somebody-else.json'), NEWER);
      for (const name of readdirSync(userData, { recursive: true, encoding: 'utf8' }))
        chmodSync(join(userData, name), 0o777);
      const page = await start({ userData });
      await walkToSend(page);
      await save(page);
      await answerTo(page, 'app:chooseLanguage', { language: 'en' });
      expect(await said()).toEqual([]);
      // Also where nothing can be written down before, which is over before Electron expects it.
      await endedBy(({ app }) => app.quit());
      for (const [name, bytes] of [
        [settings, own],
        [kept, own],
        ['of-somebody-else.json', NEWER],
      ] as const)
        expect(readFileSync(join(userData, name)).equals(bytes), name).toBe(true);
    },
  );

  type Ending = (electron: typeof Electron.CrossProcessExports) => void;
  it.each<[string, Ending]>([
    ['the window is closed', ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()],
    // What Electron tells a window on Windows as the person signs out; the second comes whatever was said to the first.
    [
      'the session ends',
      ({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        let waits = false;
        window?.emit('query-session-end', { preventDefault: () => (waits = true) });
        if (!waits) throw new Error('the system was not asked to wait');
        window?.emit('session-end', {});
      },
    ],
  ])('%s while the file is written: it is written to its end', async (_how, ending) => {
    const downloads = folder('downloads');
    const page = await start({ downloads });
    await walkToSend(page);
    await running?.app.evaluate(async (_electron, place) => {
      // A disk that takes its time.
      const open: unknown = process.mainModule?.require('node:fs/promises').open;
      if (typeof open !== 'function') throw new Error('no file system');
      const file = await open(`${place}/probe`, 'w');
      const prototype: object = Object.getPrototypeOf(file);
      const sync: unknown = Reflect.get(prototype, 'sync');
      await file.close();
      Reflect.set(prototype, 'sync', async function slowly(this: unknown) {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return typeof sync === 'function' ? Reflect.apply(sync, this, []) : undefined;
      });
    }, folder('probe'));
    await page.locator('[data-primary]').click();
    await expect
      .poll(() => readdirSync(downloads).filter((name) => name.endsWith('.part')), { timeout: 10_000 })
      .not.toHaveLength(0);
    await endedBy(ending);
    const files = readdirSync(downloads).toSorted();
    expect(files.map((name) => name.split('.').at(-1))).toEqual(['eml', 'zip']);
    expect(await isWhole(join(downloads, files[1] ?? ''))).toBe(true);
  });
});

/** Ends a process; one that has ended already is no news. */
function endQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}
