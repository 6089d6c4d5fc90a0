import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { resultSchema } from '../../../src-main/contract/failure-schema.ts';
import { EXTERNAL_PAGES } from '../../../src-main/shell/security/external-pages.ts';
import { askBridge, CALL_CHANNELS } from '../../support/browser/ask-bridge.ts';
import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';

const ENVELOPE = resultSchema(z.unknown());

/** Nothing listens there: whatever a call would reach, it reaches nobody. */
const NOWHERE =
  '*.getxray.app:443=127.0.0.1:1,*.atlassian.net:443=127.0.0.1:1,*.atlassian.com:443=127.0.0.1:1';

/** Names and words of the table, so that random requests come close to real ones. A secret is not among them: with one the page would move. */
const NAMES = [
  'id',
  'edit',
  'to',
  'command',
  'part',
  'text',
  'residency',
  'facts',
  'note',
  'intake',
  'leaveOut',
  'previewId',
  'where',
  'bundleId',
  'what',
  'bytes',
  'jiraSite',
  'confluenceSite',
  'clientId',
  'page',
  'index',
  'language',
  'name',
  'minutes',
  'commands',
  '__proto__',
  'constructor',
];
const WORDS = [
  '',
  'choose',
  'usual',
  'visible',
  'whole',
  'close',
  'back',
  'reload',
  'allow-host',
  'pinned',
  'unknown',
  'address',
  'body',
  'paste',
  'snapshots',
  'region-error',
  'de',
  'system',
  'new-check',
  'drop',
  'admin',
  'screen:0:0',
  '../../etc/passwd',
  'https://evil.test/',
  '\0',
  'a'.repeat(5000),
];

const word = fc.oneof(fc.constantFrom(...WORDS), fc.jsonValue({ maxDepth: 2 }));
const near = fc.dictionary(fc.constantFrom(...NAMES), word, { maxKeys: 4 });
const request = fc.tuple(
  fc.constantFrom(...CALL_CHANNELS),
  fc.oneof(fc.constant(null), near, fc.jsonValue({ maxDepth: 3 })),
);

describe('the channels of the real app', () => {
  let running: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ env: { XRAY_DOCTOR_CONNECT_TO: NOWHERE } });
    ({ page } = running);
    await page.locator('[data-screen="connect"]').waitFor();
    // Nothing of the desktop is touched; what would have been is written down.
    await running.app.evaluate(({ clipboard, dialog, Menu, shell }) => {
      const record: [string, unknown][] = [];
      Reflect.set(globalThis, 'desktopRecord', record);
      const note =
        <T>(what: string, answer: T) =>
        (...given: unknown[]): T => {
          record.push([what, given[0]]);
          return answer;
        };
      Object.assign(shell, {
        openExternal: note('openExternal', Promise.resolve()),
        openPath: note('openPath', Promise.resolve('')),
        showItemInFolder: note('showItemInFolder', undefined),
      });
      Menu.prototype.popup = note('popup', undefined);
      Object.assign(dialog, {
        showOpenDialog: note('showOpenDialog', Promise.resolve({ canceled: true, filePaths: [] })),
        showMessageBox: note('showMessageBox', Promise.resolve({ response: 0 })),
        showErrorBox: note('showErrorBox', undefined),
      });
      Object.assign(clipboard, {
        writeText: note('writeText', undefined),
        write: note('write', Promise.resolve()),
      });
    });
  });
  afterAll(() => running.close());

  const recorded = (): Promise<[string, unknown][]> =>
    running.app.evaluate(() => Reflect.get(globalThis, 'desktopRecord'));

  it('answer any JSON with an envelope, and go on', { timeout: 120_000 }, async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 40, maxLength: 40 }), async (requests) => {
        const answers = await askBridge(page, requests);
        for (const [index, answer] of answers.entries()) {
          const result = ENVELOPE.safeParse(answer);
          expect(result.success, JSON.stringify([requests[index], answer])).toBe(true);
          count += 1;
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(count).toBe(1600);
    await askBridge(page, [['app:openPage', { page: 'admin' }]]);
    const opened = (await recorded())
      .filter(([what]) => what === 'openExternal')
      .map(([, address]) => address);
    expect(opened).toContain('https://admin.atlassian.com/');
    const list: readonly unknown[] = Object.values(EXTERNAL_PAGES);
    const ofSite = /^https:\/\/[a-z0-9-]+\.atlassian\.net\/(?:wiki)?$/u;
    expect(opened.filter((address) => !list.includes(address) && !ofSite.test(String(address)))).toEqual([]);
    expect((await recorded()).filter(([what]) => what === 'openPath' || what === 'showErrorBox')).toEqual([]);
    const log = readFileSync(
      join(await running.app.evaluate(({ app }) => app.getPath('logs')), 'doctor.log'),
      'utf8',
    );
    expect(log).not.toContain('uncaught');
    expect(log).toContain('the input does not fit');
  });

  it('answer or refuse whatever else can cross', async () => {
    const wrong = await page.evaluate(
      async ([bridgeName, channels]) => {
        const bridge = Reflect.get(window, bridgeName);
        const round: Record<string, unknown> = {};
        round['self'] = round;
        let deep: unknown = 1;
        for (let level = 0; level < 900; level += 1) deep = [deep];
        const values: unknown[] = [
          undefined,
          Number.NaN,
          Infinity,
          -0,
          10n,
          new Date(),
          /x/u,
          new Map([[1, 2]]),
          new Set([1]),
          new Error('x'),
          new Uint8Array(8),
          new ArrayBuffer(8),
          new Float64Array(2),
          new Blob(['x']),
          round,
          deep,
          'x'.repeat(3_000_000),
          Array.from({ length: 100_000 }, () => null),
          Object.create({ id: 'x' }),
          () => 1,
          Symbol('x'),
          window,
          document.body,
          new Proxy({}, {}),
          { toJSON: () => 1 },
        ];
        const found: string[] = [];
        for (const channel of channels) {
          const [group = '', name = ''] = channel.split(':');
          for (const [index, value] of values.entries()) {
            try {
              const answer = await bridge[group][name](value);
              // It is refused as it comes in: nothing behind the door ever sees it.
              if (answer?.ok !== false || answer.failure?.code !== 'bad-input')
                found.push(`${channel} ${index}: ${JSON.stringify(answer)}`);
            } catch (error) {
              // What cannot be copied never leaves the page.
              if (!/clone|convert|stack/iu.test(String(error)))
                found.push(`${channel} ${index}: ${String(error)}`);
            }
          }
        }
        return found;
      },
      [BRIDGE_NAME, CALL_CHANNELS] as const,
    );
    expect(wrong).toEqual([]);
    expect(await askBridge(page, [['app:facts', null]])).toMatchObject([{ ok: true }]);
  });

  it('answer nobody but our own page in our own window', async () => {
    const answers = await running.app.evaluate(async ({ app, BrowserWindow }, bridgeName) => {
      const [own] = BrowserWindow.getAllWindows().filter((each) =>
        each.webContents.getURL().startsWith('app:'),
      );
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/dist/preload/preload.cjs`, sandbox: true },
      });
      const call = `window.${bridgeName}.app.facts(null)`;
      const found: unknown[] = [];
      for (const address of ['data:text/html,foreign', 'app://doctor/index.html']) {
        await foreign.loadURL(address);
        found.push(await foreign.webContents.executeJavaScript(call));
      }
      foreign.destroy();
      // The window comes back by itself when it was led away; here it must stay to be asked.
      own?.webContents.removeAllListeners('did-navigate');
      await own?.loadURL('data:text/html,foreign');
      found.push(await own?.webContents.executeJavaScript(call));
      await own?.loadURL('app://doctor/index.html');
      found.push(await own?.webContents.executeJavaScript(call));
      return found;
    }, BRIDGE_NAME);
    const refused = { ok: false, failure: { code: 'our-fault' } };
    expect(answers).toMatchObject([refused, refused, refused, { ok: true }]);
  });
});
