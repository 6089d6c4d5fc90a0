import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Bridge, CallChannel } from '../../src-main/contract/ipc/ipc-schema.ts';
import { ask } from '../support/browser/ask-bridge.ts';
import type { CallAnswer, CallInput } from '../support/browser/ask-bridge.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
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
const KEEP = { name: 'Kept in a real window', residency: 'migrating', facts: [], note: '' } as const;

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

describe('cases in a real Electron window', () => {
  let fake: FakeXray;
  let userData = '';
  let running: LaunchedApp | null = null;

  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  beforeEach(() => {
    userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(userData, { recursive: true, force: true });
  });

  const start = async (): Promise<Page> => {
    await running?.close();
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      userData,
    });
    const { page } = running;
    await page.locator('[data-screen="connect"]').waitFor();
    await page.evaluate(recordEvents);
    // A page that takes a run over begins anew.
    await page.addInitScript(recordEvents);
    return page;
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

  it('keeps a case, finds it after a restart, compares, deletes it for good, and writes no secret', async () => {
    const first = await start();
    await check(first, 'region-text');
    const kept = await got(first, 'cases:keep', { ...KEEP, facts: [] });
    await got(first, 'cases:setState', { id: kept.id, state: 'waiting-for-migration' });
    await got(first, 'cases:tick', { id: kept.id, item: 'submit', isTicked: true });

    const second = await start();
    expect(await got(second, 'cases:list', null)).toMatchObject([
      {
        kind: 'case',
        id: kept.id,
        name: KEEP.name,
        state: 'waiting-for-migration',
        verdict: { kind: 'residency' },
      },
    ]);
    const opened = await got(second, 'cases:open', { id: kept.id });
    expect(opened).toMatchObject({
      kept: { ticked: ['submit'], residency: 'migrating', runs: [{ verdict: { kind: 'residency' } }] },
      latest: { diagnosis: { verdict: { kind: 'residency' } } },
    });
    expect(await got(second, 'diagnosis:connection', null)).toMatchObject({ secretHeld: false });
    expect(
      await ask(second, 'diagnosis:start', { ...FORM, clientId: 'x', clientSecret: null }),
    ).toMatchObject({
      failure: { field: 'clientSecret' },
    });

    await check(second, 'healthy-zip');
    await expect.poll(async () => (await told(second)).length).toBe(1);
    const [event] = await told(second);
    expect(event).toMatchObject([
      'cases:onKept',
      {
        problem: null,
        kept: {
          id: kept.id,
          comparison: {
            change: 'better',
            before: { verdict: { kind: 'residency' } },
            after: { verdict: { kind: 'healthy' } },
          },
        },
      },
    ]);
    const after = await got(second, 'cases:current', null);
    const hosts = after?.kept.comparison?.hosts ?? [];
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
    expect(findInBytes('answers', Buffer.from(JSON.stringify([opened, after, event])), secrets)).toEqual([]);
    expect(await ask(second, 'cases:rename', { id: kept.id, name: `x ${MARKER}` })).toMatchObject({
      failure: { code: 'case-not-clean' },
    });
    expect(await findInFolder(userData, secrets)).toEqual([]);

    expect(await got(second, 'cases:remove', { id: kept.id })).toEqual([]);
    expect(readdirSync(join(userData, 'cases'))).toEqual([]);
    const third = await start();
    expect(await got(third, 'cases:list', null)).toEqual([]);
  });

  const events = async (page: Page, kind: string) =>
    (await told(page)).filter(([name]) => name === kind).map(([, value]) => value);

  it('waits through a sleep, and lets go of the keys when it is stopped', async () => {
    const page = await start();
    const app = running?.app;
    if (app === undefined) throw new Error('no app');
    const listeners = (): Promise<number> =>
      app.evaluate(({ powerMonitor }) => powerMonitor.listenerCount('suspend'));
    await check(page, 'region-text');
    await got(page, 'cases:keep', { ...KEEP, facts: [] });
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
    expect(await got(page, 'recheck:stop', null)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(await got(page, 'diagnosis:connection', null)).toMatchObject({ secretHeld: false });
    expect(await listeners()).toBe(before);
  });

  it('asks before the window is closed while a check repeats itself, and only then', async () => {
    const page = await start();
    const app = running?.app;
    if (app === undefined) throw new Error('no app');
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
    await check(page, 'region-text');
    await got(page, 'cases:keep', { ...KEEP, facts: [] });
    await got(page, 'recheck:start', { minutes: 15 });
    await closeAnd(0);
    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
      .toEqual(['Stop the checks and close?']);
    expect(await got(page, 'recheck:state', null)).toMatchObject({ phase: 'waiting' });
    const ended = app.waitForEvent('close');
    await closeAnd(1);
    await ended;

    const again = await start();
    await running?.app.evaluate(({ dialog }) => {
      Reflect.set(dialog, 'showMessageBox', () => new Promise(() => undefined));
    });
    expect(await got(again, 'recheck:state', null)).toMatchObject({ phase: 'off' });
    const over = running?.app.waitForEvent('close');
    await running?.app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
    });
    await over;
  });

  it('checks by itself, says in a quiet message that all is well, and lets go of the keys', async () => {
    const page = await start();
    const app = running?.app;
    if (app === undefined) throw new Error('no app');
    await check(page, 'only-eu-works');
    await got(page, 'cases:keep', { ...KEEP, facts: [] });
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
    expect(await events(page, 'cases:onKept')).toMatchObject([
      {
        problem: null,
        kept: { runs: [{}, { verdict: { kind: 'healthy' } }], comparison: { change: 'better' } },
      },
    ]);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'shownNotices'))).toEqual([
      ['New result for acme.atlassian.net', expect.stringMatching(/\S/u), true],
    ]);
    // The system refused to show it, so the window draws the eye.
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'flashes'))).toEqual([true]);
    expect(await got(page, 'diagnosis:connection', null)).toMatchObject({ secretHeld: false });
    expect(await findInFolder(userData, [MARKER, ...fake.issuedTokens])).toEqual([]);
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
    const first = await start();
    expect(await got(first, 'support:profile', null)).toMatchObject({ source: 'default' });
    await choose(good);
    expect(await got(first, 'support:openProfile', null)).toMatchObject({ kind: 'taken' });
    await choose(bad);
    expect(await got(first, 'support:openProfile', null)).toEqual({
      kind: 'refused',
      problem: { line: null, reason: { key: 'profile.unknown', values: { name: 'hosts' } } },
    });

    const second = await start();
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
      leaveOut: [],
      smallerPictures: false,
    });
    expect(mail).toMatchObject({
      to: 'help@example.org',
      subject: '[T-7] Xray connectivity – data residency',
    });
    expect(await got(second, 'support:removeProfile', null)).toMatchObject({ source: 'default' });
    const third = await start();
    expect(await got(third, 'support:profile', null)).toMatchObject({ source: 'default' });
  });
});
