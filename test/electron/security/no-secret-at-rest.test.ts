import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { IS_ROOT } from '../../support/electron-runtime/places.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { findInBytes, findInFolder } from '../../support/faults/marker-search.ts';
import type { Finding } from '../../support/faults/marker-search.ts';
import { processesBelow, searchMemory } from '../../support/process/process-memory.ts';
import { finish, keepOpened, save, toSend, verdictOf } from '../../support/browser/walk.ts';

/** Has nothing in common with any word of ours; the forms of a key of Xray's. */
const SECRET = 'c41f7e0b95d2a8836f1e4c7d09ab52e8f3960d7b1c8e42a5907fd63b8e15ca24';

describe('no secret at rest or in passing', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let base = '';
  const told: string[] = [];
  const secrets = (): string[] => [SECRET, ...fake.issuedTokens];
  const folder = (name: string): string => join(base, name);

  beforeAll(async () => {
    fake = await startFakeXray();
    base = mkdtempSync(join(tmpdir(), 'at-rest-'));
    chmodSync(base, 0o777);
    // Everything that the app could write to lies below one folder: home, temporary files, user data, downloads.
    running = await launchApp({
      env: {
        XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
        NODE_EXTRA_CA_CERTS: fake.caFile,
        HOME: mkdtempSync(folder('home-')),
        TMPDIR: mkdtempSync(folder('tmp-')),
      },
      userData: mkdtempSync(folder('user-data-')),
    });
    const downloads = mkdtempSync(folder('downloads-'));
    chmodSync(downloads, 0o777);
    await running.app.evaluate(({ app }, path) => app.setPath('downloads', path), downloads);
    await keepTitles(running);
    await keepPrograms(running);
    await keepCopied(running);
    await keepOpened(running);
  });
  afterAll(async () => {
    await running.close();
    await fake.close();
    rmSync(base, { recursive: true, force: true });
    console.log(['Searched for the Client Secret and every token, in every encoding:', ...told].join('\n  '));
  });

  /** Searches every process of the app but those that `leaveOut` names. */
  const searchProcesses = (when: string, kinds: (kind: string) => boolean): Finding[] => {
    const processes = processesBelow(running.app.process().pid ?? 0).filter(({ kind }) => kinds(kind));
    const searches = processes.map(({ pid, kind }) => ({
      kind,
      ...searchMemory(pid, `${when}: ${kind} ${pid}`, secrets()),
    }));
    const megabytes = searches.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024;
    told.push(
      `${when}: ${megabytes.toFixed(0)} MB of memory of ${searches.length} processes (${searches.map(({ kind }) => kind).join(', ')})`,
    );
    return searches.flatMap(({ findings }) => findings);
  };

  it('is in the memory of the page while it is typed, and of no process but the main one after the submit', async () => {
    const { page } = running;
    if (!IS_ROOT) told.push('memory: not searched, since only root may read another process');
    await page.locator('input[name="clientId"]').fill('region-text');
    await page.locator('input[name="clientSecret"]').pressSequentially(SECRET);
    await page.locator('input[name="jiraSite"]').fill('acme');
    const isPage = (kind: string): boolean => kind === 'renderer';
    // The search finds it where it has to be; else it would prove nothing afterwards.
    if (IS_ROOT) expect(searchProcesses('while it is typed', isPage)).not.toEqual([]);
    await page.locator('[data-screen="connect"] [data-primary]').click();
    expect(await verdictOf(page)).toBe('residency');
    if (IS_ROOT) {
      await expect
        .poll(() => processesBelow(running.app.process().pid ?? 0).filter(({ kind }) => isPage(kind)).length)
        .toBe(1);
      expect(searchProcesses('after the submit', (kind) => kind !== 'browser')).toEqual([]);
    }
  });

  it('goes through to the saved file, and to the clipboard', async () => {
    await toSend(running.page);
    await save(running.page);
    // To a mail by hand: the file is on the clipboard then.
    await running.page.locator('[data-way="file"]').click();
    await running.page.locator('[data-sent]').waitFor();
    expect(fake.issuedTokens.length).toBeGreaterThan(3);
  });

  it('is in no command line and no environment', async () => {
    const processes = processesBelow(running.app.process().pid ?? 0);
    const found = processes.flatMap(({ pid, kind }) =>
      ['cmdline', 'environ'].flatMap((name) => {
        const bytes = readOfProcess(pid, name);
        return bytes === null ? [] : findInBytes(`${kind} ${pid} ${name}`, bytes, secrets());
      }),
    );
    // /proc keeps what a process was started with; what it puts there itself goes to those that it starts.
    const own = await running.app.evaluate(() => JSON.stringify([process.env, process.argv]));
    const started = await running.app.evaluate(() => Reflect.get(globalThis, 'programs'));
    told.push(
      `command line and environment of ${processes.length} processes and of ${started.length} programs that were started`,
    );
    expect([
      ...found,
      ...findInBytes('main process', Buffer.from(own), secrets()),
      ...findInBytes('programs', Buffer.from(JSON.stringify(started)), secrets()),
    ]).toEqual([]);
  });

  it('is in no window title and not on the clipboard', async () => {
    const titles = await running.app.evaluate(() => Reflect.get(globalThis, 'titles'));
    const clipboard = await running.app.evaluate(async ({ clipboard: board }) => {
      const old: unknown = Reflect.get(board, 'availableFormats');
      const readOld: unknown = Reflect.get(board, 'readBuffer');
      if (typeof old === 'function' && typeof readOld === 'function') {
        const formats: string[] = Reflect.apply(old, board, []);
        return formats.map((format) => `${format}: ${String(Reflect.apply(readOld, board, [format]))}`);
      }
      // Electron 44 and newer.
      const texts: string[] = [];
      for (const item of await board.read()) {
        for (const type of item.types) {
          const content = await item.getType(type);
          texts.push(`${type}: ${content instanceof Blob ? await content.text() : JSON.stringify(content)}`);
        }
      }
      return texts;
    });
    const copied = await running.app.evaluate(() => Reflect.get(globalThis, 'copied'));
    told.push(`${titles.length} window titles, ${clipboard.length} formats of the clipboard`);
    expect(titles.length).toBeGreaterThan(3);
    expect([
      ...findInBytes('titles', Buffer.from(JSON.stringify(titles)), secrets()),
      ...findInBytes('clipboard', Buffer.from(JSON.stringify(clipboard)), secrets()),
      ...findInBytes('copied', Buffer.from(JSON.stringify(copied)), secrets()),
    ]).toEqual([]);
  });

  it('is in no file: user data, caches, logs, crash files, temporary folder, home, downloads, output', async () => {
    const places = await running.app.evaluate(({ app }) =>
      Object.fromEntries(
        (['userData', 'logs', 'crashDumps', 'temp', 'home', 'sessionData'] as const).map((name) => [
          name,
          app.getPath(name),
        ]),
      ),
    );
    // Nothing lies beside the folder that is searched.
    for (const [name, path] of Object.entries(places)) expect(path, name).toContain(base);
    const findings = await findInFolder(base, secrets());
    const files = readdirSync(base, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter(
      (entry) => entry.isFile(),
    );
    const bytes = files.reduce(
      (sum, { parentPath, name }) =>
        sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
    told.push(
      `${files.length} files, ${(bytes / 1024).toFixed(0)} kB: ${Object.keys(places).join(', ')}, downloads`,
    );
    expect(files.length).toBeGreaterThan(5);
    expect(findings).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.output()), secrets())).toEqual([]);
  });

  it('is let go of by the main process when the way ends', async () => {
    const held = await heapSnapshot(running, folder('held.heapsnapshot'));
    expect(findInBytes('held', held, secrets())).not.toEqual([]);
    await finish(running.page);
    const left = await heapSnapshot(running, folder('left.heapsnapshot'));
    told.push(
      `every object of the main process after the way has ended: a heap snapshot of ${(left.length / 1024 / 1024).toFixed(0)} MB`,
    );
    if (IS_ROOT) {
      // Told, and not promised: what was let go of is overwritten when its place is used again.
      const remains = searchProcesses(
        'for the record, the main process after that',
        (kind) => kind === 'browser',
      );
      told.push(`  its free memory still holds remains in ${remains.length} places`);
    }
    expect(findInBytes('left', left, secrets())).toEqual([]);
  });
});

/** A file of /proc; null when the process has just ended. */
function readOfProcess(pid: number, name: string): Buffer | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`);
  } catch {
    return null;
  }
}

/** Keeps every title that a window ever has, whether its page or the app gives it. */
async function keepTitles({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const titles: string[] = [];
    Reflect.set(globalThis, 'titles', titles);
    const keep = (window: Electron.BrowserWindow): void => {
      titles.push(window.getTitle());
      window.on('page-title-updated', (_event, title) => titles.push(title));
      const setTitle = window.setTitle.bind(window);
      window.setTitle = (title) => {
        titles.push(title);
        setTitle(title);
      };
    };
    for (const window of BrowserWindow.getAllWindows()) keep(window);
    electron.on('browser-window-created', (_event, window) => keep(window));
  });
}

/** Keeps command line and environment of every program that the main process starts, however soon it ends. */
async function keepPrograms({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(() => {
    const programs: unknown[] = [];
    Reflect.set(globalThis, 'programs', programs);
    const prototype: object = process.mainModule?.require('node:child_process').ChildProcess.prototype;
    const spawn: unknown = Reflect.get(prototype, 'spawn');
    if (typeof spawn !== 'function') throw new Error('no way to see what is started');
    Reflect.set(prototype, 'spawn', function spawnAndTell(this: unknown, how: object) {
      programs.push([Reflect.get(how, 'args'), Reflect.get(how, 'envPairs')]);
      return Reflect.apply(spawn, this, [how]);
    });
  });
}

/** Keeps whatever the app puts on the clipboard, also what is replaced at once. */
async function keepCopied({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ clipboard }) => {
    const copied: unknown[] = [];
    Reflect.set(globalThis, 'copied', copied);
    for (const name of ['writeText', 'write', 'writeHTML', 'writeRTF', 'writeBookmark', 'writeBuffer']) {
      const write: unknown = Reflect.get(clipboard, name);
      if (typeof write !== 'function') continue;
      Reflect.set(clipboard, name, (...given: unknown[]): unknown => {
        copied.push(given.map((each) => (Buffer.isBuffer(each) ? each.toString('latin1') : each)));
        return Reflect.apply(write, clipboard, given);
      });
    }
  });
}

/** Every object that can be reached in the main process, with all strings; V8 collects what cannot first. */
async function heapSnapshot({ app }: LaunchedApp, file: string): Promise<Buffer> {
  await app.evaluate(async (_electron, path) => {
    const v8: unknown = process.mainModule?.require('node:v8');
    const write: unknown =
      typeof v8 === 'object' && v8 !== null ? Reflect.get(v8, 'writeHeapSnapshot') : null;
    if (typeof write !== 'function') throw new Error('no way to a heap snapshot');
    // What the last turn of the event loop still holds goes first.
    await new Promise((resolve) => setTimeout(resolve, 500));
    Reflect.apply(write, v8, [path]);
  }, file);
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}
