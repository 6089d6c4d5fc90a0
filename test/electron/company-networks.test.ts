import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { tEnglish } from '../../src-main/i18n/translator.ts';
import { COMPANY_NETWORKS, setUp } from '../support/servers/company-networks.ts';
import type { CompanyNetwork, StandingNetwork } from '../support/servers/company-networks.ts';
import { startSwitchboard } from '../support/servers/switchboard.ts';
import type { Switchboard } from '../support/servers/switchboard.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { logged } from '../support/electron-runtime/launching/logged.ts';
import { shareApp } from '../support/electron-runtime/launching/shared-app.ts';
import { submitForm, verdictOf } from '../support/browser/walk.ts';
import { findInBytes } from '../support/faults/marker-search.ts';

const MARKER = 'marker-secret-9f02c7ab4418de53-marker';
const REGION = { kind: 'residency', rule: 'residency.region-text', words: [] } as const;
const PAC: CompanyNetwork = { name: 'a PAC script', proxy: {}, expected: REGION };
const UNKNOWN: CompanyNetwork = { name: 'second', knowsAuthority: false, expected: REGION };

/** The proxy of the system, as far as the app can tell. */
type Proxy = { readonly proxyRules: string } | { readonly pacScript: string } | { readonly mode: 'direct' };

describe('company networks, in the real window: one app, which each test meets at its empty form', () => {
  const standing = new Map<CompanyNetwork, StandingNetwork>();
  let switchboard: Switchboard;
  let folder = '';
  let running: LaunchedApp;
  const shared = shareApp(() => {
    const [first] = standing.values();
    const names = first?.fake.names ?? [];
    return launchApp({
      env: {
        XRAY_DOCTOR_CONNECT_TO: names.map((name) => `${name}:443=127.0.0.1:${switchboard.port}`).join(','),
      },
      args: ['--extra-ca', join(folder, 'known.pem')],
    });
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'known-authorities-'));
    chmodSync(folder, 0o755);
    switchboard = await startSwitchboard();
    for (const network of [...COMPANY_NETWORKS, PAC, UNKNOWN]) standing.set(network, await setUp(network));
    const known = [...standing.values()].flatMap((network) => network.known);
    writeFileSync(join(folder, 'known.pem'), known.join('\n'), { mode: 0o644 });
  });
  beforeEach(async () => {
    running = await shared.fromForm();
  });
  afterAll(async () => {
    await shared.close();
    for (const network of standing.values()) await network.close();
    await switchboard.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** From now on the app is in this network. */
  const enter = async (
    network: CompanyNetwork,
    proxyOf?: (address: string) => Proxy,
  ): Promise<StandingNetwork> => {
    const entered = standing.get(network);
    if (entered === undefined) throw new Error(`${network.name} does not stand`);
    switchboard.leadTo(Number(new URL(entered.fake.url).port));
    const { proxyAddress } = entered;
    const proxy: Proxy =
      proxyAddress === null
        ? { mode: 'direct' }
        : (proxyOf?.(proxyAddress) ?? { proxyRules: `http://${proxyAddress}` });
    await running.app.evaluate(
      ({ session }, config) =>
        session.fromPartition('network').setProxy({ ...config, proxyBypassRules: '<-loopback>' }),
      proxy,
    );
    return entered;
  };

  const check = async (): Promise<{ kind: string | null; text: string }> => {
    const { page } = running;
    await submitForm(page, { clientId: 'region-text', secret: MARKER });
    const kind = await verdictOf(page);
    // Also what lies in a fold.
    return { kind, text: (await page.locator('[data-screen="result"]').textContent()) ?? '' };
  };

  it.each(COMPANY_NETWORKS.map((network) => [network.name, network] as const))(
    '%s',
    async (_name, network) => {
      const { fake, proxy } = await enter(network);
      const { kind, text } = await check();
      expect(kind, text).toBe(network.expected.kind);
      for (const words of network.expected.words) expect(text).toContain(words);
      if (proxy !== null) expect(proxy.asked.length).toBeGreaterThan(0);
      if (kind === 'residency') expect(fake.requests.length).toBeGreaterThan(0);
      // The built-in browser does not know the authority either.
      if (network.knowsAuthority === false) expect(text).toContain(tEnglish('second.fails'));
      expect(fake.trap.visits).toEqual([]);
    },
  );

  it('a PAC script whose first proxy is away', async () => {
    const { proxy } = await enter(PAC, (address) => {
      const script = `function FindProxyForURL(url, host) {
        return host.endsWith('.getxray.app') ? 'PROXY 127.0.0.1:1; PROXY ${address}; DIRECT' : 'DIRECT';
      }`;
      const encoded = Buffer.from(script).toString('base64');
      return { pacScript: `data:application/x-ns-proxy-autoconfig;base64,${encoded}` };
    });
    expect((await check()).kind).toBe('residency');
    expect(proxy?.asked.length).toBe(4);
  });

  it("has been told its authorities by the option --extra-ca; the system's roots come from a thread", async () => {
    const known = [...standing.values()].flatMap((network) => network.known).length;
    await logged(
      running,
      new RegExp(`certificates: [1-9]\\d* of the system \\(\\d+ ms\\), ${known} extra`, 'u'),
    );
  });

  // The last one: from here on the built-in browser takes every certificate.
  it('tells when the network of the built-in browser gets through and a direct connection does not', async () => {
    const { fake } = await enter(UNKNOWN);
    // Stands for a certificate that the system's own store knows and ours does not.
    await running.app.evaluate(({ session }) =>
      session.fromPartition('network').setCertificateVerifyProc((_request, answer) => answer(0)),
    );
    const { kind, text } = await check();
    expect(kind).toBe('tls-untrusted');
    expect(text).toContain(tEnglish('second.works'));
    expect(fake.issuedTokens).toHaveLength(1);
    const page = await running.page.content();
    expect(findInBytes('page', Buffer.from(page), [MARKER, ...fake.issuedTokens])).toEqual([]);
    expect(page).toContain('The same call on the network of the built-in browser');
  });
});
