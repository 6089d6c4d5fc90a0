import { lookup } from 'node:dns/promises';
import { connect as netConnect, isIP } from 'node:net';
import type { Socket } from 'node:net';

import { abortReason, raceSignal } from './link-signal.ts';
import { CodedError } from './network-failure.ts';
import { discard } from './opening.ts';
import type { OpeningTrace } from './opening.ts';

/** What TCP needs of the system; a test passes its own. */
export interface TcpPorts {
  /** Resolves with the addresses of a name, in the resolver's order. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  /** Starts a connection to an IP address. */
  readonly connect: (address: string, port: number) => Socket;
}

const NODE_PORTS: TcpPorts = {
  lookup: async (host) =>
    (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address),
  connect: (host, port) => netConnect({ host, port, noDelay: true }),
};

/** The pause before the next address is tried as well (RFC 8305 section 5, "Connection Attempt Delay"). */
const STAGGER_MS = 250;

/** A name with more addresses is tried at the first ones. */
const MAX_ADDRESSES = 16;

export interface TcpTarget {
  /** A name or an IP address. */
  readonly host: string;
  readonly port: number;
}

/**
 * Opens a TCP connection to a name or an address. All addresses of a name are tried, one more every 250 ms, and none is
 * given up while it may still answer (Node's own `autoSelectFamily` gives each but the last 250 ms): the first that
 * connects wins. Rejects when all failed, with the error that says most, or with the reason of `signal`.
 */
export async function connectTcp(
  { host, port }: TcpTarget,
  trace: OpeningTrace,
  signal: AbortSignal,
  ports: TcpPorts = NODE_PORTS,
): Promise<Socket> {
  signal.throwIfAborted();
  const startedAt = performance.now();
  let addresses: readonly string[] = [host];
  if (isIP(host) === 0) {
    trace.phase = 'dns';
    addresses = interleaved(await raceSignal(ports.lookup(host), signal)).slice(0, MAX_ADDRESSES);
    if (addresses.length === 0) throw new CodedError('ENOTFOUND', 'The name has no address.');
    trace.dnsMs = performance.now() - startedAt;
  }
  trace.phase = 'connect';
  const connectingAt = performance.now();
  const socket = await firstToConnect(addresses, port, signal, ports.connect);
  trace.tcpMs = performance.now() - connectingAt;
  return socket;
}

/** One address of each family in turn, beginning with the family that the resolver prefers (RFC 8305 section 4). */
function interleaved(addresses: readonly string[]): string[] {
  const preferred = isIP(addresses[0] ?? '');
  const first = addresses.filter((address) => isIP(address) === preferred);
  const second = addresses.filter((address) => isIP(address) !== preferred);
  return Array.from({ length: Math.max(first.length, second.length) }, (_none, index) => [
    ...first.slice(index, index + 1),
    ...second.slice(index, index + 1),
  ]).flat();
}

function firstToConnect(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
  connect: TcpPorts['connect'],
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const pending = new Map<Socket, () => void>();
    const errors: Error[] = [];
    let started = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      for (const [socket, unlisten] of pending) {
        unlisten();
        discard(socket);
      }
      pending.clear();
    };
    const onAbort = (): void => {
      end();
      reject(abortReason(signal));
    };
    const fail = (error: Error): void => {
      errors.push(error);
      if (errors.length < addresses.length) startNext();
      else {
        end();
        reject(mostTelling(errors));
      }
    };
    const startNext = (): void => {
      clearTimeout(timer);
      const address = addresses[started];
      if (address === undefined) return;
      started += 1;
      if (started < addresses.length) timer = setTimeout(startNext, STAGGER_MS);
      const socket = connect(address, port);
      const onConnect = (): void => {
        unlisten();
        pending.delete(socket);
        end();
        resolve(socket);
      };
      const onError = (error: Error): void => {
        unlisten();
        pending.delete(socket);
        discard(socket);
        fail(error);
      };
      const onClose = (): void => onError(new CodedError('ECONNRESET', 'The connection was closed.'));
      const unlisten = (): void => {
        socket.removeListener('connect', onConnect);
        socket.removeListener('error', onError);
        socket.removeListener('close', onClose);
      };
      pending.set(socket, unlisten);
      socket.once('connect', onConnect);
      socket.once('error', onError);
      socket.once('close', onClose);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    else startNext();
  });
}

/** A refusal by the host says more than silence, and silence more than a family that this computer does not have. */
const BY_WEIGHT = ['ECONNREFUSED', 'ECONNRESET', 'EACCES', 'EPERM', 'ETIMEDOUT'];
const LIGHT = ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

function mostTelling(errors: readonly Error[]): Error {
  const [first] = [...errors].sort((one, other) => weightOf(one) - weightOf(other));
  return first ?? new CodedError('UNKNOWN', 'No connection came about.');
}

function weightOf(error: Error): number {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (BY_WEIGHT.includes(code)) return BY_WEIGHT.indexOf(code);
  return BY_WEIGHT.length + 1 + LIGHT.indexOf(code);
}
