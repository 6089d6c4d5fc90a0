import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, TLSSocket } from 'node:tls';

import type { IssuedCertificate } from './certificates.ts';
import { listen } from './listen.ts';

/** A real CONNECT proxy on loopback. */
export interface FakeProxy {
  readonly port: number;
  /** The authorities that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface FakeProxyOptions {
  /** Every CONNECT is answered with this status. */
  readonly refuseWith?: number;
  /** Every CONNECT is answered with these bytes instead, and the connection is left as it is. */
  readonly answer?: string | Buffer;
  /** Asks for the Basic sign-in of `anna` with this password. */
  readonly password?: string;
  /** Opens the tunnels' TLS with this certificate, as a box that looks into connections does. */
  readonly inspectWith?: IssuedCertificate;
}

/** Starts a proxy that tunnels, unless told otherwise. */
export async function startFakeProxy(options: FakeProxyOptions = {}): Promise<FakeProxy> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket, head) => {
    const authority = request.url ?? '';
    asked.push(authority);
    if (options.answer !== undefined) {
      socket.write(options.answer);
      return;
    }
    const expected = `Basic ${Buffer.from(`anna:${options.password ?? ''}`).toString('base64')}`;
    const isWelcome = options.password === undefined || request.headers['proxy-authorization'] === expected;
    const status = options.refuseWith ?? (isWelcome ? 200 : 407);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="acme"\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${authority}`);
    if (options.inspectWith !== undefined) {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inspect(socket, head, Number(port), hostname, options.inspectWith);
      return;
    }
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => undefined);
    socket.once('close', () => upstream.destroy());
  });
  const { port, close } = await listen(server);
  return { port, asked, close };
}

/** Two TLS connections in place of one; the box sees what goes through. */
function inspect(
  socket: Duplex,
  head: Buffer,
  port: number,
  host: string,
  { chainPem, keyPem }: IssuedCertificate,
): void {
  if (head.length > 0) socket.unshift(head);
  const inner = new TLSSocket(socket, { isServer: true, cert: chainPem, key: keyPem });
  inner.on('error', () => undefined);
  inner.once('secure', () => {
    const name: unknown = Reflect.get(inner, 'servername');
    const upstream = connectTls({
      host,
      port,
      // The box does not care here: what the app makes of the box's own certificate is what is tested.
      rejectUnauthorized: false,
      ...(typeof name === 'string' ? { servername: name } : {}),
    });
    upstream.on('error', () => inner.destroy());
    upstream.pipe(inner).pipe(upstream);
    inner.once('close', () => upstream.destroy());
  });
  socket.once('close', () => inner.destroy());
}
