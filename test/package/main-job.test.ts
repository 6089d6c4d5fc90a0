import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openPacked } from '../support/electron-runtime/launching/launch-packed.ts';
import type { PackedWindow } from '../support/electron-runtime/launching/launch-packed.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes, findInFolder, readZip } from '../support/faults/marker-search.ts';
import { packedBuild } from '../support/packed-build.ts';
import { saveByCopying, submitForm, toSend, verdictOf } from '../support/browser/walk.ts';

const MARKER = 'marker-secret-7d24b1e90c53f8a6-marker';
const { executable } = await packedBuild();

// Elsewhere the folder for downloads cannot be moved away from the person's own.
describe.skipIf(process.platform !== 'linux')('the main job in the packed app', () => {
  let fake: FakeXray;
  let running: PackedWindow | null = null;
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  afterEach(async () => {
    await running?.close();
    running = null;
  });

  it('form, verdict, evidence on disk, no secret anywhere; the page in its sandbox', async () => {
    running = await openPacked(executable, {
      XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
      XRAY_DOCTOR_EXTRA_CA: fake.caFile,
    });
    const { page, downloads, home } = running;
    await page.locator('[data-screen="connect"]').waitFor();
    // The build says itself that it is none for customers.
    await page.keyboard.press('F1');
    await page.getByText(/\d+\.\d+\.\d+-test/u).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-screen="connect"]').waitFor();
    await submitForm(page, { clientId: 'region-text', secret: MARKER });
    expect(await verdictOf(page)).toBe('residency');
    await toSend(page);
    await saveByCopying(page);

    const files = readdirSync(downloads);
    const zip = files.find((file) => file.endsWith('.zip')) ?? '';
    expect(files.toSorted()).toEqual([zip.replace('.zip', '.eml'), zip]);
    const entries = await readZip(readFileSync(join(downloads, zip)));
    expect([...entries.keys()]).toEqual(
      expect.arrayContaining(['summary.txt', 'diagnosis.json', 'manifest.json']),
    );
    const manifest: unknown = JSON.parse(entries.get('manifest.json')?.toString('utf8') ?? '');
    expect(manifest).toMatchObject({ appVersion: expect.stringMatching(/-test$/u) });
    const secrets = [MARKER, ...fake.issuedTokens];
    expect(secrets.length).toBeGreaterThan(4);
    expect(await findInFolder(home, secrets)).toEqual([]);
    expect(findInBytes('output', Buffer.from(running.stdout() + running.stderr()), secrets)).toEqual([]);

    expectSandboxed(running.pid);
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
