import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { VerdictKind } from '../../../src-main/contract/diagnosis.ts';
import { makeAuthority } from './certificates.ts';
import { startFakeProxy } from './fake-proxy.ts';
import type { FakeProxy, FakeProxyOptions } from './fake-proxy.ts';
import { startFakeXray } from '../fake-xray/server.ts';
import type { FakeXray, FakeXrayOptions } from '../fake-xray/server.ts';

export const PROXY_PASSWORD = 'fake-proxy-password-7c1e90';

/** One company's network, as it stands between the app and a fake Xray that has the region text to tell. */
export interface CompanyNetwork {
  readonly name: string;
  readonly xray?: FakeXrayOptions;
  readonly proxy?: FakeProxyOptions;
  /** Whether the box's own certificate authority is known to the computer. */
  readonly inspecting?: { readonly maker: string; readonly isKnown: boolean };
  /** Whether the computer knows Xray's authority; yes unless told. */
  readonly knowsAuthority?: boolean;
  readonly expected: {
    readonly kind: VerdictKind;
    readonly rule: string;
    /** Words for the network team, in the sentence, the meaning or the notes. */
    readonly words: readonly string[];
    readonly httpVersion?: string;
  };
}

const HOUR_MS = 60 * 60 * 1000;
const THROUGH = { kind: 'residency', rule: 'residency.region-text', words: ['another region'] } as const;

export const COMPANY_NETWORKS: readonly CompanyNetwork[] = [
  { name: 'a proxy', proxy: {}, expected: THROUGH },
  {
    name: 'a proxy that asks to sign in',
    proxy: { password: PROXY_PASSWORD },
    expected: {
      kind: 'proxy-sign-in',
      rule: 'proxy-sign-in.407',
      words: ['proxy (127.0.0.1:', 'wants a sign-in'],
    },
  },
  {
    name: 'a proxy that refuses',
    proxy: { refuseWith: 403 },
    expected: { kind: 'network', rule: 'network.proxy', words: ['Your proxy 127.0.0.1:', "didn't let"] },
  },
  { name: 'a private authority that is known', expected: { ...THROUGH, httpVersion: 'HTTP/1.1' } },
  {
    name: 'a private authority that is not known',
    knowsAuthority: false,
    expected: {
      kind: 'tls-untrusted',
      rule: 'tls-untrusted.unknown-issuer',
      words: ['from “Fake Xray”', "This computer doesn't trust"],
    },
  },
  {
    name: 'an expired certificate',
    xray: {
      certificate: {
        notBefore: new Date(Date.now() - 48 * HOUR_MS),
        notAfter: new Date(Date.now() - 24 * HOUR_MS),
      },
    },
    expected: { kind: 'tls-untrusted', rule: 'tls-untrusted.expired', words: ['“Fake Xray”'] },
  },
  {
    name: 'a certificate for another host',
    xray: { certificate: { hosts: ['portal.acme.test'] } },
    expected: { kind: 'tls-untrusted', rule: 'tls-untrusted.wrong-host', words: ['“Fake Xray”'] },
  },
  { name: 'a server of HTTP/2', xray: { http2: true }, expected: { ...THROUGH, httpVersion: 'HTTP/2' } },
  {
    name: 'an inspecting proxy that the computer does not know',
    inspecting: { maker: 'Zscaler Inc.', isKnown: false },
    expected: {
      kind: 'tls-untrusted',
      rule: 'tls-untrusted.inspected',
      words: ['Zscaler opens the secure connection', '“Zscaler Inc.”'],
    },
  },
  {
    name: 'an inspecting proxy that the computer knows',
    inspecting: { maker: 'Fortinet', isKnown: true },
    expected: { ...THROUGH, words: ['another region', 'Fortinet opens the secure connection'] },
  },
];

/** A network that stands; `env` leads the app into it, `proxyAddress` names its proxy if it has one. */
export interface StandingNetwork {
  readonly fake: FakeXray;
  /** The authorities that the computer knows, in PEM. */
  readonly known: readonly string[];
  readonly env: Record<string, string>;
  readonly proxy: FakeProxy | null;
  readonly proxyAddress: string | null;
  close(): Promise<void>;
}

/** Sets one network up: the servers, the certificates, and the file of the authorities that the computer knows. */
export async function setUp(network: CompanyNetwork): Promise<StandingNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'company-network-'));
  chmodSync(folder, 0o755);
  const fake = await startFakeXray({ ...network.xray, folder });
  const known = network.knowsAuthority === false ? [] : [fake.authorityPem];
  let options = network.proxy ?? null;
  if (network.inspecting !== undefined) {
    const box = await makeAuthority(network.inspecting.maker);
    options = { inspectWith: await box.issue({ hosts: fake.names }) };
    if (network.inspecting.isKnown) known.push(box.certPem);
  }
  const proxy = options === null ? null : await startFakeProxy(options);
  const caFile = join(folder, 'known.pem');
  writeFileSync(caFile, known.join('\n'), { mode: 0o644 });
  return {
    fake,
    known,
    env: {
      XRAY_DOCTOR_CONNECT_TO: fake.connectTo,
      ...(known.length === 0 ? {} : { NODE_EXTRA_CA_CERTS: caFile }),
    },
    proxy,
    proxyAddress: proxy === null ? null : `127.0.0.1:${proxy.port}`,
    close: async () => {
      await proxy?.close();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
