import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import { tEnglish } from '../../../src-main/i18n/translator.ts';
import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { inPage, pageProcess, recordDialogs, shows, textOf } from '../../support/browser/page/in-page.ts';
import { submitForm, verdictOf } from '../../support/browser/walk.ts';

const SECRET = 'fake-secret-of-nobody';

describe('when a process fails', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let said: () => Promise<string[]>;

  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  afterEach(() => running.close());

  const start = async (args: readonly string[] = []): Promise<void> => {
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      args,
    });
    await running.page.locator('[data-screen="connect"]').waitFor();
    // No dialog of the system waits for somebody who is not there.
    said = await recordDialogs(running);
  };
  /** The button that questions are answered with from now on. */
  const answerWith = (button: number): Promise<boolean> =>
    running.app.evaluate((_electron, answer) => Reflect.set(globalThis, 'answer', answer), button);
  const crash = (): Promise<void> =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  const log = async (): Promise<string> =>
    readFileSync(join(await running.app.evaluate(({ app }) => app.getPath('logs')), 'doctor.log'), 'utf8');

  it('the page hangs: a question, and whoever does not want to wait gets it anew; then it crashes, and comes back by itself', async () => {
    await start();
    await answerWith(1);
    await submitForm(running.page, { clientId: 'region-text', secret: SECRET });
    expect(await verdictOf(running.page)).toBe('residency');
    await running.page.locator('.kept-foot').waitFor();
    const before = await textOf(running, 'main');
    const hung = await pageProcess(running);
    // The last that is heard of the page is its new title.
    await running.app.evaluate(({ BrowserWindow }) => {
      const titled = new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('page-title-updated', resolve);
      });
      Reflect.set(globalThis, 'titled', titled);
    });
    await running.page.evaluate(
      () =>
        void setTimeout(() => {
          document.title = 'It hangs';
          for (;;);
        }),
    );
    await running.app.evaluate(async () => void (await Reflect.get(globalThis, 'titled')));
    // Chromium says so after half a minute of unanswered clicks; the test does not wait for that.
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
    await expect
      .poll(() => pageProcess(running), { message: 'the page that hung is replaced' })
      .not.toBe(hung);
    await shows(running, '[data-verdict="residency"]');
    expect(await said()).toHaveLength(1);
    for (const key of ['crash.silent.title', 'crash.wait', 'crash.reopen'] as const)
      expect((await said())[0]).toContain(tEnglish(key));

    // Who waits is left alone, and is asked once at a time.
    await answerWith(0);
    const waiting = await pageProcess(running);
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
    await expect.poll(said).toHaveLength(2);
    expect(await pageProcess(running), 'the page of who waits').toBe(waiting);

    // The page that was given up is no crash: this one is the first.
    await crash();
    await shows(running, '[data-verdict="residency"] [data-primary]:not([aria-disabled="true"])');
    expect(await pageProcess(running), 'the page that crashed is replaced').not.toBe(waiting);
    // What is kept is asked for anew.
    await expect.poll(() => textOf(running, 'main'), { timeout: 10_000 }).toBe(before);
    expect(await said(), 'no question about the first crash').toHaveLength(2);
    // Everything goes on from there, up to the form that still knows what was typed.
    await inPage(running, `document.querySelector('footer button').click()`);
    await shows(running, '[data-screen="connect"]');
    expect(await inPage(running, `document.querySelector('[name="clientId"]').value`)).toBe('region-text');
  });

  it('the page runs out of memory: it comes back with the result', async () => {
    await start(['--js-flags=--max-old-space-size=96']);
    await submitForm(running.page, { clientId: 'region-text', secret: SECRET });
    expect(await verdictOf(running.page)).toBe('residency');
    const full = await pageProcess(running);
    await running.page
      .evaluate(() => {
        const hoard: unknown[] = [];
        for (;;) hoard.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
      })
      .catch(() => undefined);
    await expect.poll(() => pageProcess(running), { timeout: 30_000 }).not.toBe(full);
    await shows(running, '[data-verdict="residency"]');
    expect(await log()).toMatch(/page gone: (?:oom|crashed)/u);
  });

  it('the process that draws is killed: the window goes on; then the page crashes during a check, which goes on as well; the second time a sentence says what to do', async () => {
    await start();
    const drawing = (): Promise<number> =>
      running.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);
    const killed = await drawing();
    await running.app.evaluate((_electron, pid) => void process.kill(pid, 'SIGKILL'), killed);
    await expect.poll(async () => [0, killed].includes(await drawing()), { timeout: 20_000 }).toBe(false);
    await submitForm(running.page, { clientId: 'slow-regions', secret: SECRET });
    await running.page.locator('[data-verdict="residency"] [data-comparing]').waitFor();
    const picture = await running.page.screenshot();
    expect(picture.length).toBeGreaterThan(5000);
    expect(await log()).toMatch(/GPU process gone: killed/u);

    await crash();
    await shows(running, '[data-verdict="residency"] [data-comparing]');
    expect(await said(), 'no question about that and the first crash').toEqual([]);
    await inPage(running, `window.${BRIDGE_NAME}.diagnosis.cancel(null)`);
    await shows(running, '[data-verdict="residency"]:not(:has([data-comparing]))');

    // Without a check there is nothing to come back to but the form.
    await inPage(running, `window.${BRIDGE_NAME}.cases.leave(null)`);
    await crash();
    await expect.poll(said, { message: 'a question about the second crash' }).toHaveLength(1);
    expect((await said())[0]).toContain(tEnglish('crash.gone.title'));
    expect((await said())[0]).toContain(tEnglish('crash.reopen'));
    await shows(running, '[data-screen="connect"]');
  });
});
