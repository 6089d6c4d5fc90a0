import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';

import type { Certificate, FailurePhase } from '../../contract/diagnosis.ts';
import type { ConnectTo } from './connect-override.ts';
import { abortReason } from './link-signal.ts';
import { CodedError } from './network-failure.ts';
import type { ProxyRoute } from '../proxy/proxy-address.ts';

/** How far the opening came and how long each phase took; filled while it goes on, so that a failure can be told. */
export interface OpeningTrace {
  phase: FailurePhase;
  dnsMs: number | null;
  tcpMs: number | null;
  tlsMs: number | null;
  certificate: Certificate | null;
}

/** What an opening is given. `signal` ends it at once. */
export interface OpeningOptions {
  readonly host: string;
  readonly port: number;
  readonly route: ProxyRoute;
  readonly connectTo: ConnectTo;
  readonly secureContext: SecureContext;
  readonly signal: AbortSignal;
}

/** Resolves with `event` of the socket; destroys the socket and rejects on an error, an early close or an abort. */
export async function waitFor(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const end = (error: Error | null): void => {
      socket.removeListener(event, onEvent);
      socket.removeListener('error', end);
      socket.removeListener('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (error === null) {
        resolve();
        return;
      }
      discard(socket);
      reject(error);
    };
    const onEvent = (): void => end(null);
    const onClose = (): void => end(new CodedError('ECONNRESET', 'The connection was closed.'));
    const onAbort = (): void => end(abortReason(signal));
    socket.once(event, onEvent);
    socket.once('error', end);
    socket.once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

/** Destroys a socket; an error that it still reports must not end the process. */
export function discard(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.destroy();
}
