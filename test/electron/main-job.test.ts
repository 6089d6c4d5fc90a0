import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { sha256Of } from '../../src-main/evidence/bundle/manifest.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes, findInFolder, readZip } from '../support/faults/marker-search.ts';
import { recordedIpc, recordIpc } from '../support/browser/record-ipc.ts';
import { toSend } from '../support/browser/walk.ts';

const MARKER = 'marker-secret-5b9f0c3e7d21a684-marker';

/** Scenarios that are walked through the window as well as through the CLI; `ways.test.ts` walks others. */
const THROUGH_THE_WINDOW = ['region-text', 'captive-portal-data'];

describe('the main job in a real Electron window', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let downloads = '';

  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());

  beforeEach(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
    chmodSync(downloads, 0o777);
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
    });
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
    await recordIpc(running);
  });
  afterEach(async () => {
    await running.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  const fillForm = async (clientId: string): Promise<void> => {
    const { page } = running;
    await page.locator('[data-screen="connect"]').waitFor();
    await page.getByLabel('Client ID', { exact: true }).fill(clientId);
    await page.getByLabel('Client Secret', { exact: true }).fill(MARKER);
    await page.getByLabel('Jira site', { exact: true }).fill('https://acme.atlassian.net/jira/your-work');
    await page.getByRole('button', { name: 'Check connection' }).click();
  };

  it.each(THROUGH_THE_WINDOW)('%s: form, verdict, evidence on disk, no secret anywhere', async (name) => {
    const scenario = SCENARIOS.find((each) => each.name === name);
    if (scenario === undefined) throw new Error(`no scenario ${name}`);
    const { page } = running;
    await fillForm(scenario.clientId);
    const verdict = page.locator(
      '[data-screen="result"] [data-verdict], [data-screen="result"][data-verdict]',
    );
    await verdict.first().waitFor();
    expect(await verdict.first().getAttribute('data-verdict')).toBe(scenario.expectedVerdict);

    await toSend(page);
    await page.locator('[data-screen="send"]').getByText('summary.txt').first().waitFor();
    const markup = await page.content();
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="send"]').waitFor();

    const files = readdirSync(downloads);
    expect(files.filter((file) => file.endsWith('.zip'))).toHaveLength(1);
    expect(files.filter((file) => file.endsWith('.eml'))).toHaveLength(1);
    expect(files).toHaveLength(2);
    const secrets = [MARKER, ...fake.issuedTokens];
    expect(await findInFolder(downloads, secrets)).toEqual([]);
    expect(await findInFolder(running.userData, secrets)).toEqual([]);
    expect(findInBytes('page', Buffer.from(markup + (await page.content())), secrets)).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.output()), secrets)).toEqual([]);
    const { answers, events } = await recordedIpc(running);
    expect(answers.length).toBeGreaterThan(3);
    expect(events.length).toBeGreaterThan(3);
    expect(findInBytes('ipc', Buffer.from(JSON.stringify([answers, events])), secrets)).toEqual([]);
    const entries = await readZip(
      readFileSync(join(downloads, files.find((file) => file.endsWith('.zip')) ?? '')),
    );
    expect([...entries.keys()]).toEqual(
      expect.arrayContaining([
        'summary.txt',
        'diagnosis.json',
        'calls/global-1-authenticate.txt',
        'manifest.json',
      ]),
    );
  });

  it('opens the file that was saved: by choosing, and by starting with it', async () => {
    const { page } = running;
    await fillForm('only-eu-works');
    await page.getByRole('button', { name: 'Next: the picture' }).waitFor();
    await toSend(page);
    await page.getByLabel('A note to support').fill('Grüße – see the picture');
    await page.getByRole('button', { name: 'note.txt' }).waitFor();
    const shown = await shownFiles(page);
    expect(shown.size).toBeGreaterThan(8);
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="send"]').waitFor();
    const written = await readZip(
      readFileSync(join(downloads, readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '')),
    );
    expect(shown).toEqual(new Map([...written].map(([path, bytes]) => [path, sha256Of(bytes)])));
    const mails = await running.app.evaluateHandle(({ shell }) => {
      const opened: string[] = [];
      shell.openExternal = async (address) => void opened.push(address);
      return opened;
    });
    await page.locator('[data-primary]').click();
    await page.locator('.done').getByText('The file is copied').waitFor();
    const [mail = ''] = await mails.jsonValue();
    expect(new URL(mail).pathname).toBe('support@radbee.com');
    expect(new URL(mail).searchParams.get('subject')).toBe('Xray connectivity – data residency');
    const copied = await running.app.evaluate(async ({ clipboard }) => {
      const read: unknown = Reflect.get(clipboard, 'readBuffer');
      if (typeof read === 'function')
        return [String(Reflect.apply(read, clipboard, ['x-special/gnome-copied-files']))];
      // Electron 44 and newer.
      const items = await clipboard.read();
      const texts: string[] = [];
      for (const item of items) {
        const type = item.types.find(
          (each) => each === 'text/uri-list' || each.includes('gnome-copied-files'),
        );
        const content = type === undefined ? null : await item.getType(type);
        if (content instanceof Blob) texts.push(await content.text());
      }
      return texts;
    });
    expect(copied).toEqual([expect.stringMatching(/^(?:copy\n)?file:\/\/.*\.zip\s*$/u)]);
    await page.getByRole('button', { name: 'Finish …' }).click();
    await page.getByRole('button', { name: 'Finish and forget my keys' }).click();
    await page.locator('[data-screen="connect"]').waitFor();
    const zip = readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '';
    const bytes = readFileSync(join(downloads, zip));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: zip, mimeType: 'application/zip', buffer: bytes });
    await page.locator('[data-state="sound"]').waitFor();
    expect(await page.locator('.hosts tbody tr').count()).toBe(4);
    expect(await page.locator('.hosts').innerText()).toContain('No region error');
    const broken = Buffer.from(bytes.subarray(0, bytes.length / 2));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'half.zip', mimeType: 'application/zip', buffer: broken });
    await page.locator('[data-state="not-a-bundle"]').waitFor();

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

  it('stops at once, keeps what was found, and checks again with everything that was typed', async () => {
    const { page } = running;
    await fillForm('slow-bytes');
    await page.locator('.run-running').getByText('Asking for data').waitFor();
    await page.getByText('Technical details').click();
    await page.getByText('calls/global-1-authenticate.txt').click();
    const asItWent = await page.locator('.transcripts pre').first().textContent();
    expect(asItWent).toContain('POST /api/v2/authenticate');

    const stoppedAt = Date.now();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('[data-verdict="cancelled"]').waitFor();
    // The answers would go on for half a minute.
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    await page.getByText('Technical details').click();
    const transcripts = page.locator('.transcripts > li > details');
    expect(await transcripts.locator('summary').first().textContent()).toBe(
      'calls/global-1-authenticate.txt',
    );
    expect(await transcripts.locator('pre').first().textContent()).toBe(asItWent);

    await page.getByRole('button', { name: 'Review the evidence' }).click();
    await page.getByRole('button', { name: 'calls/global-1-authenticate.txt' }).click();
    expect(await page.locator('pre').textContent()).toBe(asItWent);
    await page.getByRole('button', { name: 'Back' }).click();

    const before = fake.requests.length;
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.locator('[data-screen="checking"]').waitFor();
    await page.locator('.run-running').getByText('Asking for data').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('[data-verdict="cancelled"]').waitFor();
    const again = fake.requests.slice(before).filter(({ scenario }) => scenario === 'slow-bytes');
    expect(again.length).toBeGreaterThanOrEqual(2);
  });

  it('shows the verdict while the other hosts are still asked, and lets go of them', async () => {
    const { page } = running;
    await fillForm('slow-regions');
    await page.locator('[data-verdict="residency"]').waitFor();
    expect(await page.locator('.hosts tbody tr').allInnerTexts()).toHaveLength(4);
    await page.locator('.hosts').getByText('asking …').first().waitFor();
    await page.locator('[data-primary]').click({ force: true });
    expect(await page.locator('[data-screen="result"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await page.getByText('The comparison with the regional hosts was not finished.').first().waitFor();
    expect(await page.locator('[data-verdict="residency"]').count()).toBe(1);
    await toSend(page);
    await page.getByRole('button', { name: 'calls/eu-2-data-call.txt' }).waitFor();
  });
});

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
