import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, settingsSchema } from '../../src-main/contract/settings.ts';
import type { WindowPlace } from '../../src-main/contract/settings.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { currentRuntime, launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { hasWeston, startWayland } from '../support/electron-runtime/display/wayland-display.ts';
import type { WaylandDisplay } from '../support/electron-runtime/display/wayland-display.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { readZip } from '../support/faults/marker-search.ts';
import { keepOpened, save, submitForm, unfold, verdictOf } from '../support/browser/walk.ts';

const POLL = { timeout: 10_000 };
/** Electron takes Wayland by itself since then. */
const WAYLAND_BY_DEFAULT = 38;

if (!hasWeston()) {
  console.error('There is no Wayland compositor (package weston): nothing was tried on Wayland.');
  it.runIf((process.env['CI'] ?? '') !== '')('needs the package weston', () => {
    expect.fail('Weston is not installed, and here it has to be.');
  });
}

describe.skipIf(!hasWeston())('under a real Wayland compositor', () => {
  let wayland: WaylandDisplay;
  let xray: FakeXray;
  let userData = '';
  let downloads = '';

  beforeAll(async () => {
    wayland = await startWayland();
    xray = await startFakeXray();
    userData = mkdtempSync(join(tmpdir(), 'user-data-'));
    downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
    chmodSync(downloads, 0o777);
  });
  afterAll(async () => {
    await xray.close();
    wayland.stop();
    for (const folder of [userData, downloads]) rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<LaunchedApp> => {
    const { electron } = await currentRuntime();
    const running = await launchApp({
      env: {
        ...wayland.env,
        XRAY_DOCTOR_CONNECT_TO: xray.connectTo,
        NODE_EXTRA_CA_CERTS: xray.caFile,
      },
      userData,
      args: [
        // The compositor has no graphics card to lend; without the switch Chromium gives up on one only after it has painted nothing.
        '--disable-gpu',
        ...(Number.parseInt(electron, 10) < WAYLAND_BY_DEFAULT ? ['--ozone-platform=wayland'] : []),
      ],
    });
    await running.app.evaluate(({ app }, folder) => app.setPath('downloads', folder), downloads);
    return running;
  };
  /** How much of the screen is white, which nothing but our window is. */
  const whitePart = (): number => {
    const { pixels } = wayland.screen();
    return pixels.reduce((count, pixel) => (pixel === 0xffffff ? count + 1 : count), 0) / pixels.length;
  };
  const sizeOf = ({ app }: LaunchedApp): Promise<{ readonly width: number; readonly height: number }> =>
    app.evaluate(({ BrowserWindow }) => {
      const { width, height } = BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? {
        width: 0,
        height: 0,
      };
      return { width, height };
    });
  const keptPlace = (): WindowPlace | null =>
    settingsSchema.parse(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).window;

  it('shows its window, takes a picture by the system’s dialog, and saves the evidence', async () => {
    expect(whitePart()).toBeLessThan(0.02);
    const running = await start();
    try {
      const { page, app } = running;
      await expect.poll(whitePart, POLL).toBeGreaterThan(0.2);
      await submitForm(page, { clientId: 'region-text', secret: 'fake-secret-of-nobody' });
      expect(await verdictOf(page)).toBe('residency');
      await page.locator('[data-way="screenshot"]').click();
      await unfold(page, '.other-ways');
      const choose = page.locator('.other-ways > li').first().locator('button').last();
      // The first press shows that the system asks, the next one has it ask.
      await choose.click();
      await page.getByText(tEnglish('picture.chooser.lead')).waitFor();

      // The person closes the dialog; Electron rejects with a string.
      await app.evaluate(({ desktopCapturer }) => {
        const getSources = desktopCapturer.getSources.bind(desktopCapturer);
        desktopCapturer.getSources = () => {
          desktopCapturer.getSources = getSources;
          return Promise.reject('Failed to get sources.');
        };
      });
      await choose.click();
      await page.locator('[data-screen="screenshot"] .notice').waitFor();

      // No portal is there; the older runtime has a stand-in for one (electron-45-switches.cjs).
      const { electron } = await currentRuntime();
      if (electron.startsWith('25.')) {
        await choose.click();
        await page.locator('.editor img').waitFor();
        await page.locator('[data-primary]').click();
      } else await page.locator('[data-skip]').click();
      await page.locator('[data-screen="send"] .report-page').waitFor();
      await keepOpened(running);
      await save(page);
      const zip = readdirSync(downloads).find((file) => file.endsWith('.zip')) ?? '';
      const entries = [...(await readZip(readFileSync(join(downloads, zip)))).keys()];
      expect(entries).toContain('summary.txt');
      if (electron.startsWith('25.')) expect(entries).toContain('pictures/residency-1.png');
    } finally {
      await running.close();
    }
  });

  it('comes back in its size; a place that another session left is kept and not overwritten', async () => {
    const left: WindowPlace = { x: 40, y: 60, width: 900, height: 700, maximized: false };
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, window: left }));
    chmodSync(join(userData, 'settings.json'), 0o666);
    const first = await start();
    await first.page.locator('[data-screen="connect"]').waitFor();
    await expect.poll(() => sizeOf(first), POLL).toEqual({ width: 900, height: 700 });
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(820, 640));
    await expect.poll(() => sizeOf(first), POLL).toEqual({ width: 820, height: 640 });
    await first.close();
    expect(keptPlace()).toEqual({ ...left, width: 820, height: 640 });

    const second = await start();
    await second.page.locator('[data-screen="connect"]').waitFor();
    await expect.poll(() => sizeOf(second), POLL).toEqual({ width: 820, height: 640 });
    await second.close();
  });
});
