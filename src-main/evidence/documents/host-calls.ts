import type { AskedHost, Diagnosis, Exchange } from '../../contract/diagnosis.ts';
import { requestIdsOf } from './exact-answer.ts';
import { BEHAVIOURS } from './host-findings.ts';
import { oneLine } from './plain-text.ts';
import { namesInSentence } from './received-values.ts';

/** A host with the last call of each kind that our own network stack made. */
export interface HostCalls {
  readonly host: AskedHost;
  readonly signIn: Exchange | null;
  readonly dataCall: Exchange | null;
}

/** Returns the hosts in the order of the run, each with its calls. */
export function hostCalls({ hosts, exchanges }: Pick<Diagnosis, 'hosts' | 'exchanges'>): HostCalls[] {
  const last = new Map<string, Exchange>();
  for (const exchange of exchanges)
    if (exchange.stack === 'node') last.set(`${exchange.host}/${exchange.call}`, exchange);
  return hosts.map((host) => ({
    host,
    signIn: last.get(`${host.id}/authenticate`) ?? null,
    dataCall: last.get(`${host.id}/data-call`) ?? null,
  }));
}

/** Returns the last call to a host that our own network stack made; undefined if there is none. */
export function lastCallTo(hostId: string, exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.findLast(({ host, stack }) => host === hostId && stack === 'node');
}

/** Returns the last call of a host. */
export function lastCall({ signIn, dataCall }: HostCalls): Exchange | null {
  return dataCall ?? signIn;
}

function status(exchange: Exchange | null): string {
  return exchange === null ? '' : String(exchange.status ?? 'no answer');
}

/** Returns `200 accepted`: the status of the sign-in, and whether the host took the keys. */
export function signInWords({ host, signIn }: HostCalls): string {
  const words = host.tookKeys === null ? 'unclear' : host.tookKeys ? 'accepted' : 'rejected';
  return [status(signIn), words].filter(Boolean).join(' ');
}

/** Returns `401 in another region`: the status of the data call, and what the host did with the data. */
export function dataCallWords({ host, dataCall }: HostCalls): string {
  if (dataCall?.outcome === 'failed')
    return dataCall.status === null ? 'no answer' : `${dataCall.status}, cut off`;
  const words = host.behaviour === null ? 'not finished' : BEHAVIOURS[host.behaviour];
  return [status(dataCall), words].filter(Boolean).join(' ');
}

/** Returns the request ids of a host's last call as `x-amz-cf-id …, Request ID …`; empty for a host without calls. */
export function requestIdWords(calls: HostCalls): string {
  const last = lastCall(calls);
  if (last === null) return '';
  const ids = requestIdsOf(last).map(({ name, value }) => `${name} ${value}`);
  return ids.join(', ') || 'none returned';
}

/** Returns where sign-in and data call were accepted, in one sentence each. `product` is what uses the global host. */
export function findingOf(hosts: readonly HostCalls[], product: string | null): string {
  const accepting = hostIds(hosts, ({ tookKeys }) => tookKeys === true);
  const rejecting = hostIds(hosts, ({ tookKeys }) => tookKeys === false);
  return [
    accepting.length === 0
      ? 'No host accepts the sign-in.'
      : `Sign-in is accepted by ${namesInSentence(accepting)}.`,
    ...(rejecting.length === 0 ? [] : [`Sign-in is rejected by ${namesInSentence(rejecting)}.`]),
    dataCallFinding(hosts),
    `${product ?? 'The app of the customer'} uses the global host.`,
  ].join(' ');
}

function dataCallFinding(hosts: readonly HostCalls[]): string {
  const working = hostIds(hosts, ({ behaviour }) => behaviour === 'works');
  if (hosts.every(({ dataCall }) => dataCall === null)) return 'The data call was not made at any host.';
  if (working.length === 0) return 'No host answers the data call without an error.';
  if (working.length === hosts.length) return 'The data call works at every host.';
  return `Only ${namesInSentence(working)} ${working.length === 1 ? 'answers' : 'answer'} the data call as expected.`;
}

/** Returns the ids of the hosts for which `is` holds. */
export function hostIds(hosts: readonly HostCalls[], is: (host: AskedHost) => boolean): string[] {
  return hosts.filter(({ host }) => is(host)).map(({ host }) => oneLine(host.id, 40));
}
