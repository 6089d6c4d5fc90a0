import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { exitCodeOf } from '../../src-main/terminal/report.ts';
import { currentRuntime } from '../support/electron-runtime/launch.ts';
import { runProgram } from '../support/electron-runtime/run-program.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { runCli } from '../support/run-cli.ts';

const SECRET = 'planted-secret-4b7d1e09c2f853a6';
const LIMIT_MS = 60_000;

describe('--diagnose in a real Electron', () => {
  let fake: FakeXray;
  let folder = '';
  beforeAll(async () => {
    fake = await startFakeXray();
    folder = mkdtempSync(join(tmpdir(), 'unattended-'));
    chmodSync(folder, 0o777);
  });
  afterAll(async () => {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['only-eu-works', 'licence-data'])(
    '%s: says and saves what the terminal twin does, with its exit code',
    async (name) => {
      const scenario = SCENARIOS.find((each) => each.name === name);
      if (scenario === undefined) throw new Error(`no scenario ${name}`);
      const args = ['--client-id', scenario.clientId, '--jira', 'acme', '--confluence', 'acme'];
      const env = {
        XRAY_CLIENT_SECRET: SECRET,
        XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
        NODE_EXTRA_CA_CERTS: fake.caFile,
      };
      const out = join(folder, name);
      const runtime = await currentRuntime();
      const { PATH, HOME } = process.env;
      const run = await runProgram(
        runtime.executablePath,
        [...runtime.args, '--diagnose', ...args, '--out', out],
        { env: { PATH, HOME, ...runtime.env, ...env }, limitMs: LIMIT_MS },
      );
      expect(run.exitCode, run.output).toBe(exitCodeOf(scenario.expectedVerdict));
      expect(readdirSync(out).filter((file) => /\.(?:zip|eml)$/u.test(file))).toHaveLength(2);
      expect(run.output).not.toContain(SECRET);

      const twin = await runCli(args, { env });
      expect(twin.exitCode).toBe(run.exitCode);
      const [headline = ''] = twin.stdout.split('\n');
      expect(headline).not.toBe('');
      expect(run.output).toContain(headline);
    },
  );
});
