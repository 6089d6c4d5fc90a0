import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Server } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { DeadlineError } from '../../src-main/network/client/http-client.ts';
import type { HttpClient } from '../../src-main/network/client/http-client.ts';
import type { HttpLimits } from '../../src-main/network/client/http-limits.ts';
import type { ProxyRoute } from '../../src-main/network/proxy/proxy-route.ts';
import { trustOnly } from '../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../src-main/network/client/undici-client.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import type { Authority, CertificateWish } from '../support/servers/certificates.ts';
import { startFakeProxy } from '../support/servers/fake-proxy.ts';
import { portOf } from '../support/servers/port-of.ts';

const HOST = 'xray.cloud.getxray.app';
const URL_OF_HOST = `https://${HOST}/api?x=1`;
const LIMITS: HttpLimits = { proxySettingsMs: 2000, connectMs: 2000, answerMs: 2000, bodyBytes: 1000 };

let authority: Authority;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  authority = await makeAuthority('Zscaler Test');
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server);
}

async function serve(listener: RequestListener, wish: Partial<CertificateWish> = {}): Promise<number> {
  const { chainPem, keyPem } = await authority.issue({ hosts: [HOST], ...wish });
  return listen(createServer({ cert: chainPem, key: keyPem }, listener));
}

function clientTo(
  port: number,
  options: {
    trusted?: boolean;
    limits?: Partial<HttpLimits>;
    routes?: readonly ProxyRoute[];
    now?: () => Date;
  } = {},
): HttpClient {
  const client = createUndiciClient({
    limits: { ...LIMITS, ...options.limits },
    secureContext: trustOnly(options.trusted === false ? [] : [authority.certPem]),
    connectTo: () => ({ host: '127.0.0.1', port }),
    resolveRoute: async () => options.routes ?? [{ kind: 'direct' }],
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  closers.push(() => client.close());
  return client;
}

const GET = { method: 'GET', url: URL_OF_HOST, headers: [], body: null } as const;
const never = new AbortController().signal;

describe('the transport', () => {
  it('tells connection, phases and headers, and uses one connection for two calls', async () => {
    const client = clientTo(await serve((request, response) => response.end(request.headers['x-mark'])));
    const request = { ...GET, headers: [{ name: 'x-mark', value: 'seen' }] };
    const first = await client.send(request, never);
    const second = await client.send(request, never);
    expect(first).toMatchObject({
      outcome: 'answered',
      status: 200,
      response: { httpVersion: 'HTTP/1.1', body: { text: 'seen', looksLike: 'text' } },
      connection: { address: '127.0.0.1', reused: false, tlsVersion: 'TLSv1.3' },
    });
    expect(first.connection?.certificate?.issuer).toContain('Zscaler Test');
    expect(first.sentHeaders).toContainEqual({ name: 'x-mark', value: 'seen' });
    expect(first.timing.tlsMs).not.toBeNull();
    expect(second).toMatchObject({ connection: { reused: true }, timing: { tcpMs: null, tlsMs: null } });
  });

  it('measures with a clock that nobody can set, while the computer’s jumps', async () => {
    const port = await serve((_request, response) => {
      response.setHeader('date', new Date('2026-01-01T12:00:00Z').toUTCString());
      setTimeout(() => response.end('x'), 50);
    });
    let hour = 12;
    // An hour back each time that somebody looks.
    const now = (): Date => new Date(Date.UTC(2026, 0, 1, hour--));
    const { timing, startedAt, ...outcome } = await clientTo(port, { now }).send(GET, never);
    expect(startedAt).toBe('2026-01-01T12:00:00.000Z');
    expect(timing.firstByteMs).toBeGreaterThan(40);
    expect(timing.firstByteMs).toBeLessThan(20_000);
    expect(timing.totalMs).toBeGreaterThanOrEqual(timing.firstByteMs ?? 0);
    expect(timing.totalMs).toBeLessThan(20_000);
    // What the computer's clock says is told as what it is: a difference to the server's.
    expect(outcome.response?.clockDifferenceSeconds).toBe(3600);
  });

  it('speaks HTTP/2', async () => {
    const { chainPem, keyPem } = await authority.issue({ hosts: [HOST] });
    const server = createSecureServer({ cert: chainPem, key: keyPem });
    server.on('stream', (stream) => stream.respond({ ':status': 401 }) ?? stream.end('{"error":"x"}'));
    const outcome = await clientTo(await listen(server)).send(GET, never);
    expect(outcome).toMatchObject({
      outcome: 'answered',
      status: 401,
      response: { httpVersion: 'HTTP/2', body: { looksLike: 'json' } },
    });
  });

  it.each(['http/1.1', 'h2'])('tells the headers as the server got them over %s', async (protocol) => {
    const { chainPem, keyPem } = await authority.issue({ hosts: [HOST] });
    const got: string[] = [];
    const server =
      protocol === 'h2'
        ? createSecureServer({ cert: chainPem, key: keyPem })
        : createServer({ cert: chainPem, key: keyPem });
    server.on('request', (request: { rawHeaders: string[] }, response: { end(): void }) => {
      got.push(...request.rawHeaders);
      response.end();
    });
    const headers = [
      { name: 'x-mark', value: 'a: b' },
      { name: 'x-other', value: 'c' },
    ];
    const request = { method: 'POST', url: URL_OF_HOST, body: 'é', headers } as const;
    const { sentHeaders } = await clientTo(await listen(server)).send(request, never);
    const isPseudo = (at: number): boolean => got[at - (at % 2)]?.startsWith(':') === true;
    expect(sentHeaders.flatMap(({ name, value }) => [name, value])).toEqual(
      got.filter((_text, at) => !isPseudo(at)),
    );
    expect(sentHeaders).toContainEqual({ name: 'content-length', value: '2' });
  });

  it.each([
    ['expired', { notAfter: new Date(Date.now() - 60_000), notBefore: new Date(Date.now() - 120_000) }],
    ['wrong-host', { hosts: ['other.test'] }],
  ] as const)('refuses a certificate that is %s and names its issuer', async (tlsReason, wish) => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked += 1;
      response.end();
    }, wish);
    const outcome = await clientTo(port).send(GET, never);
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { phase: 'tls', tlsReason } });
    expect(outcome.outcome === 'failed' && outcome.failure.certificate?.issuer).toContain('Zscaler Test');
    expect(asked).toBe(0);
  });

  it('refuses an issuer that it does not know', async () => {
    const outcome = await clientTo(await serve((_request, response) => response.end()), {
      trusted: false,
    }).send(GET, never);
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { phase: 'tls', tlsReason: 'untrusted' } });
  });

  it('does not follow a redirect', async () => {
    let calls = 0;
    const port = await serve((_request, response) => {
      calls += 1;
      response.writeHead(302, { location: `https://${HOST}/else` }).end();
    });
    const outcome = await clientTo(port).send(GET, never);
    expect(outcome).toMatchObject({ status: 302, response: { redirectTo: `https://${HOST}/else` } });
    expect(calls).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('undoes %s', async (encoding, compress) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('{"a":1}')),
    );
    const outcome = await clientTo(port).send(GET, never);
    expect(outcome).toMatchObject({
      response: { body: { text: '{"a":1}', looksLike: 'json', problem: null } },
    });
  });

  it.each([
    ['a broken end', gzipSync('{"a":1}'.repeat(50)).subarray(0, 20), ''],
    ['plain text under the name of gzip', Buffer.from('plain words'), 'plain words'],
  ])('tells broken compression: %s', async (_name, bytes, start) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes),
    );
    const outcome = await clientTo(port).send(GET, never);
    expect(outcome).toMatchObject({
      outcome: 'answered',
      response: { body: { problem: 'broken-compression' } },
    });
    expect(outcome.response?.body.text).toContain(start);
  });

  it.each(['identity', 'gzip'])(
    'keeps the start of a large body and tells its size: %s',
    async (encoding) => {
      const bytes = Buffer.alloc(3_000_000, 'x');
      const sent = encoding === 'gzip' ? gzipSync(bytes) : bytes;
      const port = await serve((_request, response) =>
        response.writeHead(200, { 'content-encoding': encoding }).end(sent),
      );
      const outcome = await clientTo(port).send(GET, never);
      expect(outcome).toMatchObject({
        outcome: 'answered',
        response: { body: { truncated: true, keptBytes: 1000, wireBytes: sent.length, problem: null } },
      });
    },
  );

  it.each([
    ['first-byte', (): void => undefined],
    ['body', (response: { write(text: string): void }): void => response.write('{')],
  ] as const)('ends a call whose answer takes too long, in the phase %s', async (phase, answer) => {
    const port = await serve((_request, response) => answer(response));
    const outcome = await clientTo(port, { limits: { answerMs: 150 } }).send(GET, never);
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { phase, code: 'ANSWER_TIMEOUT' } });
  });

  it('ends a connection that does not come about', async () => {
    const port = await listen(createTcpServer(() => undefined));
    const outcome = await clientTo(port, { limits: { connectMs: 150 } }).send(GET, never);
    expect(outcome).toMatchObject({ failure: { phase: 'tls', code: 'CONNECT_TIMEOUT' } });
  });

  it.each([
    ['cancelled', undefined],
    ['deadline', new DeadlineError('over')],
  ])('ends at once when it is %s', async (phase, reason) => {
    const stop = new AbortController();
    const port = await serve(() => stop.abort(reason));
    const outcome = await clientTo(port).send(GET, stop.signal);
    expect(outcome).toMatchObject({ outcome: 'failed', failure: { phase } });
  });

  it('tells a cut body and keeps what came', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    const outcome = await clientTo(port).send(GET, never);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      status: 200,
      failure: { phase: 'body' },
      response: { body: { text: 'half' } },
    });
  });

  it('tells a port that nobody listens on', async () => {
    const outcome = await clientTo(1).send(GET, never);
    expect(outcome).toMatchObject({ failure: { phase: 'connect', code: 'ECONNREFUSED' } });
  });

  it('tells a server that does not speak TLS', async () => {
    const port = await listen(createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    expect(await clientTo(port).send(GET, never)).toMatchObject({
      failure: { phase: 'tls', tlsReason: 'protocol' },
    });
  });
});

describe('through a proxy', () => {
  const routeTo = (port: number, password: string | null = null): ProxyRoute => ({
    kind: 'proxy',
    protocol: 'http',
    host: '127.0.0.1',
    port,
    credentials: password === null ? null : { user: 'anna', password },
  });
  const start = async (options?: Parameters<typeof startFakeProxy>[0]) => {
    const proxy = await startFakeProxy(options);
    closers.push(() => proxy.close());
    return proxy;
  };

  it('uses a tunnel and the proxy’s password, and tells neither', async () => {
    const proxy = await start({ password: 'proxy-password-fake' });
    const port = await serve((_request, response) => response.end('ok'));
    const client = clientTo(port, { routes: [routeTo(proxy.port, 'proxy-password-fake')] });
    const outcome = await client.send(GET, never);
    expect(outcome).toMatchObject({ status: 200, route: { kind: 'proxy', port: proxy.port } });
    expect(JSON.stringify(outcome)).not.toContain('proxy-password-fake');
    expect(proxy.asked).toEqual([`127.0.0.1:${port}`]);
  });

  it('tells that it asks to sign in', async () => {
    const proxy = await start({ password: 'x' });
    const outcome = await clientTo(1, { routes: [routeTo(proxy.port)] }).send(GET, never);
    expect(outcome).toMatchObject({ failure: { phase: 'proxy', code: 'PROXY_SIGN_IN' } });
  });

  it('tells that it refuses', async () => {
    const proxy = await start({ refuseWith: 502 });
    const outcome = await clientTo(1, { routes: [routeTo(proxy.port)] }).send(GET, never);
    expect(outcome).toMatchObject({ failure: { phase: 'proxy', code: 'PROXY_STATUS_502' } });
  });

  it('goes on to the next route when a proxy is away', async () => {
    const port = await serve((_request, response) => response.end('ok'));
    const outcome = await clientTo(port, { routes: [routeTo(1), { kind: 'direct' }] }).send(GET, never);
    expect(outcome).toMatchObject({ status: 200, route: { kind: 'direct' } });
  });
});
