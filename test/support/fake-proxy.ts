import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

import { portOf } from './port-of.ts';

/** A real CONNECT proxy on loopback. */
export interface FakeProxy {
  readonly port: number;
  /** The authorities that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy that tunnels, or answers every CONNECT with `refuseWith`; with `password`, only after Basic sign-in. */
export async function startFakeProxy(
  options: { readonly refuseWith?: number; readonly password?: string } = {},
): Promise<FakeProxy> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket, head) => {
    const authority = request.url ?? '';
    asked.push(authority);
    const expected = `Basic ${Buffer.from(`anna:${options.password ?? ''}`).toString('base64')}`;
    const isWelcome = options.password === undefined || request.headers['proxy-authorization'] === expected;
    const status = options.refuseWith ?? (isWelcome ? 200 : 407);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="acme"\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${authority}`);
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
    for (const end of [upstream, socket]) end.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
