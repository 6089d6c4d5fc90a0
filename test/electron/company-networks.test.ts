import { afterEach, describe, expect, it } from 'vitest';

import { tEnglish } from '../../src-main/i18n/translator.ts';
import { COMPANY_NETWORKS, setUp } from '../support/servers/company-networks.ts';
import type { CompanyNetwork, StandingNetwork } from '../support/servers/company-networks.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { submitForm, verdictOf } from '../support/browser/walk.ts';
import { findInBytes } from '../support/faults/marker-search.ts';

const MARKER = 'marker-secret-9f02c7ab4418de53-marker';
const REGION = { kind: 'residency', rule: 'residency.region-text', words: [] } as const;

describe('company networks, in the real window', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  const open = async (
    network: CompanyNetwork,
  ): Promise<{ standing: StandingNetwork; running: LaunchedApp }> => {
    const standing = await setUp(network);
    closers.push(() => standing.close());
    const running = await launchApp({ env: standing.env });
    closers.push(() => running.close());
    return { standing, running };
  };

  /** The proxy of the system, as far as the app can tell. */
  const useProxy = async (
    { app }: LaunchedApp,
    config: { readonly proxyRules: string } | { readonly pacScript: string },
  ): Promise<void> =>
    app.evaluate(
      ({ session }, proxy) =>
        session.fromPartition('network').setProxy({ ...proxy, proxyBypassRules: '<-loopback>' }),
      config,
    );

  const check = async ({ page }: LaunchedApp): Promise<{ kind: string | null; text: string }> => {
    await submitForm(page, { clientId: 'region-text', secret: MARKER });
    const kind = await verdictOf(page);
    // Also what lies in a fold.
    return { kind, text: (await page.locator('[data-screen="result"]').textContent()) ?? '' };
  };

  it.each(COMPANY_NETWORKS.map((network) => [network.name, network] as const))(
    '%s',
    async (_name, network) => {
      const { standing, running } = await open(network);
      if (standing.proxyAddress !== null)
        await useProxy(running, { proxyRules: `http://${standing.proxyAddress}` });
      const { kind, text } = await check(running);
      expect(kind, text).toBe(network.expected.kind);
      for (const words of network.expected.words) expect(text).toContain(words);
      if (standing.proxy !== null) expect(standing.proxy.asked.length).toBeGreaterThan(0);
      expect(standing.fake.trap.visits).toEqual([]);
    },
  );

  it('a PAC script whose first proxy is away', async () => {
    const { standing, running } = await open({ name: 'PAC', proxy: {}, expected: REGION });
    const script = `function FindProxyForURL(url, host) {
      return host.endsWith('.getxray.app') ? 'PROXY 127.0.0.1:1; PROXY ${standing.proxyAddress ?? ''}; DIRECT' : 'DIRECT';
    }`;
    await useProxy(running, {
      pacScript: `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`,
    });
    expect((await check(running)).kind).toBe('residency');
    expect(standing.proxy?.asked.length).toBe(4);
  });

  it('tells when the network of the built-in browser gets through and a direct connection does not', async () => {
    const { standing, running } = await open({ name: 'second', knowsAuthority: false, expected: REGION });
    // Stands for a certificate that the system's own store knows and ours does not.
    await running.app.evaluate(({ session }) =>
      session.fromPartition('network').setCertificateVerifyProc((_request, answer) => answer(0)),
    );
    const { kind, text } = await check(running);
    expect(kind).toBe('tls-untrusted');
    expect(text).toContain(tEnglish('second.works'));
    expect(standing.fake.issuedTokens).toHaveLength(1);
    const page = await running.page.content();
    expect(findInBytes('page', Buffer.from(page), [MARKER, ...standing.fake.issuedTokens])).toEqual([]);
    expect(page).toContain('The same call on the network of the built-in browser');
  });

  it('tells when neither gets through', async () => {
    const { running } = await open({ name: 'neither', knowsAuthority: false, expected: REGION });
    expect((await check(running)).text).toContain(tEnglish('second.fails'));
  });
});
