/**
 * `npm run screenshots`: the pictures of the main screens in `assets/screenshots`, taken from the real app in a real Electron
 * against the fake Xray and the fake Atlassian, so that they show what a person sees. Always the same size, light, in English.
 */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchApp } from '../electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';
import { startVirtualDisplay } from '../electron-runtime/display/virtual-display.ts';
import { startFakeAtlassian } from '../fake-atlassian/server.ts';
import { environmentFor } from '../fake-xray/help.ts';
import { scenarioOf } from '../fake-xray/scenarios.ts';
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
  const atlassian = await startFakeAtlassian();
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const downloads = join(folder, 'Downloads');
  mkdirSync(downloads);
  for (const each of [folder, downloads]) chmodSync(each, 0o777);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const running = await launchApp({
    env: { ...environmentFor(fake), XRAY_DOCTOR_CONNECT_TO: `${fake.connectTo},${atlassian.connectTo}` },
    args: ['--lang=en-US', '--force-device-scale-factor=1'],
  });
  try {
    const { app, page } = running;
    // The window takes its remembered place before that.
    await page.locator('[data-screen="connect"]').waitFor();
    await app.evaluate(
      ({ app: electron, BrowserWindow, shell }, { target, width, height }) => {
        electron.setPath('downloads', target);
        // No mail program opens, and the fake Atlassian's certificate is nobody's.
        shell.openExternal = async () => undefined;
        electron.on('session-created', (session) =>
          session.setCertificateVerifyProc((_request, answer) => answer(0)),
        );
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      { target: downloads, ...SIZE },
    );
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.waitForFunction(
      ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
      SIZE,
    );
    await walk(running, downloads, async (name) => {
      // Neither a cursor nor a button that happens to lie under the mouse.
      await page.mouse.move(0, 0);
      const shot = await page.screenshot({ caret: 'hide', scale: 'css' });
      const path = join(FOLDER, `${name}.png`);
      writeFileSync(path, shot);
      process.stdout.write(`${path}\n`);
    });
  } finally {
    await running.close();
    await atlassian.close();
    await fake.close();
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The way of a site in the wrong region, from the first screen to the last, and the report as support opens it. */
async function walk(
  { app, page }: LaunchedApp,
  downloads: string,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  const primary = page.locator('[data-primary]');
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.locator('[name="clientId"]').fill(scenarioOf('only-eu-works')?.alias ?? '');
  await page.locator('[name="clientSecret"]').fill(SAMPLE_SECRET);
  await page.locator('[name="jiraSite"]').fill('acme');
  await page.locator('h1').focus();
  await shoot('connect');
  await primary.click();
  await page.locator('[data-screen="result"]:not(:has([data-comparing]))').waitFor();
  await page.locator('.kept-foot').waitFor();
  await shoot('result');
  await primary.click();
  await page.locator('[data-screen="screenshot"]').waitFor();
  await page.getByText('Other ways, or no access').click();
  const opened = app.waitForEvent('window');
  await click("Open Atlassian's page");
  const site = await opened;
  await site.getByRole('button', { name: 'Continue' }).click();
  await site.getByRole('heading', { name: 'Organisations' }).waitFor();
  const browser = await app.browserWindow(site);
  await browser.evaluate((window) => window.setContentSize(1000, 470));
  await site.goto('https://admin.atlassian.com/o/fake/account');
  await click('Capture visible part');
  await page.locator('.editor img').waitFor();
  await shoot('screenshot');
  await primary.click();
  await page.locator('[data-screen="send"] .report-page').waitFor();
  await page.locator('[name="snapshotsError"]').selectOption('Xray token is invalid or expired');
  await page.locator('input[type="email"]').fill('jane@acme.example');
  await page.locator('h1').focus();
  await shoot('send');
  await primary.click();
  await page.locator('[data-sent]').waitFor();
  await shoot('done');
  await primary.click();
  await page.locator('[data-screen="connect"]').waitFor();
  const report = readdirSync(downloads).find((name) => name.endsWith('.zip')) ?? '';
  await page.locator('input[type="file"][multiple]').setInputFiles(join(downloads, report));
  await page.locator('[data-screen="evidence-file"] .desk h2').first().waitFor();
  await shoot('desk');
}

await takePictures();
