import { request as httpRequest } from 'node:http';
import { connect as netConnect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { SecureContext, TLSSocket } from 'node:tls';

import type { Certificate, ConnectionFacts, FailurePhase } from '../contract/diagnosis.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { ConnectTo } from './connect-to.ts';
import { CodedError } from './network-failure.ts';
import type { ProxyRoute } from './proxy-route.ts';

/** How far the opening came and how long each phase took; filled while it goes on, so that a failure can be told. */
export interface OpeningTrace {
  phase: FailurePhase;
  dnsMs: number | null;
  tcpMs: number | null;
  tlsMs: number | null;
  certificate: Certificate | null;
}

/** A TLS connection whose certificate was accepted. */
export interface OpenedConnection {
  readonly socket: TLSSocket;
  readonly facts: Omit<ConnectionFacts, 'reused'>;
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

/**
 * Opens one TLS connection to a host, direct or through a proxy's tunnel. The host's name, SNI and certificate check
 * are never changed, whatever address is dialled. Rejects with the error of the phase that `trace` names.
 */
export async function openConnection(
  options: OpeningOptions,
  trace: OpeningTrace,
): Promise<OpenedConnection> {
  const { host, port, route, signal } = options;
  const target = options.connectTo(host, port) ?? { address: host, port };
  const tcp =
    route.kind === 'direct'
      ? await dial(target.address, target.port, trace, signal)
      : await openTunnel(route, target, options, trace);
  const started = performance.now();
  trace.phase = 'tls';
  const socket = await secure(tcp, host, ['h2', 'http/1.1'], options, trace);
  trace.tlsMs = performance.now() - started;
  return {
    socket,
    facts: {
      address: tcp.remoteAddress ?? target.address,
      port: tcp.remotePort ?? target.port,
      tlsVersion: socket.getProtocol(),
      certificate: trace.certificate,
    },
  };
}

async function dial(host: string, port: number, trace: OpeningTrace, signal: AbortSignal): Promise<Socket> {
  const started = performance.now();
  trace.phase = isIP(host) === 0 ? 'dns' : 'connect';
  const socket = netConnect({ host, port, autoSelectFamily: true, noDelay: true });
  socket.once('lookup', (error: Error | null) => {
    if (error !== null) return;
    trace.dnsMs = performance.now() - started;
    trace.phase = 'connect';
  });
  await settled(socket, 'connect', signal);
  trace.tcpMs = performance.now() - started - (trace.dnsMs ?? 0);
  return socket;
}

/** Asks a proxy for a tunnel (RFC 9110 section 9.3.6). What its answer holds beyond the status is not for us. */
async function openTunnel(
  route: Extract<ProxyRoute, { kind: 'proxy' }>,
  target: { readonly address: string; readonly port: number },
  options: OpeningOptions,
  trace: OpeningTrace,
): Promise<Socket> {
  const { signal } = options;
  const plain = await dial(route.host, route.port, trace, signal);
  trace.phase = 'proxy';
  const started = performance.now();
  const carrier =
    route.protocol === 'https' ? await secure(plain, route.host, ['http/1.1'], options, trace) : plain;
  const authority = `${isIP(target.address) === 6 ? `[${target.address}]` : target.address}:${target.port}`;
  const tunnel = await new Promise<Socket>((resolve, reject) => {
    const asked = httpRequest({
      method: 'CONNECT',
      path: authority,
      createConnection: () => carrier,
      headers: { host: authority, ...signIn(route) },
    });
    const stop = (): void => {
      asked.destroy();
      carrier.destroy();
      reject(asError(signal.reason));
    };
    signal.addEventListener('abort', stop, { once: true });
    asked.once('error', (error) => {
      signal.removeEventListener('abort', stop);
      carrier.destroy();
      reject(error);
    });
    asked.once('connect', (response, socket, head) => {
      signal.removeEventListener('abort', stop);
      const status = response.statusCode ?? 0;
      if (status >= 200 && status <= 299) {
        if (head.length > 0) socket.unshift(head);
        resolve(carrier);
        return;
      }
      socket.destroy();
      reject(
        new CodedError(
          status === 407 ? 'PROXY_SIGN_IN' : `PROXY_STATUS_${status}`,
          `The proxy answered ${status}${schemesOf(response.headers['proxy-authenticate'])}.`,
        ),
      );
    });
    asked.end();
  });
  trace.tcpMs = (trace.tcpMs ?? 0) + (performance.now() - started);
  trace.certificate = null;
  return tunnel;
}

function signIn({ credentials }: Extract<ProxyRoute, { kind: 'proxy' }>): Record<string, string> {
  if (credentials === null) return {};
  const pair = Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64');
  return { 'proxy-authorization': `Basic ${pair}` };
}

/** The names of the ways to sign in that a proxy offers, which its administrator will ask for. */
function schemesOf(header: string | string[] | undefined): string {
  const names = [header ?? []]
    .flat()
    .flatMap((value) => /^\s*([A-Za-z][\w-]{0,30})/u.exec(value)?.[1] ?? [])
    .join(', ');
  return names === '' ? '' : ` and asks to sign in by ${names}`;
}

async function secure(
  tcp: Socket,
  host: string,
  protocols: readonly string[],
  { secureContext, signal }: OpeningOptions,
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
  await settled(socket, 'secureConnect', signal);
  return socket;
}

/** Waits for `event`; destroys the socket on an error, an early close or an abort. */
async function settled(
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
      // A destroyed socket may still report an error, which must not end the process.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error);
    };
    const onEvent = (): void => end(null);
    const onClose = (): void => end(new CodedError('ECONNRESET', 'The connection was closed.'));
    const onAbort = (): void => end(asError(signal.reason));
    socket.once(event, onEvent);
    socket.once('error', end);
    socket.once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('stopped');
}
