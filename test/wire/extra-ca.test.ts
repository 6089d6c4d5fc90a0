import { basename, dirname } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Environment } from '../../src-main/compose.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { composed, NO_LISTENER } from '../support/samples/composed.ts';
import { runCli } from '../support/process/run-cli.ts';

const SECRET = 'fake-secret-that-is-long-enough';
const ARGS = ['--client-id', 'region-text', '--jira', 'acme', '--confluence', 'acme'];
const CONNECTION = {
  clientId: 'region-text',
  clientSecret: SECRET,
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
} as const;

describe('an authority of our own', () => {
  let fake: FakeXray;
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());

  const services = (own: Partial<Environment>) =>
    composed({ XRAY_DOCTOR_CONNECT_TO: fake.connectTo }, { folder: dirname(fake.caFile), ...own });

  it.each([
    ['the option', (caFile: string) => [['--extra-ca', caFile], {}] as const],
    ['the variable', (caFile: string) => [[], { XRAY_DOCTOR_EXTRA_CA: caFile }] as const],
  ])('is trusted by %s in the terminal', async (_name, by) => {
    const [args, env] = by(fake.caFile);
    const run = await runCli([...ARGS, ...args], {
      env: { XRAY_CLIENT_SECRET: SECRET, XRAY_DOCTOR_CONNECT_TO: fake.connectTo, ...env },
    });
    expect(run.exitCode, run.stderr).toBe(3);
  });

  it('is found from the folder of the start, and what was read is told', async () => {
    const told: string[] = [];
    const { diagnose, checkExtraCa } = services({
      extraCa: basename(fake.caFile),
      log: (line) => told.push(line),
    });
    expect(await checkExtraCa()).toEqual({ ok: true, value: null });
    const { diagnosis } = await diagnose(CONNECTION, NO_LISTENER, new AbortController().signal);
    expect(diagnosis.verdict.kind).toBe('residency');
    expect(told).toEqual([expect.stringMatching(/^certificates: \d+ of the system \(\d+ ms\), 1 extra$/u)]);
  });

  it("waits for the system's roots before the first connection", async () => {
    const { promise, resolve } = Promise.withResolvers<{ certificates: string[]; waitedMs: number }>();
    const steps: string[] = [];
    const { diagnose } = services({
      systemRoots: () => promise,
      resolveRoute: async () => {
        steps.push('connection');
        return [{ kind: 'direct' }];
      },
    });
    const run = diagnose(CONNECTION, NO_LISTENER, new AbortController().signal);
    await new Promise((next) => setImmediate(next));
    steps.push('roots');
    resolve({ certificates: [fake.authorityPem], waitedMs: 1 });
    expect((await run).diagnosis.verdict.kind).toBe('residency');
    expect(steps[0]).toBe('roots');
  });

  it("goes on without the system's roots, says so beside a refused certificate, and tries again", async () => {
    const answers = [null, [fake.authorityPem]];
    const { diagnose, problems } = services({
      systemRoots: async () => ({ certificates: answers.shift() ?? null, waitedMs: 20_000 }),
    });
    const first = await diagnose(CONNECTION, NO_LISTENER, new AbortController().signal);
    expect(first.diagnosis.verdict.kind).toBe('tls-untrusted');
    const isAbout = ({ id }: { readonly id: string }): boolean => id === 'system-roots';
    expect(first.diagnosis.checks?.filter(isAbout)).toMatchObject([
      { level: 'look', sentence: expect.stringContaining("couldn't be read in time") },
    ]);
    const second = await diagnose(CONNECTION, NO_LISTENER, new AbortController().signal);
    expect(second.diagnosis).toMatchObject({ verdict: { kind: 'residency' } });
    expect(second.diagnosis.checks?.filter(isAbout)).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('can be stopped while it waits for them', async () => {
    const stop = new AbortController();
    const { diagnose } = services({ systemRoots: () => new Promise(() => undefined) });
    const run = diagnose(CONNECTION, NO_LISTENER, stop.signal);
    stop.abort();
    const startedAt = performance.now();
    const { verdict, exchanges } = (await run).diagnosis;
    expect(verdict.kind).toBe('cancelled');
    expect(exchanges.filter(({ timing }) => timing.tcpMs !== null)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
