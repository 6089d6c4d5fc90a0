import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { exitCodeOf } from '../../src-main/cli/exit-codes.ts';
import { currentRuntime } from '../support/electron-runtime/launching/launch.ts';
import { runProgram } from '../support/electron-runtime/launching/run-program.ts';
import { SCENARIOS } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { processesBelow, searchMemory } from '../support/process/process-memory.ts';
import { runCli } from '../support/process/run-cli.ts';

/** Empty for a process that has ended meanwhile. */
function readEnvironment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

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
    '%s: says and saves what the CLI does, with its exit code',
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

  // What a process is given at its start stays readable in /proc as long as it lives: of the main one and of those that
  // Chromium forks before any code of ours runs (the zygotes and their forks), it cannot be taken back.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'gives the secret of the environment to no process that is started later',
    async () => {
      const runtime = await currentRuntime();
      const { PATH, HOME } = process.env;
      const args = ['--client-id', 'slow-bytes', '--jira', 'acme', '--confluence', 'acme'];
      const child = spawn(runtime.executablePath, [...runtime.args, '--diagnose', ...args], {
        env: {
          PATH,
          HOME,
          ...runtime.env,
          XRAY_CLIENT_SECRET: SECRET,
          XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
          NODE_EXTRA_CA_CERTS: fake.caFile,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(child, 'exit');
      try {
        let told = '';
        await new Promise<void>((resolve) => {
          child.stderr.on('data', (chunk) => {
            told += String(chunk);
            if (told.includes('Asking for data')) resolve();
          });
          child.once('exit', () => resolve());
        });
        const kindsNow = (): string[] => processesBelow(child.pid ?? 0).map(({ kind }) => kind);
        await expect.poll(kindsNow, { timeout: 20_000 }).toContain('utility');
        const processes = processesBelow(child.pid ?? 0);
        const given = processes.filter(
          ({ pid, kind }) =>
            readEnvironment(pid).includes(SECRET) || searchMemory(pid, kind, [SECRET]).findings.length > 0,
        );
        const kinds = new Set(given.map(({ kind }) => kind));
        // Chromium's GPU process is a fork of a zygote here.
        expect([...kinds].filter((kind) => !['browser', 'zygote', 'gpu-process'].includes(kind))).toEqual([]);
        expect(kinds).toContain('browser');
      } finally {
        // As root the program itself is a child of the one that was started.
        for (const { pid } of processesBelow(child.pid ?? 0)) process.kill(pid, 'SIGKILL');
        await ended;
      }
    },
  );
});
