import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evidenceDocumentSchema } from '../../src-main/contract/verification.ts';
import { loadCatalog } from '../../src-main/i18n/load-catalog.ts';
import { createTranslator, tEnglish } from '../../src-main/i18n/translator.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { withPseudoLanguageBeside } from '../support/browser/page/expect-every-language.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
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
    mkdirSync(downloads);
    chmodSync(downloads, 0o777);
    await running.app.evaluate(({ app }, path) => app.setPath('downloads', path), downloads);
    await page.locator('.language select').selectOption('de');
    await page.getByRole('heading', { name: german('connect.title') }).waitFor();
    await withPseudoLanguageBeside(page, 'de');

    await page.locator('[data-primary]').click();
    await page
      .locator('[name="clientId"]')
      .fill(SCENARIOS.find(({ name }) => name === 'region-text')?.clientId ?? '');
    await page.locator('[name="clientSecret"]').fill(SECRET);
    await page.getByLabel(german('connection.jiraSite'), { exact: true }).fill('acme');
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('connection.check') }).click();
    const sentence = german('rule.residency.region-text');
    await page.getByRole('heading', { name: sentence }).waitFor();
    await page.getByText(german('regions.all.another-region')).first().waitFor();
    await page.getByText(german('step.residency.correction')).waitFor();
    await page.getByRole('button', { name: german('verdict.picture') }).waitFor();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('verdict.picture') }).click();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('picture.skip') }).click();
    await page.getByText(german('missing.picture')).waitFor();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('review.save') }).click();
    await page.getByRole('heading', { name: german('send.title') }).waitFor();
    await withPseudoLanguageBeside(page, 'de');

    const zip = readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '';
    const entries = await readZip(readFileSync(join(downloads, zip)));
    const text = (path: string): string => entries.get(path)?.toString('utf8') ?? '';
    const document = evidenceDocumentSchema.parse(JSON.parse(text('diagnosis.json')));
    expect(document.verdict.sentence).toBe(tEnglish('rule.residency.region-text'));
    expect(document.phrases?.sentence).toEqual({
      key: 'rule.residency.region-text',
      values: { split: 'no' },
    });
    expect(text('summary.txt')).toContain(document.verdict.sentence);
    for (const [path, bytes] of entries)
      expect(bytes.toString('utf8'), path).not.toMatch(/Diagnosedatei|Schlüssel|Ihre Daten/u);

    await page.getByRole('button', { name: german('keep.finish') }).click();
    await page.getByRole('button', { name: german('keep.later') }).click();
    await page.locator('[data-screen="follow-up"]').getByText(german('item.pinned.picture')).waitFor();
    await page.getByRole('radio', { name: german('state.waiting-for-xray') }).check();
    await page.locator('.case-meta').getByText(german('state.waiting-for-xray')).waitFor();
    await withPseudoLanguageBeside(page, 'de');
    await page.getByRole('button', { name: german('follow.close') }).click();
    await page.locator('[data-screen="connect"]').waitFor();
    expect(complaints).toEqual([]);
    await running.close();

    await launch();
    await running.page.getByRole('heading', { name: german('connect.title') }).waitFor();
    expect(await running.page.locator('html').getAttribute('lang')).toBe('de');
    await running.page.locator('[data-door="cases"]').click();
    const row = running.page.locator('.cases > li');
    await row.getByText(german('kind.residency')).waitFor();
    await row.getByText(german('state.waiting-for-xray')).waitFor();
    await running.close();
  });
});
