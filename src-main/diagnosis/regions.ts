import type { AskedHost, Behaviour, FailurePhase, HostId } from '../contract/diagnosis.ts';
import { XRAY_HOSTS } from '../xray/hosts.ts';
import { hostFacts } from './facts.ts';
import type { Facts, FactsInput, HostFacts } from './facts.ts';
import { list } from './sentences.ts';

/** A host's name as a person would say it; the id of one that is not documented. */
export function hostName(id: string): string {
  return XRAY_HOSTS.find((host) => host.id === id)?.name ?? id.toUpperCase();
}

/** Behaviours of a host that said nothing; `stopped` says nothing about the host, but about the run. */
const SILENT = new Set<Behaviour>(['not-reached', 'no-answer', 'stopped']);

/** How a host behaved, by the call that tells: the data call if it was made. */
function behaviourOf(host: HostFacts): Behaviour {
  if (host.health !== null) return 'works';
  const last = host.dataCall ?? host.authenticate;
  if (last === null) return 'not-reached';
  if (last.outcome === 'failed') return failedBehaviour(last.exchange.failure.phase);
  switch (last.reading.kind) {
    case 'region':
      return 'another-region';
    case 'cloudfront-lambda':
    case 'cloudfront':
      return 'error-page';
    case 'licence':
      return 'licence';
    case 'rate-limited':
      return 'asks-to-wait';
    case 'refused':
      return last === host.dataCall ? 'data-refused' : 'keys-refused';
    case 'server-error':
      return 'own-error';
    case 'token':
    case 'zip':
    case 'empty':
    case 'xray-error':
    case 'bad-request':
    case 'redirect':
    case 'html':
    case 'no-token':
    case 'other':
      return 'other';
  }
}

function failedBehaviour(phase: FailurePhase): Behaviour {
  if (phase === 'cancelled' || phase === 'deadline') return 'stopped';
  return phase === 'first-byte' || phase === 'body' ? 'no-answer' : 'not-reached';
}

/** What one host gave, for the table of hosts; the behaviour is null while the host is not done. */
export function hostFindings(
  host: HostId,
  { exchanges }: FactsInput,
  isDone: boolean,
): Pick<AskedHost, 'tookKeys' | 'behaviour' | 'totalMs'> {
  const own = exchanges.filter((exchange) => exchange.host === host && exchange.stack === 'node');
  const facts = hostFacts(host, own);
  const hasRefused =
    facts.authenticate?.outcome === 'answered' && facts.authenticate.reading.kind === 'refused';
  return {
    tookKeys: facts.tookKeys ? true : hasRefused ? false : null,
    behaviour: isDone ? behaviourOf(facts) : null,
    totalMs: Math.round(own.reduce((sum, { timing }) => sum + timing.totalMs, 0)),
  };
}

/** How the regional hosts differ from the global one, in one sentence; null when they were not asked. */
export function regionsSentence({ global, regional }: Facts): string | null {
  if (regional.length === 0) return null;
  const own = behaviourOf(global);
  if (own === 'works')
    return 'The global host works, and it is the one that Snapshots uses; the others change nothing.';
  const behaviours = regional.map(behaviourOf);
  if (behaviours.includes('stopped')) return 'The comparison with the regional hosts was not finished.';
  const working = namesOf(regional.filter(({ health }) => health !== null));
  if (working.length > 0) {
    const hosts = `${working.length === 1 ? 'the host' : 'the hosts'} for ${list(working)}`;
    const gives = working.length === 1 ? 'gives' : 'give';
    return `${GLOBAL_WHILE[own]}, while ${hosts} ${gives} out your data: the best sign of where it is kept.`;
  }
  if (behaviours.every((behaviour) => SILENT.has(behaviour)))
    return 'No regional host gave an answer, so there is nothing to compare with.';
  if (own === 'not-reached' || own === 'no-answer' || own === 'stopped')
    return `${GLOBAL_WHILE[own]}, and no regional host gives out your data.`;
  if (behaviours.every((behaviour) => behaviour === own)) return ALL_ALIKE[own];
  const knowing = namesOf(regional.filter(({ tookKeys }) => tookKeys));
  if (own === 'keys-refused') {
    return knowing.length === 0
      ? 'No host takes these keys.'
      : `Your keys are known at the ${knowing.length === 1 ? 'host' : 'hosts'} for ${list(knowing)} and not at the global one; no host gives out your data.`;
  }
  if (global.tookKeys && knowing.length === 0)
    return 'Your keys are known at the global host only, and no host gives out your data.';
  return `${GLOBAL_WHILE[own]}, and no regional host gives out your data either.`;
}

function namesOf(hosts: readonly HostFacts[]): string[] {
  return hosts.map(({ host }) => hostName(host));
}

/** The first half of a sentence that sets the global host against the others. */
const GLOBAL_WHILE: Readonly<Record<Exclude<Behaviour, 'works'>, string>> = {
  'another-region': 'The global host looks for your data in another region',
  'error-page': 'The global host shows an error page of CloudFront, the network before Xray',
  'keys-refused': 'The global host does not take your keys',
  licence: 'The global host speaks of the licence',
  'asks-to-wait': 'The global host asks to wait',
  'data-refused': 'The global host refuses your data',
  'own-error': 'The global host has an error of its own',
  'not-reached': 'The global host could not be reached',
  'no-answer': 'The global host gave no answer',
  stopped: 'The global host was not asked to the end',
  other: 'The global host gives an answer that we do not know',
};

/** What it means that every host behaves like the global one. */
const ALL_ALIKE: Readonly<
  Record<Exclude<Behaviour, 'works' | 'not-reached' | 'no-answer' | 'stopped'>, string>
> = {
  'another-region': 'Every host says the same: Xray must act, or your data is just being moved.',
  'error-page': 'Every host shows an error page of CloudFront, so no region gives out your data.',
  'keys-refused': 'No host takes these keys.',
  licence: 'Every host says the same about the licence.',
  'asks-to-wait': 'Every host asks to wait.',
  'data-refused': 'Every host takes your keys and refuses your data.',
  'own-error': 'Every host has an error of its own, which looks like an outage of Xray.',
  other: 'Every host gives the same kind of answer.',
};
