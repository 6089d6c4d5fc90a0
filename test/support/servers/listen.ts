import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';

import { portOf } from './port-of.ts';

/** A server that listens on loopback. */
export interface Listening {
  readonly port: number;
  /** The connections that are open, below any TLS. */
  readonly sockets: ReadonlySet<Socket>;
  /** Ends every connection and the server. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Lets `server` listen on a port of 127.0.0.1, a free one unless told. Rejects if the port cannot be had. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: unknown) => {
    if (!(socket instanceof Socket)) return;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  // Whoever does not trust the certificate ends the handshake, which is no fault of the server's.
  server.on('tlsClientError', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    sockets,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Calls `answer` with each request of HTTP/1.1 that comes over a connection, as soon as it is whole. */
export function onRequest(socket: Duplex, answer: (request: string) => void): void {
  let received = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
    const end = received.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)/iu.exec(received)?.[1] ?? 0);
    if (end < 0 || received.length < end + 4 + length) return;
    const request = received;
    received = '';
    answer(request);
  });
}
