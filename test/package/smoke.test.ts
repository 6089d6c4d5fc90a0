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
import { findInBytes, findInFolder, readZip } from '../support/faults/marker-search.ts';
import { packedBuild } from '../support/packed-build.ts';
import { saveByCopying, submitForm, toSend, verdictOf } from '../support/browser/walk.ts';

const { executable, electron } = await packedBuild();
const MARKER = 'marker-secret-7d24b1e90c53f8a6-marker';
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

  it('shows its window in its sandbox, makes a check, saves the evidence without any secret, and ends with 0', async () => {
    running = await openPacked(executable, {
      XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
      XRAY_DOCTOR_EXTRA_CA: fake.caFile,
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

    // The build says itself that it is none for customers.
    await page.keyboard.press('F1');
    await page.getByText(/\d+\.\d+\.\d+-test/u).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-screen="connect"]').waitFor();
    await submitForm(page, { clientId: 'region-text', secret: MARKER });
    expect(await verdictOf(page)).toBe('residency');
    await toSend(page);
    await saveByCopying(page);
    const saved = bundles().filter((name) => !before.includes(name));
    const zip = saved.find((name) => name.endsWith('.zip')) ?? '';
    expect(saved.toSorted()).toEqual([zip.replace('.zip', '.eml'), zip]);
    const bytes = readFileSync(join(downloads, zip));
    expect((await inspectBundle(bytes)).state).toBe('sound');
    const entries = await readZip(bytes);
    expect([...entries.keys()]).toEqual(
      expect.arrayContaining(['summary.txt', 'diagnosis.json', 'manifest.json']),
    );
    const manifest: unknown = JSON.parse(entries.get('manifest.json')?.toString('utf8') ?? '');
    expect(manifest).toMatchObject({ appVersion: expect.stringMatching(/-test$/u) });
    const secrets = [MARKER, ...fake.issuedTokens];
    expect(secrets.length).toBeGreaterThan(4);
    expect(await findInFolder(running.home, secrets)).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.stdout() + running.stderr()), secrets)).toEqual([]);
    if (process.platform === 'linux') expectSandboxed(running.pid);

    await page.close();
    expect(await ended).toBe(0);
  });
});

/** No process runs as root or without Chromium's sandbox, and the page's is shut in by the kernel (proc(5), Seccomp). */
function expectSandboxed(main: number): void {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        return [{ pid: Number(pid), status, commandLine: readFileSync(`/proc/${pid}/cmdline`, 'latin1') }];
      } catch {
        return [];
      }
    });
  const field = (status: string, name: string): string =>
    new RegExp(`^${name}:\\s+(\\S+)`, 'mu').exec(status)?.[1] ?? '';
  const family = new Set([main]);
  for (let grown = -1; grown !== family.size;) {
    grown = family.size;
    for (const { pid, status } of processes) if (family.has(Number(field(status, 'PPid')))) family.add(pid);
  }
  const ours = processes.filter(({ pid }) => family.has(pid));
  const pages = ours.filter(({ commandLine }) => commandLine.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  for (const { commandLine, status } of ours) {
    expect(commandLine).not.toContain('--no-sandbox');
    expect(field(status, 'Uid')).not.toBe('0');
  }
  for (const { status } of pages) expect(field(status, 'Seccomp')).toBe('2');
}
