import { createServer } from 'node:https';
import type { Server } from 'node:https';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import type { HttpLimits } from '../../../../src-main/network/client/http-limits.ts';
import { trustOnly } from '../../../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../../../src-main/network/client/undici-client.ts';
import type { PooledClient, UndiciClientOptions } from '../../../../src-main/network/client/undici-client.ts';
import { makeAuthority } from '../../../support/servers/certificates.ts';
import type { Authority } from '../../../support/servers/certificates.ts';
import { portOf } from '../../../support/servers/port-of.ts';

const HOST = 'xray.cloud.getxray.app';
const GET = { method: 'GET', url: `https://${HOST}/`, headers: [], body: null } as const;
const LIMITS: HttpLimits = { proxySettingsMs: 30_000, connectMs: 30_000, answerMs: 30_000, bodyBytes: 1000 };
/** What a person takes for at once, and a slow machine still keeps to. */
const MOMENT_MS = 2000;
const never = new AbortController().signal;
const pending = (): Promise<never> => new Promise(() => undefined);

let server: Server;
let authority: Authority;
const seen = { connections: 0 };

beforeAll(async () => {
  authority = await makeAuthority('Fake Xray');
  const { chainPem, keyPem } = await authority.issue({ hosts: [HOST] });
  server = createServer({ cert: chainPem, key: keyPem }, (_request, response) => response.end('ok'));
  server.on('secureConnection', () => (seen.connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  vi.useRealTimers();
});

function clientWith(options: Partial<UndiciClientOptions>) {
  return createUndiciClient({
    limits: LIMITS,
    secureContext: trustOnly([authority.certPem]),
    connectTo: () => ({ host: '127.0.0.1', port: portOf(server) }),
    resolveRoute: async () => [{ kind: 'direct' }],
    ...options,
  });
}

/** Speaks no word, and cannot be closed. */
const MUTE: PooledClient = { destroyed: false, request: pending, destroy: pending };

describe('a call ends in time, whatever is under it', () => {
  it.each([
    ['the proxy settings', { resolveRoute: pending }, 'PROXY_SETTINGS_TIMEOUT'],
    ['the pooled client', { createPooledClient: () => MUTE }, 'ANSWER_TIMEOUT'],
  ] as const)('%s never come to an end', async (_name, options, code) => {
    const limits = { ...LIMITS, proxySettingsMs: 50, answerMs: 50 };
    const client = clientWith({ ...options, limits });
    const startedAt = performance.now();
    expect(await client.send(GET, never)).toMatchObject({ outcome: 'failed', failure: { code } });
    await client.close();
    expect(performance.now() - startedAt).toBeLessThan(MOMENT_MS);
  });

  it.each([
    ['the proxy settings', { resolveRoute: pending }],
    ['the pooled client', { createPooledClient: () => MUTE }],
  ] as const)('nor hear a stop: %s', async (_name, options) => {
    const client = clientWith(options);
    const stop = new AbortController();
    const call = client.send(GET, stop.signal, () => stop.abort());
    setImmediate(() => stop.abort());
    const startedAt = performance.now();
    expect(await call).toMatchObject({ outcome: 'failed', failure: { phase: 'cancelled' } });
    await client.close();
    expect(performance.now() - startedAt).toBeLessThan(MOMENT_MS);
  });

  it('a body that ignores the end of its call', async () => {
    const body = { [Symbol.asyncIterator]: () => ({ next: pending }) };
    const request: unknown = async () => ({ statusCode: 200, statusText: 'OK', headers: {}, body });
    const createSpeaker: unknown = () => ({ destroyed: false, request, destroy: async () => undefined });
    const client = clientWith({
      limits: { ...LIMITS, answerMs: 50 },
      ...(isSpeakerMaker(createSpeaker) ? { createPooledClient: createSpeaker } : {}),
    });
    expect(await client.send(GET, never)).toMatchObject({
      failure: { phase: 'body', code: 'ANSWER_TIMEOUT' },
    });
  });
});

function isSpeakerMaker(value: unknown): value is NonNullable<UndiciClientOptions['createPooledClient']> {
  return typeof value === 'function';
}

describe('the queue of an origin', () => {
  it('goes on after a connection that could not be closed', async () => {
    const speakers: PooledClient[] = [
      {
        destroyed: false,
        request: () => Promise.reject(new Error('torn')),
        destroy: () => Promise.reject(new Error('cannot be closed')),
      },
    ];
    const client = clientWith({
      createPooledClient: () => speakers.shift() ?? { ...MUTE, request: answered },
    });
    expect(await client.send(GET, never)).toMatchObject({ outcome: 'failed', failure: { message: 'torn' } });
    expect(await client.send(GET, never)).toMatchObject({
      outcome: 'failed',
      failure: { message: 'second' },
    });
    await client.close();
  });
  const answered = (): Promise<never> => Promise.reject(new Error('second'));

  it('lets a waiting call go at once when it is stopped, and the next one waits on', async () => {
    const order: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const client = clientWith({
      resolveRoute: async () => {
        order.push('asked');
        await gate;
        return [{ kind: 'direct' }];
      },
    });
    const first = client.send(GET, never).then(() => order.push('first'));
    const stop = new AbortController();
    const second = client.send(GET, stop.signal);
    const third = client.send(GET, never).then((outcome) => {
      order.push('third');
      return outcome;
    });
    stop.abort();
    expect(await second).toMatchObject({ outcome: 'failed', failure: { phase: 'cancelled' } });
    expect(order).toEqual(['asked']);
    open();
    await first;
    expect(await third).toMatchObject({ outcome: 'answered', connection: { reused: true } });
    expect(order).toEqual(['asked', 'first', 'third']);
    await client.close();
  });

  it('opens no connection for a client that was closed meanwhile', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const client = clientWith({ resolveRoute: () => gate.then(() => [{ kind: 'direct' }]) });
    const call = client.send(GET, never);
    await client.close();
    open();
    expect(await call).toMatchObject({ failure: { code: 'CLIENT_CLOSED' } });
  });
});
