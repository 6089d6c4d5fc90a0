import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { submitForm } from '../support/browser/walk.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';

describe('an authority of our own, in a real Electron window', () => {
  let fake: FakeXray;
  let running: LaunchedApp | null = null;
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  afterEach(async () => {
    // Rejects when the main thread asked for the system's certificates (electron-45-switches.cjs).
    await running?.close();
    running = null;
  });

  const untilLogged = async ({ app }: LaunchedApp, line: RegExp): Promise<void> => {
    const folder = await app.evaluate(({ app: own }) => own.getPath('logs'));
    const read = (): string => {
      try {
        return readFileSync(join(folder, 'doctor.log'), 'utf8');
      } catch {
        return '';
      }
    };
    await expect.poll(read, { timeout: 20_000 }).toMatch(line);
  };

  // By the option: company-networks.test.ts.
  it("is trusted by the variable; the system's roots come from a thread", async () => {
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, XRAY_DOCTOR_EXTRA_CA: fake.caFile },
    });
    const { page } = running;
    await submitForm(page, { clientId: 'region-text', secret: 'fake-secret-that-is-long-enough' });
    await page.locator('[data-verdict="residency"]').waitFor();
    await untilLogged(running, /certificates: [1-9]\d* of the system \(\d+ ms\), 1 extra/u);
  });

  it('tells of a file that cannot be used, and goes on', async () => {
    running = await launchApp({
      env: { XRAY_DOCTOR_CONNECT_TO: fake.connectTo },
      args: ['--extra-ca=nothing.pem'],
    });
    await running.page.locator('[data-screen="connect"]').waitFor();
    await untilLogged(running, /--extra-ca .*(?:doesn't exist|not there)/u);
  });
});
