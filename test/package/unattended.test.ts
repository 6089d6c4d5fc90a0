import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import { exitCodeOf } from '../../src-main/cli/exit-codes.ts';
import { setUp } from '../support/servers/company-networks.ts';
import { startPacked } from '../support/electron-runtime/launching/launch-packed.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { findInBytes, findInFolder } from '../support/faults/marker-search.ts';
import { packedBuild } from '../support/packed-build.ts';
import { samplePng } from '../support/samples/pictures/sample-png.ts';

const MARKER = 'marker-secret-1f7c3a95e2d8b046-marker';
const { executable } = await packedBuild();
const GOOD = ['--jira', 'acme', '--confluence', 'acme'];

/** One of each exit code, one of them with a picture: it is read in a thread, whose code lies in the archive. */
const TRIED = [
  { name: 'healthy-zip', pictures: [] },
  { name: 'region-text', pictures: ['pictures/residency-1.png'] },
  { name: 'wrong-credentials', pictures: [] },
];

describe('--diagnose in the packed app', () => {
  let fake: FakeXray;
  let folder = '';
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unattended-'));
    chmodSync(folder, 0o777);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const diagnose = (
    args: readonly string[],
    options: { readonly env?: Record<string, string>; readonly stdin?: string } = {},
  ) =>
    startPacked(executable, {
      args: ['--diagnose', ...args],
      env: {
        XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
        XRAY_DOCTOR_EXTRA_CA: fake.caFile,
        TMPDIR: folder,
        ...options.env,
      },
      ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
    });

  it.each(TRIED)(
    '$name, pictures $pictures: verdict as JSON, evidence on disk, exit code, nothing left behind',
    async ({ name, pictures }) => {
      const scenario = SCENARIOS.find((each) => each.name === name);
      if (scenario === undefined) throw new Error(`no scenario ${name}`);
      const [out, picture] = [join(folder, 'evidence'), join(folder, 'page.png')];
      writeFileSync(picture, samplePng(1200, 800), { mode: 0o644 });
      const taken = pictures.flatMap(() => ['--picture', picture]);
      const run = diagnose(['--client-id', scenario.clientId, ...GOOD, '--json', ...taken, '--out', out], {
        env: { XRAY_CLIENT_SECRET: MARKER },
      });
      expect(await run.ended, run.stderr()).toBe(exitCodeOf(scenario.expectedVerdict));
      const document = evidenceDocumentSchema.parse(JSON.parse(run.stdout()));
      expect(document.verdict).toMatchObject({ kind: scenario.expectedVerdict });
      expect(document.pictures.map(({ path }) => path)).toEqual(pictures);
      expect(readdirSync(out).filter((file) => /\.(?:zip|eml)$/u.test(file))).toHaveLength(2);
      // Chromium's own files were in the temporary folder.
      expect(readdirSync(folder).toSorted()).toEqual(['evidence', 'page.png']);
      const secrets = [MARKER, ...fake.issuedTokens];
      expect(findInBytes('output', Buffer.from(run.stdout() + run.stderr()), secrets)).toEqual([]);
      expect(await findInFolder(folder, secrets)).toEqual([]);
    },
  );

  it.each([true, false])('a box that opens connections, its authority handed over: %s', async (isKnown) => {
    const inspecting = { maker: 'Zscaler Root CA', isKnown: true };
    const network = await setUp({
      name: 'a box',
      inspecting,
      expected: { kind: 'residency', rule: '', words: [] },
    });
    try {
      const { NODE_EXTRA_CA_CERTS: authorities = '', ...env } = network.env;
      const run = startPacked(executable, {
        args: ['--diagnose', '--client-id', 'region-text', ...GOOD, '--json'],
        env: {
          ...env,
          HTTPS_PROXY: `http://${network.proxyAddress}`,
          [isKnown ? 'XRAY_DOCTOR_EXTRA_CA' : 'NODE_EXTRA_CA_CERTS']: authorities,
          TMPDIR: folder,
          XRAY_CLIENT_SECRET: MARKER,
        },
      });
      expect(await run.ended, run.stderr()).toBe(isKnown ? 3 : 4);
      expect(evidenceDocumentSchema.parse(JSON.parse(run.stdout())).verdict).toMatchObject({
        kind: isKnown ? 'residency' : 'tls-untrusted',
      });
    } finally {
      await network.close();
    }
  });

  it('refuses a file for an extra authority that cannot be used', async () => {
    const run = diagnose(['--client-id', 'region-text', ...GOOD, '--extra-ca=nothing.pem']);
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain("The file set by --extra-ca couldn't be read");
  });

  it.skipIf(process.platform === 'win32')('takes the secret from standard input', async () => {
    const run = diagnose(['--client-id', 'region-text', ...GOOD, '--secret-stdin'], { stdin: `${MARKER}\n` });
    expect(await run.ended, run.stderr()).toBe(3);
    expect(run.stdout()).toContain('Who can fix it: Xray, through RadBee');
  });

  it.skipIf(process.platform === 'win32')(
    'an interrupt stops it at once, with its own exit code',
    async () => {
      const run = diagnose(['--client-id', 'slow-bytes', ...GOOD], { env: { XRAY_CLIENT_SECRET: MARKER } });
      while (!run.stderr().includes('Asking for data'))
        await new Promise((resolve) => setTimeout(resolve, 20));
      run.kill('SIGINT');
      expect(await run.ended).toBe(130);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'an interrupt while it starts never looks like success',
    async () => {
      const runs = Array.from({ length: 16 }, async (_, index) => {
        const run = diagnose(['--client-id', 'slow-bytes', ...GOOD], { env: { XRAY_CLIENT_SECRET: MARKER } });
        await new Promise((resolve) => setTimeout(resolve, 80 * (index + 1)));
        run.kill('SIGINT');
        return run.ended;
      });
      // Null stands for the signal itself, before any of our code runs.
      const exitCodes = await Promise.all(runs);
      expect(exitCodes.filter((exitCode) => exitCode !== 130 && exitCode !== null)).toEqual([]);
      // Whom the signal itself ended could not remove Chromium's folder; nobody else leaves anything.
      const left = readdirSync(folder);
      expect(left.filter((name) => !name.startsWith('xray-residency-doctor-'))).toEqual([]);
      expect(left.length).toBeLessThanOrEqual(exitCodes.filter((exitCode) => exitCode === null).length);
    },
  );

  it('asks nobody for a secret that is missing, and refuses one on the command line', async () => {
    const missing = diagnose(['--client-id', 'region-text', ...GOOD]);
    expect(await missing.ended).toBe(2);
    expect(missing.stderr()).toContain('The Client Secret is missing.');
    const spoken = diagnose(['--client-id', 'region-text', ...GOOD, '--client-secret', MARKER]);
    expect(await spoken.ended).toBe(2);
    expect(spoken.stderr()).not.toContain(MARKER);
  });

  it.skipIf(process.platform !== 'linux')('says what to do where there is no display', async () => {
    const run = diagnose(['--help'], { env: { DISPLAY: '' } });
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain('xvfb-run');
  });
});
