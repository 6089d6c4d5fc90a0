import { describe, expect, it } from 'vitest';

import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import { COMPANY_NETWORKS, PROXY_PASSWORD, setUp } from '../support/servers/company-networks.ts';
import type { CompanyNetwork } from '../support/servers/company-networks.ts';
import { findInBytes } from '../support/faults/marker-search.ts';
import { runCli } from '../support/process/run-cli.ts';

const ASKED = ['--client-id', 'region-text', '--jira', 'acme', '--confluence', 'acme', '--json'];

async function diagnoseIn(network: CompanyNetwork, proxyUser: string | null) {
  const standing = await setUp(network);
  try {
    const proxy = standing.proxyAddress;
    const run = await runCli(ASKED, {
      env: {
        ...standing.env,
        XRAY_CLIENT_SECRET: 'fake-secret-of-nobody',
        ...(proxy === null
          ? {}
          : { HTTPS_PROXY: `http://${proxyUser === null ? '' : `${proxyUser}@`}${proxy}` }),
      },
    });
    return { run, standing, document: evidenceDocumentSchema.parse(JSON.parse(run.stdout)) };
  } finally {
    await standing.close();
  }
}

describe('company networks, through the CLI', () => {
  it.concurrent.each(COMPANY_NETWORKS.map((network) => [network.name, network] as const))(
    '%s',
    async (_name, network) => {
      const { document, standing } = await diagnoseIn(network, null);
      const { verdict, checks = [], exchanges } = document;
      expect(verdict).toMatchObject({ kind: network.expected.kind, rule: network.expected.rule });
      const told = [verdict.sentence, verdict.meaning, ...checks.map(({ sentence }) => sentence)].join(' ');
      for (const words of network.expected.words) expect(told).toContain(words);
      const { httpVersion } = network.expected;
      if (httpVersion !== undefined) expect(exchanges[0]?.response?.httpVersion).toBe(httpVersion);
      if (standing.proxy !== null) {
        expect(standing.proxy.asked.length).toBeGreaterThan(0);
        expect(exchanges.map(({ route }) => route.kind)).not.toContain('direct');
      }
      expect(standing.fake.trap.visits).toEqual([]);
    },
    60_000,
  );

  it('signs in to a proxy with what its address says, and shows it nowhere', async () => {
    const network = { name: 'sign-in', proxy: { password: PROXY_PASSWORD }, expected: { kind: 'residency' } };
    const { run, document, standing } = await diagnoseIn(
      { ...network, expected: { kind: 'residency', rule: 'residency.region-text', words: [] } },
      `anna:${PROXY_PASSWORD}`,
    );
    expect(document.verdict.kind).toBe('residency');
    expect(document.exchanges[0]?.route).toMatchObject({ kind: 'proxy', port: standing.proxy?.port });
    for (const text of [run.stdout, run.stderr]) {
      expect(findInBytes('output', Buffer.from(text), [PROXY_PASSWORD])).toEqual([]);
    }
  });

  it('goes past a proxy that NO_PROXY makes an exception of', async () => {
    const standing = await setUp({
      name: 'exception',
      proxy: { refuseWith: 403 },
      expected: { kind: 'residency', rule: 'residency.region-text', words: [] },
    });
    const run = await runCli(ASKED, {
      env: {
        ...standing.env,
        XRAY_CLIENT_SECRET: 'fake-secret-of-nobody',
        HTTPS_PROXY: `http://${standing.proxyAddress ?? ''}`,
        NO_PROXY: 'localhost;.getxray.app;atlassian.net;atlassian.com;.statuspage.io',
      },
    });
    await standing.close();
    expect(evidenceDocumentSchema.parse(JSON.parse(run.stdout)).verdict.kind).toBe('residency');
    expect(standing.proxy?.asked).toEqual([]);
  });
});
