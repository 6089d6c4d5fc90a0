import { randomBytes } from 'node:crypto';
import { createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { runDiagnosis } from '../../../src-main/diagnosis/run/run-diagnosis.ts';
import { routesFromEnvironment } from '../../../src-main/network/proxy/proxy-route.ts';
import { trustOnly } from '../../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../../src-main/network/client/undici-client.ts';
import type { UndiciClientOptions } from '../../../src-main/network/client/undici-client.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { makeAuthority } from '../servers/certificates.ts';
import type { Authority, IssuedCertificate } from '../servers/certificates.ts';
import { startFakeProxy } from '../servers/fake-proxy.ts';
import { portOf } from '../servers/port-of.ts';
import type { HostRow, LabelledRow } from './table.ts';
import { json } from './wire-answer.ts';
import type { WireAnswer } from './wire-answer.ts';

/** A row as it is played; what it must end in is not asked here. */
type PlayedRow = Omit<LabelledRow, 'rule'>;

/** What a row gave, and what the servers saw of it. */
export interface Played {
  readonly diagnosis: Diagnosis;
  /** Each token that came with a call: which host issued it, which one was asked. */
  readonly seenTokens: readonly { readonly issuedBy: string; readonly askedAt: string }[];
  /** Names that were asked for and are no host of Xray. */
  readonly strangers: readonly string[];
}

const LIMITS = { proxySettingsMs: 400, connectMs: 1500, answerMs: 2000, bodyBytes: 64 * 1024 };
const HOST_NAMES = XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname);
const REGION: WireAnswer = json(401, {
  error: 'Xray data is in another region. Contact support to migrate Xray data to current region.',
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
    const port = await listen(await serverFor(row, authority, record), closers);
    const client = createUndiciClient({
      limits: LIMITS,
      secureContext: trustOnly([authority.certPem]),
      connectTo: () => addressFor(row, port),
      resolveRoute: await routesFor(row, closers),
    });
    closers.push(() => client.close());
    const { diagnosis } = await runDiagnosis({
      connection: {
        clientId: 'FAKE',
        clientSecret: 'fake-secret',
        jiraSite: 'acme.atlassian.net',
        confluenceSite: 'acme.atlassian.net',
      },
      client,
      secondOpinion: null,
      hosts: XRAY_HOSTS,
      furtherHosts: async () => [],
      collectSideFindings: async () => ({ siteFacts: [], statusReports: [] }),
      now: () => new Date(),
      onProgress: ({ step, state }) => {
        if (row.network?.is === 'stopped' && step === 'data' && state === 'running') stop.abort();
      },
      onFound: () => undefined,
      signal: stop.signal,
      deadlineMs: row.network?.is === 'out-of-time' ? 500 : 20_000,
    });
    return { diagnosis, seenTokens: record.seenTokens, strangers: record.strangers };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

interface Memory {
  /** Who issued which token. */
  readonly tokens: Map<string, string>;
  readonly seenTokens: Played['seenTokens'][number][];
  readonly strangers: string[];
}

async function serverFor(row: PlayedRow, authority: Authority, record: Memory): Promise<Server> {
  switch (row.network?.is) {
    case 'torn-handshake':
      return createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    case 'mute-port':
      return createTcpServer(() => undefined);
    case 'no-tls':
      return createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    case 'refused-port':
    case 'unknown-name':
    case 'certificate':
    case 'proxy':
    case 'proxy-away':
    case 'proxy-settings-broken':
    case 'proxy-socks':
    case 'proxy-settings-silent':
    case 'stopped':
    case 'out-of-time':
    case undefined: {
      const { chainPem, keyPem } = await certificateFor(row, authority);
      const server = createServer({ cert: chainPem, key: keyPem }, (socket) => converse(socket, row, record));
      server.on('tlsClientError', () => undefined);
      return server;
    }
  }
}

const ordinary = new WeakMap<Authority, Promise<IssuedCertificate>>();

/** Rows without a certificate of their own share one. */
async function certificateFor({ network }: PlayedRow, authority: Authority): Promise<IssuedCertificate> {
  const hosts = [...HOST_NAMES, '*.atlassian.net'];
  if (network?.is === 'certificate') {
    const issuer = network.issuer === undefined ? authority : await makeAuthority(network.issuer);
    return issuer.issue({ hosts, ...network.wish });
  }
  const made = ordinary.get(authority) ?? authority.issue({ hosts });
  ordinary.set(authority, made);
  return made;
}

/** Reads requests one after another and answers each as the row says. */
function converse(socket: TLSSocket, row: PlayedRow, record: Memory): void {
  let received = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
    const end = received.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(received)?.[1] ?? 0);
    if (end < 0 || received.length < end + 4 + length) return;
    const request = received;
    received = '';
    perform(answerTo(request, row, record), socket);
  });
}

function answerTo(request: string, row: PlayedRow, record: Memory): WireAnswer {
  const name = /\r\nhost: ([^\r:]+)/iu.exec(request)?.[1] ?? '';
  const host = XRAY_HOSTS.find(({ baseUrl }) => baseUrl === `https://${name}`)?.id;
  if (host === undefined) record.strangers.push(name);
  const own: HostRow = (host === 'global' ? row.global : row.regions?.[regionOf(host)]) ?? {};
  if (request.startsWith('POST /api/v2/authenticate ')) {
    const token = `token-of-${host ?? 'nobody'}.${randomBytes(24).toString('hex')}`;
    record.tokens.set(token, host ?? 'nobody');
    const { signIn = (issued: string) => json(200, issued) } = own;
    return typeof signIn === 'function' ? signIn(token) : signIn;
  }
  const token = /\r\nauthorization: Bearer ([^\r]+)/iu.exec(request)?.[1] ?? '';
  record.seenTokens.push({ issuedBy: record.tokens.get(token) ?? 'nobody', askedAt: host ?? name });
  return own.data ?? REGION;
}

function regionOf(host: string | undefined): 'us' | 'eu' | 'au' {
  return host === 'us' || host === 'eu' ? host : 'au';
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

async function routesFor(
  { network }: PlayedRow,
  closers: (() => unknown)[],
): Promise<UndiciClientOptions['resolveRoute']> {
  const proxyAt = (port: number): UndiciClientOptions['resolveRoute'] =>
    routesFromEnvironment({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
  switch (network?.is) {
    case 'proxy': {
      const proxy = await startFakeProxy({ refuseWith: network.status });
      closers.push(() => proxy.close());
      return proxyAt(proxy.port);
    }
    case 'proxy-away':
      return proxyAt(1);
    case 'proxy-settings-broken':
      return routesFromEnvironment({ HTTPS_PROXY: 'http://fake@fake:fake/fake@127.0.0.1:1' });
    case 'proxy-socks':
      return routesFromEnvironment({ HTTPS_PROXY: 'socks5://127.0.0.1:1' });
    case 'proxy-settings-silent':
      return () => new Promise(() => undefined);
    case 'refused-port':
    case 'unknown-name':
    case 'torn-handshake':
    case 'mute-port':
    case 'no-tls':
    case 'certificate':
    case 'stopped':
    case 'out-of-time':
    case undefined:
      return routesFromEnvironment({});
  }
}

async function listen(server: Server, closers: (() => unknown)[]): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server);
}
