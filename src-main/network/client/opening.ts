import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';

import type { Certificate, FailurePhase, Timing } from '../../contract/diagnosis.ts';
import type { ConnectTo } from './connect-override.ts';
import { CodedError } from './network-failure.ts';
import type { ProxyRoute } from '../proxy/proxy-address.ts';
import { raceSignal } from './time-limit.ts';

/** How far the opening of a connection came, and how long each phase took; filled while it goes on. */
export interface OpeningTrace extends Pick<Timing, 'dnsMs' | 'tcpMs' | 'tlsMs'> {
  phase: FailurePhase;
  certificate: Certificate | null;
}

export interface OpeningOptions {
  readonly host: string;
  readonly port: number;
  readonly route: ProxyRoute;
  readonly connectTo: ConnectTo;
  readonly secureContext: SecureContext;
  readonly signal: AbortSignal;
}

/** Resolves at `event` of the socket. Destroys the socket and rejects on an error, an early close or an abort. */
export async function waitFor(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onClose = (): void => reject(new CodedError('ECONNRESET', 'The connection was closed.'));
  socket.once(event, resolve).once('error', reject).once('close', onClose);
  try {
    await raceSignal(promise, signal);
  } catch (error) {
    discard(socket);
    throw error;
  } finally {
    socket.off(event, resolve).off('error', reject).off('close', onClose);
  }
}

/** Destroys a socket; an error that it still reports must not end the process. */
export function discard(socket: Socket): void {
  socket.on('error', () => undefined);
  socket.destroy();
}
