import { describe, expect, it } from 'vitest';

import type { Diagnosis } from '../../src-main/contract/diagnosis.ts';
import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import { routesFromEnvironment } from '../../src-main/network/proxy/proxy-route.ts';
import { COMPANY_NETWORKS, PROXY_PASSWORD, setUp } from '../support/servers/company-networks.ts';
import type { CompanyNetwork, StandingNetwork } from '../support/servers/company-networks.ts';
import { findInBytes } from '../support/faults/marker-search.ts';
import { runCli } from '../support/process/run-cli.ts';
import { composed, NO_LISTENER } from '../support/samples/composed.ts';

const ASKED = ['--client-id', 'region-text', '--jira', 'acme', '--confluence', 'acme', '--json'];
const CONNECTION = {
  clientId: 'region-text',
  clientSecret: 'fake-secret-of-nobody',
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
} as const;

async function diagnoseIn(network: CompanyNetwork, proxyUser: string | null) {
  const standing = await setUp(network);
  try {
    const run = await runCli(ASKED, {
      env: {
        ...standing.env,
        XRAY_CLIENT_SECRET: 'fake-secret-of-nobody',
        ...proxySettings(standing, proxyUser),
      },
    });
    return { run, standing, document: evidenceDocumentSchema.parse(JSON.parse(run.stdout)) };
  } finally {
    await standing.close();
  }
}

function proxySettings({ proxyAddress }: StandingNetwork, user: string | null): Record<string, string> {
  if (proxyAddress === null) return {};
  return { HTTPS_PROXY: `http://${user === null ? '' : `${user}@`}${proxyAddress}` };
}

function expectOf(
  { expected }: CompanyNetwork,
  { verdict, checks = [], exchanges }: Pick<Diagnosis, 'verdict' | 'checks' | 'exchanges'>,
  standing: StandingNetwork,
): void {
  expect(verdict).toMatchObject({ kind: expected.kind, rule: expected.rule });
  const told = [verdict.sentence, verdict.meaning, ...checks.map(({ sentence }) => sentence)].join(' ');
  for (const words of expected.words) expect(told).toContain(words);
  const { httpVersion } = expected;
  if (httpVersion !== undefined) expect(exchanges[0]?.response?.httpVersion).toBe(httpVersion);
  if (standing.proxy !== null) {
    expect(standing.proxy.asked.length).toBeGreaterThan(0);
    expect(exchanges.map(({ route }) => route.kind)).not.toContain('direct');
  }
  expect(standing.fake.trap.visits).toEqual([]);
}

describe('company networks', () => {
  it.concurrent.each(COMPANY_NETWORKS.map((network) => [network.name, network] as const))(
    '%s',
    async (_name, network) => {
      const standing = await setUp(network);
      try {
        const { diagnose } = composed(standing.env, {
          resolveRoute: routesFromEnvironment(proxySettings(standing, null)),
        });
        const { diagnosis } = await diagnose(CONNECTION, NO_LISTENER, new AbortController().signal);
        expectOf(network, diagnosis, standing);
      } finally {
        await standing.close();
      }
    },
    60_000,
  );
});

describe('company networks, through the CLI', () => {
  // What the environment says of a proxy and of authorities, as another process reads it.
  const told = COMPANY_NETWORKS.filter(
    ({ name }) =>
      name === 'a private authority that is not known' ||
      name === 'an inspecting proxy that the computer knows',
  );
  it('are two of them', () => {
    expect(told).toHaveLength(2);
  });

  it.concurrent.each(told.map((network) => [network.name, network] as const))(
    '%s',
    async (_name, network) => {
      const { document, standing } = await diagnoseIn(network, null);
      expectOf(network, document, standing);
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
