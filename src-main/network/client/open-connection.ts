import { connectTcp } from './connect-tcp.ts';
import { openTunnel } from '../proxy/open-tunnel.ts';
import type { OpeningOptions, OpeningTrace } from './opening.ts';
import { secureSocket } from '../tls/secure-socket.ts';

export type OpenedConnection = Awaited<ReturnType<typeof openConnection>>;

/**
 * Opens one TLS connection to a host, direct or through a proxy's tunnel. The host's name, SNI and certificate check
 * are never changed, whatever address is dialled. Rejects with the error of the phase that `trace` names.
 */
export async function openConnection(options: OpeningOptions, trace: OpeningTrace) {
  const { host, port, route, signal } = options;
  const target = options.connectTo(host, port) ?? { host, port };
  const tcp =
    route.kind === 'direct'
      ? await connectTcp(target, trace, signal)
      : await openTunnel(route, target, options, trace);
  const startedAt = performance.now();
  trace.phase = 'tls';
  const socket = await secureSocket(tcp, host, ['h2', 'http/1.1'], options, trace);
  trace.tlsMs = performance.now() - startedAt;
  return {
    socket,
    facts: {
      address: tcp.remoteAddress ?? target.host,
      port: tcp.remotePort ?? target.port,
      tlsVersion: socket.getProtocol(),
      certificate: trace.certificate,
    },
  };
}
