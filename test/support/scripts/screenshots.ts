/**
 * `npm run screenshots`: the pictures of the main screens in `assets/screenshots`, taken from the real app in a real Electron
 * against the fake Xray, so that they show what a person sees. Always the same size, light, in English.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';

import { launchApp } from '../electron-runtime/launching/launch.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';
import { startVirtualDisplay } from '../electron-runtime/display/virtual-display.ts';
import { PAGE_BYTES } from '../browser/every-screen/samples.ts';
import { environmentFor } from '../fake-xray/help.ts';
import { startFakeXray } from '../fake-xray/server.ts';
import { ensureSystemPackages } from '../process/system-packages.ts';

const FOLDER = join(REPOSITORY, 'assets/screenshots');
const SIZE = { width: 960, height: 720 };
const SAMPLE_SECRET = '0123456789abcdef'.repeat(4);

async function takePictures(): Promise<void> {
  await ensureSystemPackages('tests', (line) => process.stderr.write(`${line}\n`));
  // A display of its own even where there is one: no theme, scale or font size of somebody's desk.
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  if (display !== null) process.env['DISPLAY'] = display.display;
  const fake = await startFakeXray();
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const downloads = join(folder, 'Downloads');
  mkdirSync(downloads);
  for (const each of [folder, downloads]) chmodSync(each, 0o777);
  mkdirSync(FOLDER, { recursive: true });
  const running = await launchApp({
    env: environmentFor(fake),
    args: ['--lang=en-GB', '--force-device-scale-factor=1'],
  });
  try {
    const { app, page } = running;
    // The window takes its remembered place before that.
    await page.locator('[data-screen="connect"]').waitFor();
    await app.evaluate(
      ({ app: electron, BrowserWindow }, { target, width, height }) => {
        electron.setPath('downloads', target);
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      { target: downloads, ...SIZE },
    );
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.waitForFunction(
      ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
      SIZE,
    );
    await walk(page, async (name) => {
      // Neither a cursor nor a button that happens to lie under the mouse.
      await page.mouse.move(0, 0);
      const shot = await page.screenshot({ caret: 'hide', scale: 'css' });
      const path = join(FOLDER, `${name}.png`);
      writeFileSync(path, shot);
      process.stdout.write(`${path}\n`);
    });
  } finally {
    await running.close();
    await fake.close();
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The way of a site in the wrong region, from the first screen to the last. */
async function walk(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const primary = page.locator('[data-primary]:not([aria-disabled="true"])');
  const arrive = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor();
  await page.locator('[name="clientId"]').fill('only-eu-works');
  await page.locator('[name="clientSecret"]').fill(SAMPLE_SECRET);
  await page.locator('[name="jiraSite"]').fill('acme');
  await page.locator('h1').focus();
  await shoot('connect');
  await primary.click();
  await page.locator('[data-verdict]:not(:has([data-comparing]))').waitFor();
  await shoot('result');
  await primary.click();
  await arrive('screenshot');
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(PAGE_BYTES) });
  await page.locator('.editor img').waitFor();
  await shoot('screenshot');
  await primary.click();
  await page.locator('[data-screen="send"] .report-page').waitFor();
  await shoot('send');
}

await takePictures();
