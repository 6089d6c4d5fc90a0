import { createServer, Socket } from 'node:net';
import type { Server } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { connectTcp } from '../../../../src-main/network/client/connect-tcp.ts';
import { networkFailure } from '../../../../src-main/network/client/network-failure.ts';
import type { OpeningTrace } from '../../../../src-main/network/client/opening.ts';
import { portOf } from '../../../support/servers/port-of.ts';

let server: Server;
const never = new AbortController().signal;

beforeAll(async () => {
  server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What an address does: `mute` never answers, a code fails, a number answers after so many milliseconds. */
type Way = 'mute' | number | { readonly code: string };

function world(ways: Readonly<Record<string, Way>>) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const tried: string[] = [];
  const sockets: Socket[] = [];
  const trace: OpeningTrace = { phase: 'proxy', dnsMs: null, tcpMs: null, tlsMs: null, certificate: null };
  const connect = (address: string): Socket => {
    tried.push(address);
    const socket = new Socket();
    sockets.push(socket);
    const way = ways[address] ?? 'mute';
    if (typeof way === 'number') {
      setTimeout(() => void (socket.destroyed || socket.connect(portOf(server), '127.0.0.1')), way);
    } else if (way !== 'mute') {
      queueMicrotask(() => socket.destroy(Object.assign(new Error(way.code), { code: way.code })));
    }
    return socket;
  };
  const open = (signal = never, host = 'two.acme.test') =>
    connectTcp({ host, port: 443 }, trace, signal, { lookup: async () => Object.keys(ways), connect });
  return { trace, tried, sockets, open };
}

const V6 = '2001:db8::1';
const V4 = '192.0.2.1';

describe('connectTcp', () => {
  it('reaches the second address when the first goes nowhere', async () => {
    const { open, sockets, tried, trace } = world({ [V6]: 'mute', [V4]: 0 });
    const opening = open();
    await vi.advanceTimersByTimeAsync(249);
    expect(tried).toEqual([V6]);
    await vi.advanceTimersByTimeAsync(1);
    expect(tried).toEqual([V6, V4]);
    await vi.advanceTimersByTimeAsync(1);
    const socket = await opening;
    expect(socket).toBe(sockets[1]);
    expect(sockets[0]?.destroyed).toBe(true);
    expect(trace.phase).toBe('connect');
    socket.destroy();
  });

  it('gives no address up that answers late', async () => {
    const { open, sockets } = world({ [V6]: 400, [V4]: 'mute' });
    const opening = open();
    await vi.advanceTimersByTimeAsync(401);
    expect(await opening).toBe(sockets[0]);
    expect(sockets[1]?.destroyed).toBe(true);
    sockets[0]?.destroy();
  });

  it('tries the next address at once when one fails, each family in turn', async () => {
    const refused = { code: 'ENETUNREACH' } as const;
    const { open, tried } = world({ [V6]: refused, '2001:db8::2': refused, [V4]: refused, '192.0.2.2': 0 });
    const opening = open();
    await vi.advanceTimersByTimeAsync(1);
    (await opening).destroy();
    expect(tried).toEqual([V6, V4, '2001:db8::2', '192.0.2.2']);
  });

  it.each([
    ['ECONNREFUSED', ['ENETUNREACH', 'ECONNREFUSED']],
    ['ECONNREFUSED', ['ECONNREFUSED', 'EADDRNOTAVAIL']],
    ['ETIMEDOUT', ['EHOSTUNREACH', 'ETIMEDOUT', 'ENETUNREACH']],
    ['ENETUNREACH', ['ENETUNREACH']],
    ['EXOTIC', ['ENETUNREACH', 'EXOTIC']],
  ])('tells %s of %j', async (code, codes) => {
    const ways = Object.fromEntries(codes.map((each, index) => [`192.0.2.${index + 1}`, { code: each }]));
    const { open, trace } = world(ways);
    const error = await open().catch((cause: unknown) => cause);
    expect(networkFailure(error, { ...trace, signal: never })).toMatchObject({ phase: 'connect', code });
  });

  it('ends with all its attempts when it is stopped', async () => {
    const { open, sockets } = world({ [V6]: 'mute', [V4]: 'mute' });
    const stop = new AbortController();
    const opening = open(stop.signal);
    const ended = expect(opening).rejects.toThrow('over');
    await vi.advanceTimersByTimeAsync(300);
    stop.abort(new Error('over'));
    await ended;
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
    await expect(open(stop.signal)).rejects.toThrow('over');
  });

  it('tells a name that is not known, and one without an address, as DNS', async () => {
    const trace: OpeningTrace = { phase: 'proxy', dnsMs: null, tcpMs: null, tlsMs: null, certificate: null };
    const connect = (): Socket => new Socket();
    for (const lookup of [
      async () => [],
      () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })),
    ]) {
      const error = await connectTcp({ host: 'a.test', port: 1 }, trace, never, { lookup, connect }).catch(
        (cause: unknown) => cause,
      );
      expect(networkFailure(error, { ...trace, signal: never })).toMatchObject({
        phase: 'dns',
        code: 'ENOTFOUND',
      });
    }
  });

  it('ends while the resolver is silent', async () => {
    const trace: OpeningTrace = { phase: 'proxy', dnsMs: null, tcpMs: null, tlsMs: null, certificate: null };
    const stop = new AbortController();
    const ports = { lookup: () => new Promise<never>(() => undefined), connect: () => new Socket() };
    const opening = connectTcp({ host: 'a.test', port: 1 }, trace, stop.signal, ports);
    stop.abort(new Error('over'));
    await expect(opening).rejects.toThrow('over');
    expect(trace.phase).toBe('dns');
  });

  it('opens real sockets by itself', async () => {
    const trace: OpeningTrace = { phase: 'proxy', dnsMs: null, tcpMs: null, tlsMs: null, certificate: null };
    const socket = await connectTcp({ host: 'localhost', port: portOf(server) }, trace, never);
    expect(trace).toMatchObject({ phase: 'connect', dnsMs: expect.any(Number), tcpMs: expect.any(Number) });
    socket.destroy();
  });
});
