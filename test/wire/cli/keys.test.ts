import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { ATLASSIAN_TOKEN, SECRET } from '../../support/pasted/keys.ts';
import { runCli } from '../../support/process/run-cli.ts';

const SITES = ['--jira', 'https://acme.jira.com/browse/X-1', '--confluence', 'acme'];

describe('keys as they are pasted into the terminal', () => {
  let fake: FakeXray;
  beforeAll(async () => {
    fake = await startFakeXray();
  });
  afterAll(() => fake.close());
  const env = () => ({ XRAY_DOCTOR_CONNECT_TO: fake.connectTo, NODE_EXTRA_CA_CERTS: fake.caFile });

  it('are taken from a block on standard input', async () => {
    const run = await runCli([...SITES, '--secret-stdin', '--json'], {
      env: env(),
      stdin: `Client ID: healthy-zip\nClient Secret: ${SECRET}\n`,
    });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.stderr).toMatch(/^Note: Client ID: A Client ID usually has 32 characters/mu);
    expect(run.stderr).not.toContain('Client Secret:');
    expect(run.stdout + run.stderr).not.toContain(SECRET);
  });

  it('are named for what they are when they are no keys of Xray', async () => {
    const answers = ['--contact-name', 'Sam Sample'];
    const run = await runCli(['--client-id', 'healthy-zip', ...SITES, '--json', ...answers], {
      env: { ...env(), XRAY_CLIENT_SECRET: ATLASSIAN_TOKEN },
    });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ intake: { contactName: 'Sam Sample' } });
    expect(run.stderr).toMatch(/^Note: Client Secret: This looks like an Atlassian API token/mu);
    expect(run.stdout + run.stderr).not.toContain('ATATT3xFfGF0');
  });

  it('are refused on the command line without being repeated', async () => {
    const run = await runCli(['--client-id', `healthy-zip:${SECRET}`, ...SITES], { env: env() });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/can be read by other programs.*Create a new key in Xray/u);
    expect(run.stderr).not.toContain(SECRET.slice(0, 8));
  });

  it('say which site was probably meant', async () => {
    const run = await runCli(
      ['--client-id', 'healthy-zip', '--jira', 'acme.atlasian.net', '--confluence', 'acme'],
      { env: { ...env(), XRAY_CLIENT_SECRET: SECRET } },
    );
    expect(run.exitCode).toBe(2);
    expect(run.stderr.trim()).toBe('Did you mean acme.atlassian.net?');
  });
});
