import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AppServices } from '../../../src-main/compose.ts';
import { evidenceDocumentSchema } from '../../../src-main/contract/report/verification.ts';
import { exitCodeOf } from '../../../src-main/cli/exit-codes.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { saveBundle } from '../../../src-main/evidence/bundle/save-bundle.ts';
import { SCENARIOS } from '../../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { findInBytes, findInFolder, readZip } from '../../support/faults/marker-search.ts';
import { expectMode } from '../../support/process/posix.ts';
import { runCli } from '../../support/process/run-cli.ts';
import { composed, NO_LISTENER } from '../../support/samples/composed.ts';

const WAITS = /^(?:slow|endless)-/u;
const MARKER = 'marker-secret-0c5d2e9b71f84a63-marker';
const FILES = /^xray-report-acme-XRD-[0-9A-Z]{6}-\d{8}T\d{4}Z\.(?:zip|eml)$/u;

describe('every scenario of the fake Xray', () => {
  let fake: FakeXray;
  let folder = '';
  let services: AppServices;
  let env: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
    fake = await startFakeXray();
    const own = { XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile };
    services = composed(own);
    env = { ...own, XRAY_CLIENT_SECRET: MARKER };
  });
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Expects a bundle and its draft in `out`, for their owner alone and without a secret. */
  async function expectEvidence(out: string): Promise<void> {
    const files = readdirSync(out);
    expect(files.filter((file) => FILES.test(file))).toHaveLength(2);
    for (const file of files) expectMode(join(out, file), 0o600);
    // Nothing of an ordinary answer looks like a credential, so that nothing is left out.
    const zip = await readZip(readFileSync(join(out, files.find((file) => file.endsWith('.zip')) ?? '')));
    expect([...zip.keys()]).toContain('calls/global-1-authenticate.txt');
    expect(String(zip.get('summary.txt'))).not.toContain('left out');
    expect(await findInFolder(out, [MARKER, ...fake.issuedTokens])).toEqual([]);
    expect(readFileSync(join(out, files.find((file) => file.endsWith('.eml')) ?? ''), 'latin1')).toContain(
      'X-Unsent: 1',
    );
  }

  // Those that wait for the app's own time limits come first, and the others run meanwhile.
  const waitFirst = SCENARIOS.toSorted(
    (one, other) => Number(WAITS.test(other.name)) - Number(WAITS.test(one.name)),
  );
  it.concurrent.each(waitFirst.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (name, { clientId, expectedVerdict }) => {
      const out = join(folder, name);
      mkdirSync(out);
      const sites = { jiraSite: 'acme.atlassian.net', confluenceSite: 'acme.atlassian.net' } as const;
      const run = await services.diagnose(
        { clientId, clientSecret: MARKER, ...sites },
        NO_LISTENER,
        new AbortController().signal,
      );
      const { verdict } = run.diagnosis;
      expect(verdict, verdict.sentence).toMatchObject({ kind: expectedVerdict });
      const bundle = await prepareBundle({
        ...run,
        residency: 'unknown',
        pictures: [],
        appVersion: '0.0.0',
        createdAt: new Date(run.diagnosis.finishedAt),
      });
      expect(await saveBundle(bundle, out, run.secrets)).toMatchObject({ ok: true });
      await expectEvidence(out);
    },
    120_000,
  );

  // One for each exit code; the echo gives the secret back.
  it.each(['healthy-zip', 'region-text', 'echo'])('ends the CLI as it should: %s', async (name) => {
    const scenario = SCENARIOS.find((each) => each.name === name);
    const out = join(folder, `cli-${name}`);
    const run = await runCli(
      ['--client-id', name, '--jira', 'acme', '--confluence', 'acme', '--json', '--out', out],
      { env },
    );
    const document = evidenceDocumentSchema.parse(JSON.parse(run.stdout));
    expect(document.verdict, run.stderr).toMatchObject({ kind: scenario?.expectedVerdict });
    expect(run.exitCode).toBe(exitCodeOf(document.verdict.kind));
    const secrets = [MARKER, ...fake.issuedTokens];
    expect(findInBytes('stdout', Buffer.from(run.stdout), secrets)).toEqual([]);
    expect(findInBytes('stderr', Buffer.from(run.stderr), secrets)).toEqual([]);
    await expectEvidence(out);
  });

  it('keeps the exit code of its verdict when the folder is gone by then, and says so', async () => {
    const out = join(folder, 'gone-by-then');
    const scenario = SCENARIOS.find(({ expectedVerdict }) => expectedVerdict === 'residency');
    if (scenario === undefined) throw new Error('No scenario has this verdict.');
    const run = await runCli(
      ['--client-id', scenario.clientId, '--jira', 'acme', '--confluence', 'acme', '--out', out],
      {
        env,
        onStderr: () => rmSync(out, { recursive: true, force: true }),
      },
    );
    expect(run.exitCode).toBe(exitCodeOf(scenario.expectedVerdict));
    expect(run.stdout).not.toBe('');
    expect(run.stderr).toMatch(/folder/u);
  });

  it('no redirect was followed, and no token came to another host than its own', () => {
    expect(fake.trap).toEqual({ visits: [], stolen: [] });
    expect(fake.strayTokens).toEqual([]);
    expect(fake.issuedTokens.length).toBeGreaterThan(80);
  });

  it('names the support of a profile beside the program, and tells one that it cannot use', async () => {
    const region = SCENARIOS.find(({ expectedVerdict }) => expectedVerdict === 'residency');
    const beside = join(folder, 'beside');
    mkdirSync(beside);
    const check = (profile: object) => {
      writeFileSync(join(beside, 'support-profile.json'), JSON.stringify(profile, null, 2));
      return runCli(
        ['--client-id', region?.clientId ?? '', '--jira', 'acme', '--confluence', 'acme', '--out', beside],
        {
          // As an AppImage tells where it lies.
          env: { ...env, APPIMAGE: join(beside, 'doctor.AppImage') },
        },
      );
    };
    const named = await check({ version: 1, name: 'Local Helpers', mail: 'help@support.example' });
    expect(named.stdout, named.stderr).toContain('Who can fix it: Xray, through Local Helpers');
    expect(named.stderr).toContain(
      'Note: Mail goes to help@support.example (Local Helpers) instead of support@radbee.com',
    );
    const mail = readdirSync(beside).find((file) => file.endsWith('.eml')) ?? '';
    expect(readFileSync(join(beside, mail), 'latin1')).toContain('To: help@support.example');

    const refused = await check({ version: 1, name: 'Local Helpers', mail: 'no address' });
    expect(refused.stderr).toMatch(/The profile of your support was not used\. “mail” must be/u);
    expect(refused.stdout).toContain('Who can fix it: Xray, through RadBee');
  });
});
