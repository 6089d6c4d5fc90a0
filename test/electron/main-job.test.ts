import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sha256Of } from '../../src-main/evidence/bundle/manifest.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { logged } from '../support/electron-runtime/launching/logged.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { scenarioOf } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes, findInFolder, readZip } from '../support/faults/marker-search.ts';
import { recordedIpc, recordIpc } from '../support/browser/record-ipc.ts';
import { finish, keepOpened, send, submitForm, toSend, unfold, verdictOf } from '../support/browser/walk.ts';

const MARKER = 'marker-secret-5b9f0c3e7d21a684-marker';

describe('the main job in a real Electron window', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let opened: () => Promise<string[]>;
  let downloads = '';

  // One app for all: each way ends where the next one can begin.
  beforeAll(async () => {
    fake = await startFakeXray();
    downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
    chmodSync(downloads, 0o777);
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, XRAY_DOCTOR_EXTRA_CA: fake.caFile },
    });
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
    opened = await keepOpened(running);
    await recordIpc(running);
  });
  afterAll(async () => {
    await running.close();
    await fake.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  const check = (clientId: string): Promise<void> =>
    submitForm(running.page, { clientId, secret: MARKER, site: 'https://acme.atlassian.net/jira/your-work' });
  const newest = (ending: string): string =>
    readdirSync(downloads)
      .filter((file) => file.endsWith(ending))
      .map((file) => join(downloads, file))
      .toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
      .at(-1) ?? '';

  /** From the form to the saved and mailed report, with `beforeSending` on the way; returns the bytes of the report. */
  const walk = async (name: string, beforeSending: () => Promise<void>): Promise<Buffer> => {
    const scenario = scenarioOf(name);
    if (scenario === undefined) throw new Error(`no scenario ${name}`);
    const { page } = running;
    const before = readdirSync(downloads).length;
    await check(scenario.clientId);
    expect(await verdictOf(page)).toBe(scenario.expectedVerdict);
    await toSend(page);
    await beforeSending();
    const markup = await page.content();
    await send(page);

    const files = readdirSync(downloads);
    expect(files).toHaveLength(before + 2);
    expect(newest('.eml')).toBe(newest('.zip').replace(/zip$/u, 'eml'));
    expect(files.every((file) => /^xray-(?:report|evidence)-acme-/u.test(file))).toBe(true);
    const secrets = [MARKER, ...fake.issuedTokens];
    expect(await findInFolder(downloads, secrets)).toEqual([]);
    expect(await findInFolder(running.userData, secrets)).toEqual([]);
    expect(findInBytes('page', Buffer.from(markup + (await page.content())), secrets)).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.output()), secrets)).toEqual([]);
    const { answers, events } = await recordedIpc(running);
    expect(answers.length).toBeGreaterThan(3);
    expect(events.length).toBeGreaterThan(3);
    expect(findInBytes('ipc', Buffer.from(JSON.stringify([answers, events])), secrets)).toEqual([]);
    const bytes = readFileSync(newest('.zip'));
    expect([...(await readZip(bytes)).keys()]).toEqual(
      expect.arrayContaining([
        'summary.txt',
        'diagnosis.json',
        'calls/global-1-authenticate.txt',
        'manifest.json',
      ]),
    );
    await finish(page);
    return bytes;
  };

  // Further scenarios are walked through the window in ways.test.ts.
  it('captive-portal-data: form, verdict, evidence on disk, no secret anywhere', async () => {
    await walk('captive-portal-data', async () => undefined);
  });

  it('only-eu-works: the same, each file as it was shown, and the report opens: by choosing, and by starting with it', async () => {
    const { page } = running;
    let shown = new Map<string, string>();
    const before = (await opened()).length;
    const bytes = await walk('only-eu-works', async () => {
      await unfold(page, '.files');
      await unfold(page, 'textarea');
      await page.locator('main textarea').fill('Grüße – see the picture');
      await page.locator('.files').getByRole('button', { name: 'note.txt' }).waitFor();
      shown = await shownFiles(page);
    });
    expect(shown.size).toBeGreaterThan(8);
    const written = await readZip(bytes);
    expect(shown).toEqual(new Map([...written].map(([path, each]) => [path, sha256Of(each)])));
    const [mail = ''] = (await opened()).slice(before);
    expect(new URL(mail).pathname).toBe('support@radbee.com');
    expect(new URL(mail).searchParams.get('subject')).not.toBe('');
    expect(await copiedFiles(running)).toEqual([expect.stringMatching(/^(?:copy\n)?file:\/\/.*\.zip\s*$/u)]);

    const choose = page.locator('input[type=file]').first();
    await choose.setInputFiles({ name: 'report.zip', mimeType: 'application/zip', buffer: bytes });
    await page.locator('[data-state="sound"]').waitFor();
    expect(await page.locator('.hosts tbody tr').count()).toBe(4);
    expect(await page.locator('.hosts').textContent()).toContain(tEnglish('hosts.behaviour.works'));
    const broken = Buffer.from(bytes.subarray(0, bytes.length / 2));
    await choose.setInputFiles({ name: 'half.zip', mimeType: 'application/zip', buffer: broken });
    await page.locator('[data-state="cut-off"]').waitFor();
    await page.locator('.back').click();
    await page.locator('[data-screen="connect"]').waitFor();

    const shared = join(downloads, 'shared.zip');
    writeFileSync(shared, bytes);
    chmodSync(shared, 0o644);
    const second = await launchApp({ env: {}, args: [`--open=${shared}`] });
    try {
      await second.page.locator('[data-state="sound"]').waitFor();
    } finally {
      await second.close();
    }
  });

  it("has been told its authority by the variable; the system's roots come from a thread", async () => {
    await logged(running, /certificates: [1-9]\d* of the system \(\d+ ms\), 1 extra/u);
  });

  it('stops at once, keeps what was found, and checks again with everything that was typed', async () => {
    const { page } = running;
    const data = page.locator('.run > li:nth-child(3).run-running');
    const stop = page.locator('[data-screen="connect"] .bar-actions button:not([data-primary])');
    await check('slow-bytes');
    await data.waitFor();
    const stoppedAt = Date.now();
    await stop.click();
    expect(await verdictOf(page)).toBe('cancelled');
    // The answers would go on for half a minute.
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    const call = page.locator('.transcripts > li').first();
    expect(await call.locator('summary').textContent()).toBe('calls/global-1-authenticate.txt');
    expect(await call.locator('pre').textContent()).toContain('POST /api/v2/authenticate');

    const before = fake.requests.length;
    await page.locator('[data-primary][data-way="again"]').click();
    await data.waitFor();
    await stop.click();
    expect(await verdictOf(page)).toBe('cancelled');
    const again = fake.requests.slice(before).filter(({ scenario }) => scenario === 'slow-bytes');
    expect(again.length).toBeGreaterThanOrEqual(2);
    await page.locator('.back').click();
  });

  it('shows the verdict while other regions are asked, waits for them with the report, and lets go of them', async () => {
    const { page } = running;
    await check('slow-regions');
    await page.locator('[data-verdict="residency"] [data-comparing]').waitFor();
    expect(await page.locator('.hosts tbody tr').count()).toBe(4);
    expect(await page.locator('.hosts td', { hasText: tEnglish('hosts.asking') }).count()).toBeGreaterThan(0);
    await page.locator('[data-primary]').click();
    await page.locator('[data-skip]').click();
    await page.locator('[data-screen="send"] .loading').waitFor();
    expect(await page.locator('[data-primary]').getAttribute('aria-disabled')).toBe('true');
    await page.locator('.back').click();
    await page.locator('[data-screen="screenshot"] .back').click();
    const before = fake.requests.length;
    await page.locator('[data-screen="result"] [data-way="again"]').click();
    await expect.poll(() => fake.requests.length, { timeout: 10_000 }).toBeGreaterThan(before);
    await page.locator('[data-verdict="residency"] [data-comparing]').waitFor();
  });
});

/** What was copied as files. */
async function copiedFiles({ app }: LaunchedApp): Promise<string[]> {
  return app.evaluate(async ({ clipboard }) => {
    const read: unknown = Reflect.get(clipboard, 'readBuffer');
    if (typeof read === 'function')
      return [String(Reflect.apply(read, clipboard, ['x-special/gnome-copied-files']))];
    // Electron 44 and newer.
    const texts: string[] = [];
    for (const item of await clipboard.read()) {
      const type = item.types.find((each) => each === 'text/uri-list' || each.includes('gnome-copied-files'));
      const content = type === undefined ? null : await item.getType(type);
      if (content instanceof Blob) texts.push(await content.text());
    }
    return texts;
  });
}

/** SHA-256 of what the window shows of each file, read off the page itself. */
async function shownFiles(page: Page): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  const buttons = page.locator('.files button.file');
  for (let index = 0; index < (await buttons.count()); index += 1) {
    await buttons.nth(index).click();
    const path = (await buttons.nth(index).locator('span').first().textContent()) ?? '';
    const text = await page.locator('.files pre').textContent();
    shown.set(path, sha256Of(Buffer.from(text ?? '', 'utf8')));
  }
  return shown;
}
