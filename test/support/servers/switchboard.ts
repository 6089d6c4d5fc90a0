import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

import { portOf } from './port-of.ts';

/** A port of loopback that stays the same, whichever server stands behind it. */
export interface Switchboard {
  readonly port: number;
  /** Leads new connections to this port, and ends those that are open: nothing of the server before goes on. */
  readonly leadTo: (port: number) => void;
  close(): Promise<void>;
}

/** Starts a switchboard, which refuses every connection until it is told where to lead it. */
export async function startSwitchboard(): Promise<Switchboard> {
  const sockets = new Set<Socket>();
  let target: number | null = null;
  const server = createServer((socket) => {
    if (target === null) {
      socket.destroy();
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    for (const [end, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(end);
      end.on('error', () => other.destroy());
      end.once('close', () => {
        sockets.delete(end);
        other.destroy();
      });
    }
    socket.pipe(upstream).pipe(socket);
  });
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    leadTo: (port) => {
      target = port;
      endAll();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      endAll();
      await closed;
    },
  };
}
