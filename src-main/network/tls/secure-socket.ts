import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import { certificateFacts } from './certificate-facts.ts';
import { waitFor } from '../client/opening.ts';
import type { OpeningOptions, OpeningTrace } from '../client/opening.ts';

/**
 * Speaks TLS on an open connection, in the name of `host`. Rejects when its certificate is refused; `trace` then holds
 * what the server showed.
 */
export async function secureSocket(
  tcp: Socket,
  host: string,
  protocols: readonly string[],
  { secureContext, signal }: Pick<OpeningOptions, 'secureContext' | 'signal'>,
  trace: OpeningTrace,
): Promise<TLSSocket> {
  const socket = tlsConnect({
    socket: tcp,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext,
    ALPNProtocols: [...protocols],
  });
  // Node drops a refused connection, and with it the certificate, before anyone hears of it. `secure` comes just before
  // its check, so this reads what the server showed; the check itself stays Node's own.
  socket.prependListener('secure', () => {
    // Not getPeerX509Certificate: after it Node's own check finds a certificate without names.
    trace.certificate = certificateFacts(socket.getPeerCertificate(true));
  });
  await waitFor(socket, 'secureConnect', signal);
  return socket;
}
