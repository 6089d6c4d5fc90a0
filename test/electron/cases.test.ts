import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { NO_INTAKE } from '../../src-main/contract/report/empty-intake.ts';
import { NO_KEPT_INTAKE } from '../../src-main/contract/report/intake.ts';
import type { Bridge, CallChannel } from '../../src-main/contract/ipc/ipc-schema.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { ask } from '../support/browser/ask-bridge.ts';
import type { CallAnswer, CallInput } from '../support/browser/ask-bridge.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { shareApp } from '../support/electron-runtime/launching/shared-app.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes, findInFolder } from '../support/faults/marker-search.ts';

const MARKER = 'marker-secret-91c4e07b5d83f26a-marker';
const FORM = {
  clientSecret: MARKER,
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};

const scenarioOf = (name: string) => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario;
};

/** The value of an answer of the bridge. */
async function got<C extends CallChannel>(page: Page, channel: C, input: CallInput<C>) {
  const answer = await ask(page, channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.failure.message}`);
  return answer.value as Extract<CallAnswer<C>, { ok: true }>['value'];
}

/** Runs in the page: keeps what the main process tells it of cases and of waiting. */
function recordEvents(): void {
  const events: unknown[] = [];
  const bridge: Bridge = Reflect.get(window, 'xrayDoctor');
  bridge.cases.onKept((value) => events.push(['cases:onKept', value]));
  bridge.recheck.onState((value) => events.push(['recheck:onState', value]));
  Reflect.set(window, 'toldEvents', events);
}

describe('checks that are kept, in a real Electron window', () => {
  let fake: FakeXray;
  let userData = '';
  let running: LaunchedApp | null = null;

  beforeAll(async () => {
    fake = await startFakeXray();
    userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  });
  afterAll(async () => {
    await shared.close();
    await fake.close();
    rmSync(userData, { recursive: true, force: true });
  });

  /** One person's app, with what is kept so far. Each test begins at its empty form, and starts it anew where that matters. */
  const shared = shareApp(async () => {
    const started = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      userData,
    });
    await started.page.locator('[data-screen="connect"]').waitFor();
    // A page that takes a run over begins anew.
    await started.page.addInitScript(recordEvents);
    await started.page.evaluate(recordEvents);
    return started;
  });
  const atForm = async (): Promise<Page> => {
    running = await shared.fromForm();
    return running.page;
  };
  const restart = async (): Promise<Page> => {
    await shared.close();
    return atForm();
  };
  const told = (page: Page): Promise<readonly [string, Record<string, unknown>][]> =>
    page.evaluate(() => Reflect.get(window, 'toldEvents'));
  const check = async (page: Page, scenario: string) => {
    const before = page.url();
    await page.evaluate(
      (form) => {
        const bridge: Bridge = Reflect.get(window, 'xrayDoctor');
        void bridge.diagnosis.start(form);
      },
      { ...FORM, clientId: scenarioOf(scenario).clientId },
    );
    await page.waitForURL((url) => url.href !== before && url.hash === '#resumed');
    await page.locator('[data-screen]').first().waitFor();
    return got(page, 'diagnosis:follow', null);
  };
  const events = async (page: Page, kind: string) =>
    (await told(page)).filter(([name]) => name === kind).map(([, value]) => value);
  /** The check of this page once it is kept, which happens by itself. */
  const keptNow = async (page: Page) => {
    await expect.poll(async () => (await events(page, 'cases:onKept')).length).toBeGreaterThan(0);
    const open = await got(page, 'cases:current', null);
    if (open === null) throw new Error('nothing is kept');
    return open.kept;
  };

  it('keeps a check, finds it after a restart, compares, deletes it for good, and writes no secret', async () => {
    const first = await atForm();
    await check(first, 'region-text');
    const kept = await keptNow(first);

    const second = await restart();
    expect(await got(second, 'cases:list', null)).toMatchObject([
      { kind: 'case', id: kept.id, state: 'checked', verdict: { kind: 'residency' } },
    ]);
    const opened = await got(second, 'cases:open', { id: kept.id });
    expect(opened).toMatchObject({
      kept: { runs: [{ verdict: { kind: 'residency' } }] },
      latest: { diagnosis: { verdict: { kind: 'residency' } } },
    });
    expect(await got(second, 'diagnosis:connection', null)).toMatchObject({ secretHeld: false });
    expect(
      await ask(second, 'diagnosis:start', { ...FORM, clientId: 'x', clientSecret: null }),
    ).toMatchObject({
      failure: { field: 'clientSecret' },
    });

    await check(second, 'healthy-zip');
    const after = await keptNow(second);
    expect(after).toMatchObject({
      id: kept.id,
      state: 'solved',
      comparison: {
        change: 'better',
        before: { verdict: { kind: 'residency' } },
        after: { verdict: { kind: 'healthy' } },
      },
    });
    const hosts = after.comparison?.hosts ?? [];
    expect(hosts.map(({ id }) => id)).toEqual(['global', 'us', 'eu', 'au']);
    expect(hosts[0]).toMatchObject({
      change: 'better',
      before: { behaviour: 'another-region' },
      after: { behaviour: 'works' },
    });

    const secrets = [MARKER, ...fake.issuedTokens];
    expect(secrets.length).toBeGreaterThan(8);
    expect(existsSync(join(userData, 'cases', kept.id, 'case.json'))).toBe(true);
    expect(await findInFolder(userData, secrets)).toEqual([]);
    const all = JSON.stringify([opened, after, await told(second)]);
    expect(findInBytes('answers', Buffer.from(all), secrets)).toEqual([]);
    const facts = [{ product: 'Xray' as const, location: `x ${MARKER}`, status: '' }];
    expect(
      await ask(second, 'cases:keep', { residency: 'unknown', facts, note: '', intake: NO_KEPT_INTAKE }),
    ).toMatchObject({ failure: { code: 'case-not-clean' } });
    expect(await findInFolder(userData, secrets)).toEqual([]);

    expect(await got(second, 'cases:remove', { id: kept.id })).toEqual([]);
    expect(readdirSync(join(userData, 'cases'))).toEqual([]);
    // Where nothing repeats itself nobody is asked as the window is closed.
    const over = running?.app.waitForEvent('close');
    await running?.app.evaluate(({ BrowserWindow, dialog }) => {
      Reflect.set(dialog, 'showMessageBox', () => new Promise(() => undefined));
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
    });
    await over;
    const third = await restart();
    expect(await got(third, 'cases:list', null)).toEqual([]);
  });

  it('takes a support profile that was opened, remembers it, and refuses a bad one with its reason', async () => {
    const good = join(userData, 'support-profile.json');
    const bad = join(userData, 'bad.json');
    writeFileSync(
      good,
      JSON.stringify({ version: 1, name: 'Örtliche Hilfe', mail: 'help@example.org', ticket: 'T-7' }),
    );
    writeFileSync(bad, '{\n  "version": 1,\n  "name": "x",\n  "mail": "help@example.org",\n  "hosts": []\n}');
    const choose = async (path: string): Promise<void> => {
      await running?.app.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      }, path);
    };
    const first = await atForm();
    expect(await got(first, 'support:profile', null)).toMatchObject({ source: 'default' });
    await choose(good);
    expect(await got(first, 'support:openProfile', null)).toMatchObject({ kind: 'taken' });
    const bytes = new Uint8Array(readFileSync(good));
    const answer = (response: number) =>
      running?.app.evaluate(({ dialog }, button) => {
        dialog.showMessageBox = async () => ({ response: button, checkboxChecked: false });
      }, response);
    await got(first, 'support:removeProfile', null);
    await answer(0);
    expect(await got(first, 'support:openDropped', { bytes })).toBeNull();
    expect(await got(first, 'support:profile', null)).toMatchObject({ source: 'default' });
    await answer(1);
    expect(await got(first, 'support:openDropped', { bytes })).toMatchObject({ kind: 'taken' });
    await choose(bad);
    expect(await got(first, 'support:openProfile', null)).toEqual({
      kind: 'refused',
      problem: { line: null, reason: { key: 'profile.unknown', values: { name: 'hosts' } } },
    });

    const second = await restart();
    expect(await got(second, 'support:profile', null)).toMatchObject({
      source: 'opened',
      support: { name: 'Örtliche Hilfe', mail: 'help@example.org' },
      problem: null,
    });
    await check(second, 'region-text');
    const { mail } = await got(second, 'evidence:preview', {
      residency: 'unknown',
      facts: [],
      note: '',
      intake: NO_INTAKE,
      leaveOut: [],
      smallerPictures: false,
    });
    expect(mail).toMatchObject({ to: 'help@example.org', subject: expect.stringMatching(/^\[T-7\] \S/u) });
    expect(await got(second, 'support:removeProfile', null)).toMatchObject({ source: 'default' });
    expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain('help@example.org');
  });

  // It ends the app.
  it('checks by itself: through a sleep, until it is stopped, healthy or closed; then it lets go of the keys', async () => {
    const page = await atForm();
    const app = running?.app;
    if (app === undefined) throw new Error('no app');
    const isHeld = async () => (await got(page, 'diagnosis:connection', null))?.secretHeld;
    const listeners = (): Promise<number> =>
      app.evaluate(({ powerMonitor }) => powerMonitor.listenerCount('suspend'));
    await check(page, 'region-text');
    const before = await listeners();
    expect(await got(page, 'recheck:start', { minutes: 15 })).toMatchObject({
      phase: 'waiting',
      minutes: 15,
    });
    expect(await listeners()).toBe(before + 1);
    await app.evaluate(({ powerMonitor }) => {
      // The real events go to the same listeners; a computer that tests must not sleep.
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
    await expect.poll(async () => (await events(page, 'recheck:onState')).length).toBe(2);
    expect(await got(page, 'recheck:state', null)).toMatchObject({ phase: 'waiting', postponed: null });

    /** Has the question answered by the button of this number, and closes the window as the person does. */
    const closeAnd = (answer: number): Promise<void> =>
      app.evaluate(({ BrowserWindow, dialog }, response) => {
        const asked: unknown[] = Reflect.get(globalThis, 'asked') ?? [];
        Reflect.set(globalThis, 'asked', asked);
        Reflect.set(dialog, 'showMessageBox', async (_window: unknown, box: { readonly message: string }) => {
          asked.push(box.message);
          return { response, checkboxChecked: false };
        });
        // After this call has come back, since it may be the last one.
        setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
      }, answer);
    await closeAnd(0);
    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
      .toEqual([tEnglish('shell.close.title')]);
    expect(await got(page, 'recheck:state', null)).toMatchObject({ phase: 'waiting' });
    expect(await got(page, 'recheck:stop', null)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(await isHeld()).toBe(false);
    expect(await listeners()).toBe(before);

    await check(page, 'only-eu-works');
    await app.evaluate(({ net, Notification, BrowserWindow }) => {
      // A quarter of an hour goes by in an instant, and this computer may have no network but its own.
      const [later, now] = [globalThis.setTimeout, performance.now.bind(performance)];
      let gone = 0;
      Object.defineProperty(performance, 'now', { value: () => now() + gone });
      const sooner = (call: () => void, ms = 0): unknown => {
        if (ms < 600_000) return later(call, ms);
        return later(() => {
          gone += ms;
          call();
        }, 100);
      };
      Reflect.set(globalThis, 'setTimeout', sooner);
      Reflect.set(globalThis, 'inTime', () => Reflect.set(globalThis, 'setTimeout', later));
      net.isOnline = () => true;
      const shown: unknown[] = [];
      Reflect.set(globalThis, 'shownNotices', shown);
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        shown.push([this.title, this.body, this.silent]);
        setImmediate(() => this.emit('failed', {}, 'not shown'));
      };
      const flashes: boolean[] = [];
      Reflect.set(globalThis, 'flashes', flashes);
      for (const window of BrowserWindow.getAllWindows())
        window.flashFrame = (isOn) => void flashes.push(isOn);
    });
    const { hosts } = scenarioOf('only-eu-works');
    const broken = { ...hosts };
    try {
      // Xray corrects the region of this site.
      Object.assign(hosts, scenarioOf('healthy-zip').hosts);
      await got(page, 'recheck:start', { minutes: 15 });
      await expect
        .poll(async () => (await events(page, 'recheck:onState')).at(-1), { timeout: 20_000 })
        .toEqual({
          phase: 'off',
          ended: 'healthy',
        });
    } finally {
      Object.assign(hosts, broken);
    }
    await app.evaluate(() => Reflect.get(globalThis, 'inTime')());
    expect((await events(page, 'cases:onKept')).at(-1)).toMatchObject({
      problem: null,
      kept: { state: 'solved', comparison: { change: 'better' } },
    });
    expect(await app.evaluate(() => Reflect.get(globalThis, 'shownNotices'))).toEqual([
      [tEnglish('shell.newResult', { site: 'acme.atlassian.net' }), expect.stringMatching(/\S/u), true],
    ]);
    // The system refused to show it, so the window draws the eye.
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'flashes'))).toEqual([true]);
    expect(await isHeld()).toBe(false);
    expect(await findInFolder(userData, [MARKER, ...fake.issuedTokens])).toEqual([]);

    await check(page, 'region-text');
    await got(page, 'recheck:start', { minutes: 15 });
    const ended = app.waitForEvent('close');
    await closeAnd(1);
    await ended;
  });
});
