import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { tEnglish } from '../../../src-main/i18n/translator.ts';
import { launchApp } from '../../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../../support/electron-runtime/launching/launch.ts';
import { environmentFor } from '../../support/fake-xray/help.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { recordDialogs } from '../../support/browser/page/in-page.ts';
import { submitForm, toSend, verdictOf } from '../../support/browser/walk.ts';

describe('when the surroundings fail', () => {
  let fake: FakeXray;
  let running: LaunchedApp;

  beforeAll(async () => {
    fake = await startFakeXray();
    running = await launchApp({ env: environmentFor(fake) });
    await recordDialogs(running);
  });
  afterAll(async () => {
    await running.close();
    await fake.close();
  });

  const start = async (clientId: string): Promise<void> => {
    const asked = (): number => fake.requests.filter(({ scenario }) => scenario === clientId).length;
    const before = asked();
    await submitForm(running.page, { clientId, secret: 'fake-secret-of-nobody' });
    await expect.poll(() => asked() > before).toBe(true);
  };
  const fallAsleep = (): Promise<boolean> =>
    running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));

  it('the computer falls asleep when nothing is checked: nothing happens', async () => {
    await fallAsleep();
    await running.page.locator('[data-screen="connect"]').waitFor();
    expect(await running.page.locator('.notice').count()).toBe(0);
  });

  it('the computer falls asleep during a check: a sentence, nothing is lost, and the same button checks again', async () => {
    const { page } = running;
    await start('slow-bytes');
    await fallAsleep();
    await page.locator('[data-screen="connect"] .notice').waitFor();
    expect(await page.locator('.notice').innerText()).toBe(tEnglish('failure.slept'));
    expect(await page.locator('input[name="clientId"]').inputValue()).toBe('slow-bytes');
    // The secret is kept, and need not be typed again.
    await page.locator('[data-screen="connect"] [data-primary]').click();
    await page.locator('.run-running').first().waitFor();
    await page.locator('.bar-actions button:not([data-primary])').click();
    expect(await verdictOf(page)).toBe('cancelled');
    await page.locator('.back').click();
  });

  it('the computer falls asleep while the hosts are compared: the verdict stands', async () => {
    await start('slow-regions');
    await running.page.locator('[data-verdict="residency"]').waitFor();
    await fallAsleep();
    expect(await verdictOf(running.page)).toBe('residency');
    await running.page.locator('.back').click();
  });

  it('the network goes away in the middle of an answer: the verdict says so, and what was found can be packed', async () => {
    await start('slow-bytes');
    await running.page.locator('.run-running').first().waitFor();
    await fake.close();
    expect(await verdictOf(running.page)).toBe('network');
    await toSend(running.page);
  });
});
