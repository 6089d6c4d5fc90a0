import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { inspectBundle } from '../support/samples/arrivals/inspect-bundle.ts';
import { electron45Version, mustBePinned } from '../support/electron-runtime/electron-45.ts';
import { openPacked } from '../support/electron-runtime/launching/launch-packed.ts';
import type { PackedWindow } from '../support/electron-runtime/launching/launch-packed.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { packedBuild } from '../support/packed-build.ts';
import { saveByCopying, submitForm, toSend, verdictOf } from '../support/browser/walk.ts';

const { executable, electron } = await packedBuild();
const BUNDLE = /^xray-(?:report|evidence)-.*\.(?:zip|eml)$/u;

// Windows has one folder for downloads, the person's own: there it runs where nobody's files are (CI is set by GitHub).
const mayRun = process.platform !== 'win32' || (process.env['CI'] ?? '') !== '';

describe.skipIf(!mayRun)('the packed app on this system', () => {
  let fake: FakeXray;
  let running: PackedWindow | null = null;
  let downloads = '';
  const bundles = (): string[] => readdirSync(downloads).filter((name) => BUNDLE.test(name));
  let before: readonly string[] = [];
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  afterEach(async () => {
    if (process.platform === 'win32')
      for (const name of bundles().filter((each) => !before.includes(each))) rmSync(join(downloads, name));
    await running?.close();
    running = null;
  });

  it('shows its window, makes a check, saves the evidence, and ends with 0', async () => {
    running = await openPacked(executable, {
      XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
      // The first is for the Electron of the product, which takes the second out of the environment of a packed app.
      XRAY_DOCTOR_EXTRA_CA: fake.caFile,
      NODE_EXTRA_CA_CERTS: fake.caFile,
    });
    const { page, ended } = running;
    downloads = process.platform === 'win32' ? join(homedir(), 'Downloads') : running.downloads;
    before = bundles();

    await page.locator('[data-screen="connect"]').waitFor();
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
    // Which Electron it is says the program itself.
    const version = /\bElectron\/(\S+)/u.exec(await page.evaluate(() => navigator.userAgent))?.[1];
    expect(version).toBe(electron);
    if (mustBePinned(process.env)) expect(version).toBe(electron45Version());

    await submitForm(page, { clientId: 'region-text', secret: 'fake-secret-of-nobody' });
    expect(await verdictOf(page)).toBe('residency');
    await toSend(page);
    await saveByCopying(page);
    const saved = bundles().filter((name) => !before.includes(name));
    expect(saved.map((name) => name.slice(-4)).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      '.eml',
      '.zip',
    ]);
    const zip = saved.find((name) => name.endsWith('.zip')) ?? '';
    expect((await inspectBundle(readFileSync(join(downloads, zip)))).state).toBe('sound');

    await page.close();
    expect(await ended).toBe(0);
  });
});
