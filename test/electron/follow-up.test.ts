import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInFolder } from '../support/faults/marker-search.ts';

const MARKER = 'marker-secret-6d02f8a1b7c9e354-marker';
const idOf = (name: string): string => {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario.clientId;
};

describe('a case over several days in a real Electron window', () => {
  let fake: FakeXray;
  let running: LaunchedApp | null = null;
  const userData = mkdtempSync(join(tmpdir(), 'user-data-'));
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  chmodSync(downloads, 0o777);

  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterEach(async () => {
    await running?.close();
    running = null;
  });
  afterAll(async () => {
    await fake.close();
    for (const folder of [userData, downloads]) rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<Page> => {
    await running?.close();
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile },
      userData,
    });
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
    await running.page.locator('[data-screen="connect"]').waitFor();
    return running.page;
  };
  const enterKeys = async (page: Page, scenario: string): Promise<void> => {
    await page.getByLabel('Client ID', { exact: true }).fill(idOf(scenario));
    await page.getByLabel('Client Secret', { exact: true }).fill(MARKER);
  };

  it('is kept, continued after a restart, ticked, checked again, compared and solved', async () => {
    const first = await start();
    await first.locator('[data-primary]').click();
    await enterKeys(first, 'region-text');
    await first.getByLabel('Jira site', { exact: true }).fill('acme');
    await first.locator('[data-primary]').click();
    await first.locator('[data-verdict="residency"]').waitFor();
    await first.getByRole('button', { name: 'Next: the picture' }).click();
    await first.locator('[data-screen="screenshot"] [data-primary]').click();
    await first.getByText('summary.txt').first().waitFor();
    await first.locator('[data-screen="send"] [data-primary]').click();
    await first.locator('[data-screen="send"]').waitFor();
    await first.getByRole('button', { name: 'Finish …' }).click();
    await first.getByRole('button', { name: 'Keep it to come back later' }).click();
    await first.locator('[data-screen="follow-up"]').waitFor();
    await first.getByRole('radio', { name: 'Waiting for Xray' }).check();
    await first.locator('.case-meta').getByText('Waiting for Xray').waitFor();
    await first.getByRole('button', { name: 'Close the case' }).click();
    await first.locator('[data-screen="connect"]').waitFor();

    const second = await start();
    await second.locator('[data-door="cases"]').click();
    await second.locator('.cases').getByText('Waiting for Xray').waitFor();
    await second.getByRole('button', { name: 'Rename acme.atlassian.net' }).click();
    await second.keyboard.type('Snapshots of the wiki');
    await second.keyboard.press('Enter');
    await second.getByRole('button', { name: 'Open Snapshots of the wiki' }).click();
    await second.locator('[data-screen="follow-up"]').waitFor();
    await second.locator('[data-way="after"] summary').click();
    await second.getByLabel('Create fresh keys in Xray.').check();
    await second.locator('[data-way="after"]').getByText('1 of 5 done').waitFor();

    await second.locator('[data-primary]').click();
    await second.getByText('Its keys were not kept').waitFor();
    expect(await second.getByLabel('Client ID', { exact: true }).inputValue()).toBe('');
    expect(await second.getByLabel('Jira site', { exact: true }).inputValue()).toBe('acme.atlassian.net');
    await enterKeys(second, 'healthy-zip');
    await second.locator('[data-primary]').click();
    await second.locator('[data-verdict="healthy"]').waitFor();
    await second.getByRole('button', { name: 'What comes afterwards' }).click();
    await second.locator('.compare').waitFor();
    expect(await second.locator('.compare tbody tr').count()).toBe(5);
    expect(await second.locator('.compare tbody [data-change]').first().innerText()).toBe('Better');
    expect(await second.locator('.compare tbody tr').nth(1).innerText()).toMatch(
      /In another region[\s\S]*No region error/u,
    );
    for (const box of await second.locator('[data-way="after"] input').all()) await box.check();
    await second.getByRole('button', { name: 'Set it to “Solved”' }).click();
    await second.locator('.case-meta').getByText('Solved').waitFor();

    const third = await start();
    await third.locator('[data-door="cases"]').click();
    const row = third.locator('.cases > li').first();
    await row.getByText('Solved').waitFor();
    expect(await row.innerText()).toContain('Xray answers as it should');
    await row.getByRole('button', { name: /^Open/u }).click();
    await third.locator('.bundles').getByRole('button', { name: 'Show in folder' }).waitFor();
    rmSync(downloads, { recursive: true, force: true });
    await third.getByRole('button', { name: 'Back' }).click();
    await third.getByRole('button', { name: 'Delete Snapshots of the wiki' }).click();
    await third.getByRole('button', { name: 'Delete for good' }).click();
    await third.getByText('No case is kept yet', { exact: true }).waitFor();
    expect(await findInFolder(userData, [MARKER, ...fake.issuedTokens])).toEqual([]);
  });

  it('is checked by itself: started, told when next, stopped, and the keys are forgotten', async () => {
    const page = await start();
    await page.locator('[data-primary]').click();
    await enterKeys(page, 'region-text');
    await page.getByLabel('Jira site', { exact: true }).fill('acme');
    await page.locator('[data-primary]').click();
    await page.locator('[data-verdict="residency"]').waitFor();
    await page.getByRole('button', { name: 'Keep this case' }).click();
    await page.getByRole('button', { name: 'What comes afterwards' }).click();
    await page.getByLabel('How often').selectOption('15');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.wait-next').getByText('Next check').waitFor();
    await page.getByRole('button', { name: 'Stop and forget my keys' }).click();
    await page.locator('.wait-end').getByText('It was stopped').waitFor();
    await page.getByText('For this, check again once with your keys.').waitFor();
    expect(await findInFolder(userData, [MARKER, ...fake.issuedTokens])).toEqual([]);
  });
});
