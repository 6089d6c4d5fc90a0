import { randomBytes } from 'node:crypto';
import { createServer as createTcpServer } from 'node:net';
import type { Server } from 'node:net';
import { createServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { routesFromEnvironment } from '../../../src-main/network/proxy/proxy-route.ts';
import { trustOnly } from '../../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../../src-main/network/client/undici-client.ts';
import type { UndiciClientOptions } from '../../../src-main/network/client/undici-client.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { diagnoseBy } from '../samples/diagnose-by.ts';
import { makeAuthority } from '../servers/certificates.ts';
import type { Authority, IssuedCertificate } from '../servers/certificates.ts';
import { startFakeProxy } from '../servers/fake-proxy.ts';
import { listen, onRequest } from '../servers/listen.ts';
import type { PlayedRow } from './played-row.ts';
import { onTheWire } from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';

/** What a row gave, and what the servers saw of it. */
export interface Played {
  readonly diagnosis: Diagnosis;
  /** Each token that came with a call: which host issued it, which one was asked. */
  readonly seenTokens: readonly { readonly issuedBy: string; readonly askedAt: string }[];
  /** Names that were asked for and are no host of Xray. */
  readonly strangers: readonly string[];
}

const LIMITS = { proxySettingsMs: 400, connectMs: 1500, answerMs: 2000, bodyBytes: 64 * 1024 };
const DAY_MS = 24 * 60 * 60 * 1000;
const HOST_NAMES = XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname);
const REGION = onTheWire({
  status: 401,
  json: { error: 'Xray data is in another region. Contact support to migrate Xray data to current region.' },
});

/** Plays one row of the table through real sockets, with the product's own order, transport and rules. */
export async function play(row: PlayedRow, authority: Authority): Promise<Played> {
  const closers: (() => unknown)[] = [];
  const record = {
    tokens: new Map<string, string>(),
    seenTokens: [] as Played['seenTokens'][number][],
    strangers: [] as string[],
  };
  const stop = new AbortController();
  try {
    const { port, close } = await listen(await serverFor(row, authority, record));
    closers.push(close);
    const client = createUndiciClient({
      limits: LIMITS,
      secureContext: trustOnly([authority.certPem]),
      connectTo: () => addressFor(row, port),
      resolveRoute: await routesFor(row, closers),
    });
    closers.push(() => client.close());
    const { diagnosis } = await diagnoseBy(client, {
      onProgress: ({ step, state }) => {
        if (row.network?.is === 'stopped' && step === 'data' && state === 'running') stop.abort();
      },
      signal: stop.signal,
      deadlineMs: row.network?.is === 'out-of-time' ? 500 : 20_000,
    });
    return { diagnosis, seenTokens: record.seenTokens, strangers: record.strangers };
  } finally {
    for (const end of closers.reverse()) await end();
  }
}

interface Memory {
  /** Who issued which token. */
  readonly tokens: Map<string, string>;
  readonly seenTokens: Played['seenTokens'][number][];
  readonly strangers: string[];
}

/** Servers of networks that never get as far as TLS. */
const WITHOUT_TLS: ReadonlyMap<string | undefined, () => Server> = new Map([
  ['torn-handshake', () => createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))],
  ['mute-port', () => createTcpServer(() => undefined)],
  ['no-tls', () => createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))],
]);

async function serverFor(row: PlayedRow, authority: Authority, record: Memory): Promise<Server> {
  const withoutTls = WITHOUT_TLS.get(row.network?.is);
  if (withoutTls !== undefined) return withoutTls();
  const { chainPem, keyPem } = await certificateFor(row, authority);
  return createServer({ cert: chainPem, key: keyPem }, (socket) =>
    onRequest(socket, (request) => perform(answerTo(request, row, record), socket)),
  );
}

const ordinary = new WeakMap<Authority, Promise<IssuedCertificate>>();

/** Rows without a certificate of their own share one. */
async function certificateFor({ network }: PlayedRow, authority: Authority): Promise<IssuedCertificate> {
  const hosts = [...HOST_NAMES, '*.atlassian.net'];
  if (network?.is === 'certificate') {
    const issuer = network.issuer === undefined ? authority : await makeAuthority(network.issuer);
    const [notBefore, notAfter] = (network.validDays ?? []).map(
      (days) => new Date(Date.now() + days * DAY_MS),
    );
    return issuer.issue({
      hosts: network.hosts ?? hosts,
      ...(notBefore === undefined || notAfter === undefined ? {} : { notBefore, notAfter }),
    });
  }
  const made = ordinary.get(authority) ?? authority.issue({ hosts });
  ordinary.set(authority, made);
  return made;
}

function answerTo(request: string, row: PlayedRow, record: Memory): WireAnswer {
  const name = /\r\nhost: ([^\r:]+)/iu.exec(request)?.[1] ?? '';
  const host = XRAY_HOSTS.find(({ baseUrl }) => baseUrl === `https://${name}`)?.id;
  if (host === undefined) record.strangers.push(name);
  const own = row.hosts?.[host ?? ''] ?? {};
  if (request.startsWith('POST /api/v2/authenticate ')) {
    const token = `token-of-${host ?? 'nobody'}.${randomBytes(24).toString('hex')}`;
    record.tokens.set(token, host ?? 'nobody');
    const { signIn = onTheWire({ status: 200, json: token }) } = own;
    return typeof signIn === 'function' ? signIn(token) : signIn;
  }
  const token = /\r\nauthorization: Bearer ([^\r]+)/iu.exec(request)?.[1] ?? '';
  record.seenTokens.push({ issuedBy: record.tokens.get(token) ?? 'nobody', askedAt: host ?? name });
  return own.data ?? REGION;
}

function perform(answer: WireAnswer, socket: TLSSocket): void {
  switch (answer.does) {
    case 'send':
      if (answer.closes === true) socket.end(answer.bytes);
      else socket.write(answer.bytes);
      return;
    case 'reset':
      socket.destroy();
      return;
    case 'silence':
      return;
    case 'drip': {
      let next = 0;
      const timer = setInterval(() => {
        socket.write(answer.bytes.subarray(next, next + answer.at));
        next += answer.at;
        if (next >= answer.bytes.length || socket.destroyed) clearInterval(timer);
      }, answer.everyMs);
      socket.once('close', () => clearInterval(timer));
    }
  }
}

function addressFor({ network }: PlayedRow, port: number): { host: string; port: number } {
  if (network?.is === 'refused-port') return { host: '127.0.0.1', port: 1 };
  return { host: network?.is === 'unknown-name' ? 'no-such-name.invalid' : '127.0.0.1', port };
}

/** What the computer is told of proxies, for networks that have one or settings of one. */
const PROXY_SETTINGS: ReadonlyMap<string | undefined, string> = new Map([
  ['proxy-away', 'http://127.0.0.1:1'],
  ['proxy-settings-broken', 'http://fake@fake:fake/fake@127.0.0.1:1'],
  ['proxy-socks', 'socks5://127.0.0.1:1'],
]);

async function routesFor(
  { network }: PlayedRow,
  closers: (() => unknown)[],
): Promise<UndiciClientOptions['resolveRoute']> {
  if (network?.is === 'proxy-settings-silent') return () => new Promise(() => undefined);
  let settings = PROXY_SETTINGS.get(network?.is);
  if (network?.is === 'proxy') {
    const proxy = await startFakeProxy({ refuseWith: network.status });
    closers.push(() => proxy.close());
    settings = `http://127.0.0.1:${proxy.port}`;
  }
  return routesFromEnvironment(settings === undefined ? {} : { HTTPS_PROXY: settings });
}
