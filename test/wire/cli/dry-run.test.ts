import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFakeXray } from '../../support/fake-xray/server.ts';
import type { FakeXray } from '../../support/fake-xray/server.ts';
import { runCli } from '../../support/process/run-cli.ts';

/** Not documented anywhere; a name of the tests' own. */
const FURTHER = 'https://te.xray.cloud.getxray.app';

describe('what a check will do', () => {
  let fake: FakeXray;
  beforeAll(async () => {
    fake = await startFakeXray({ regionBaseUrls: { TE: FURTHER }, atlassianTrouble: 'Partial outage' });
  });
  afterAll(() => fake.close());

  const env = () => ({
    XRAY_CLIENT_SECRET: 'fake-secret',
    XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
    NODE_EXTRA_CA_CERTS: fake.caFile,
  });
  const SITES = ['--jira', 'acme', '--confluence', 'no-such-wiki'];

  it('is listed without a single request, and is what then happens', async () => {
    const dry = await runCli(['--dry-run', ...SITES], { env: env() });
    expect(dry.exitCode).toBe(0);
    expect(fake.requests).toEqual([]);
    const listed = dry.stdout.split('\n').filter((line) => /^(?:GET|POST) /u.test(line));
    expect(listed).toHaveLength(15);

    const run = await runCli(['--client-id', 'region-text', ...SITES], { env: env() });
    expect(run.exitCode).toBe(3);
    const made = fake.requests.map(({ method, host, path }) => `${method} https://${host}${path}`);
    const beyond = made.filter((request) => request.includes(FURTHER));
    expect(beyond).toHaveLength(2);
    expect(dry.stdout).toContain('If Xray names other servers of its own, the same two requests go there.');
    expect(made.filter((request) => !beyond.includes(request)).sort()).toEqual([...listed].sort());

    expect(run.stdout).toContain("Atlassian doesn't know a site named no-such-wiki.atlassian.net.");
    expect(run.stdout).toContain('“Partial outage”');
  });

  it('needs no sites and no keys, and refuses a site that is none', async () => {
    const bare = await runCli(['--dry-run']);
    expect(bare.exitCode).toBe(0);
    expect(bare.stdout).not.toContain('atlassian.net');
    const wrong = await runCli(['--dry-run', '--jira', 'https://example.com/']);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('name that ends in atlassian.net');
  });
});
