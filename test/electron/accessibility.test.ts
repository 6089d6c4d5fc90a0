import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { askAxe, bringAxe } from '../support/browser/page/axe.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { environmentFor } from '../support/fake-xray/help.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { keepOpened, verdictOf } from '../support/browser/walk.ts';
import { keyboardOf } from '../support/browser/page/keyboard.ts';
import {
  bringLooks,
  cutTextsOf,
  liveRegionsOf,
  smallTargetsOf,
} from '../support/browser/page/look-at-controls.ts';

describe('the real window for those who cannot see it well or use no mouse', () => {
  let fake: FakeXray;
  let running: LaunchedApp;
  let downloads = '';
  const complaints: string[] = [];

  beforeAll(async () => {
    fake = await startFakeXray();
    downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
    chmodSync(downloads, 0o777);
    running = await launchApp({ env: environmentFor(fake) });
    running.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
    await keepOpened(running);
  });
  afterAll(async () => {
    await running.close();
    await fake.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  /** Axe and the looks at the screen that stands there, in both themes. */
  const lookAt = async (name: string): Promise<void> => {
    const { page } = running;
    await page.locator(`[data-screen="${name}"]`).waitFor();
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    expect(focused, name).toBe(name === 'connect' ? 'INPUT' : 'H1');
    // Anew each time: the page begins anew once the keys were handed over. Its policy stays as it is.
    await bringAxe(page);
    await bringLooks(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      // Nothing fades from one theme into the other while axe looks.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { faults, measuredTexts } = await askAxe(page, 'everything');
      expect(faults, `${name}, ${colorScheme}`).toEqual([]);
      expect(measuredTexts).toBeGreaterThan(0);
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    expect(await smallTargetsOf(page), name).toEqual([]);
    expect(await cutTextsOf(page), name).toEqual([]);
    expect(await liveRegionsOf(page), name).toBe(1);
  };

  it('goes by keyboard alone to the saved evidence; axe finds nothing on the way', async () => {
    const { page } = running;
    const { tabTo, press, type } = keyboardOf(page);
    await lookAt('connect');
    await type('region-text');
    await tabTo('[name="clientSecret"]');
    await type('fake-secret-of-nobody');
    await tabTo('[name="jiraSite"]');
    await type('acme');
    await press('Enter');
    expect(await verdictOf(page)).toBe('residency');
    await lookAt('result');
    await tabTo('[data-primary]');
    await press('Enter');
    await lookAt('screenshot');
    await tabTo('[data-skip]');
    await press('Enter');
    await page.locator('.report-page').waitFor();
    await lookAt('send');
    await tabTo('[data-primary]');
    await press('Space');
    await page.locator('[data-sent]').waitFor();
    await lookAt('send');
    expect(readdirSync(downloads).filter((file) => file.endsWith('.zip'))).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  /** Waits until the window has taken it over. */
  const zoomTo = async (factor: number): Promise<void> => {
    const { app, page } = running;
    await app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
      factor,
    );
    const isLarge = () => page.evaluate(() => window.innerWidth < 600);
    await expect.poll(isLarge).toBe(factor > 1);
  };

  it('loses nothing at 200 %', async () => {
    const { page } = running;
    await zoomTo(2);
    await bringLooks(page);
    expect(await cutTextsOf(page)).toEqual([]);
    const isWider = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth;
    });
    expect(isWider).toBe(false);
    await zoomTo(1);
  });

  it('goes on by keyboard alone to the end: kept, found in the history, opened again', async () => {
    const { page } = running;
    const { tabTo, press } = keyboardOf(page);
    await tabTo('[data-primary]');
    await press('Enter');
    await page.locator('.kept-line[data-state="waiting-for-xray"]').waitFor();
    await tabTo('.kept-line button.quiet');
    await press('Enter');
    await page.locator('.history > li').waitFor();
    await lookAt('history');
    await tabTo('.history-row button');
    await press('Enter');
    await page.locator('[data-screen="result"]').waitFor();
    expect(complaints).toEqual([]);
  });
});
