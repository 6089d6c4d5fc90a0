import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import { loadCatalog } from '../../src-main/i18n/load-catalog.ts';
import { createTranslator, formatUntrusted, tEnglish } from '../../src-main/i18n/translator.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { withPseudoLanguageBeside } from '../support/browser/page/expect-every-language.ts';
import { finish, keepOpened, send, typeKeys, verdictOf } from '../support/browser/walk.ts';
import { scenarioOf } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { readZip } from '../support/faults/marker-search.ts';

const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';
const german = createTranslator(await loadCatalog('de'));

describe('the whole way in German and, beside it, in the pseudo-language, in a real Electron window', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let folder = '';
  let complaints: string[] = [];

  const launch = async (): Promise<void> => {
    running = await launchApp({
      userData: join(folder, 'user-data'),
      env: {
        XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
        NODE_EXTRA_CA_CERTS: fake.caFile,
        XRAY_DOCTOR_PSEUDO: '1',
      },
    });
    complaints = [];
    running.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  };

  beforeAll(async () => {
    fake = await startFakeXray();
    folder = mkdtempSync(join(tmpdir(), 'languages-'));
    chmodSync(folder, 0o777);
  });
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is German in the window and English in the evidence, under the content policy, and is remembered', async () => {
    await launch();
    const { page } = running;
    const downloads = join(folder, 'Downloads');
    mkdirSync(downloads, { recursive: true });
    chmodSync(downloads, 0o777);
    await running.app.evaluate(({ app }, path) => app.setPath('downloads', path), downloads);
    await keepOpened(running);
    await page.locator('.language select').selectOption('de');
    await page.getByRole('heading', { name: german('connect.title') }).waitFor();
    await withPseudoLanguageBeside(page, 'de');

    await typeKeys(page, { clientId: scenarioOf('region-text')?.clientId ?? '', secret: SECRET });
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('connection.check') }).click();
    expect(await verdictOf(page)).toBe('residency');
    const sentence = await page.locator('h1').innerText();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('result.way.screenshot') }).click();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('picture.skip') }).click();
    await page.locator('.report-page').waitFor();
    await page.getByRole('heading', { name: german('send.title') }).waitFor();
    await withPseudoLanguageBeside(page, 'de');
    await send(page);
    await page.getByRole('heading', { name: german('sent.title', { by: 'mail' }) }).waitFor();
    await withPseudoLanguageBeside(page, 'de');

    const zip = readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '';
    const entries = await readZip(readFileSync(join(downloads, zip)));
    const text = (path: string): string => entries.get(path)?.toString('utf8') ?? '';
    const document = evidenceDocumentSchema.parse(JSON.parse(text('diagnosis.json')));
    const { key, values } = document.phrases?.sentence ?? { key: '', values: {} };
    expect(sentence).toBe(formatUntrusted(german, { key, values }, key));
    expect(document.verdict.sentence).toBe(formatUntrusted(tEnglish, { key, values }, key));
    expect(document.verdict.sentence).not.toBe(sentence);
    // Support reads English about the customer, whatever language the window speaks to them.
    expect(text('summary.txt')).toContain("says that this site's data is in another region.");
    for (const [path, bytes] of entries)
      expect(bytes.toString('utf8'), path).not.toMatch(/Diagnosedatei|Schlüssel|Ihre Daten/u);

    await finish(page);
    expect(complaints).toEqual([]);
    await running.close();

    await launch();
    await running.page.getByRole('heading', { name: german('connect.title') }).waitFor();
    expect(await running.page.locator('html').getAttribute('lang')).toBe('de');
    const waiting = german('kept.state.waiting-for-xray');
    await running.page.locator('.kept-line').getByText(waiting).waitFor();
    await running.page.locator('.kept-line button.quiet').click();
    await running.page.locator('.history > li').getByText(waiting).waitFor();
    await running.close();
  });
});
