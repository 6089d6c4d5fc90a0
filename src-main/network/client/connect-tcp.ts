import { lookup } from 'node:dns/promises';
import { connect as netConnect, isIP } from 'node:net';
import type { Socket } from 'node:net';

import type { TcpTarget } from './connect-override.ts';
import { CodedError } from './network-failure.ts';
import { discard, waitFor } from './opening.ts';
import type { OpeningTrace } from './opening.ts';
import { abortReason, raceSignal } from './time-limit.ts';

export interface TcpPorts {
  readonly lookup: (host: string) => Promise<readonly string[]>;
  readonly connect: (address: string, port: number) => Socket;
}

const NODE_PORTS: TcpPorts = {
  lookup: async (host) =>
    (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address),
  connect: (host, port) => netConnect({ host, port, noDelay: true }),
};

/** The pause before the next address is tried as well (RFC 8305 section 5, "Connection Attempt Delay"). */
const STAGGER_MS = 250;

const MAX_ADDRESSES = 16;

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

/** Starts one connection every 250 ms, and at once when one has failed. The first that connects ends the others. */
function firstToConnect(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
  connect: TcpPorts['connect'],
): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const won = new AbortController();
  const over = AbortSignal.any([signal, won.signal]);
  const waiting = addresses.values();
  const errors: Error[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tryNext = (): void => {
    clearTimeout(timer);
    const { value: address, done } = waiting.next();
    if (done === true) return;
    timer = setTimeout(tryNext, STAGGER_MS);
    void attempt(connect(address, port));
  };
  const attempt = async (socket: Socket): Promise<void> => {
    try {
      await waitFor(socket, 'connect', over);
      // Two can connect in the same turn of the event loop.
      if (over.aborted) discard(socket);
      won.abort();
      resolve(socket);
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error('The connection failed.', { cause: error }));
      if (over.aborted) reject(abortReason(signal));
      else if (errors.length < addresses.length) tryNext();
      else reject(mostTelling(errors));
    }
  };
  tryNext();
  return promise.finally(() => clearTimeout(timer));
}

/** A refusal by the host says more than silence, and silence more than a family that this computer does not have. */
const BY_WEIGHT =
  'ECONNREFUSED ECONNRESET EACCES EPERM ETIMEDOUT other EHOSTUNREACH ENETUNREACH EADDRNOTAVAIL EAFNOSUPPORT'.split(
    ' ',
  );

function mostTelling(errors: readonly Error[]): Error {
  const [first] = errors.toSorted((one, other) => weightOf(one) - weightOf(other));
  return first ?? new CodedError('UNKNOWN', 'No connection came about.');
}

function weightOf(error: Error): number {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return BY_WEIGHT.indexOf(BY_WEIGHT.includes(code) ? code : 'other');
}
