import { XRAY_HOSTS } from '../xray/hosts.ts';
import { healthOf, tookCredentials } from './facts.ts';
import type { Facts, HostFacts } from './facts.ts';
import { list } from './sentences.ts';

/** A host's name as a person would say it; the id of one that is not documented. */
export function hostName(id: string): string {
  return XRAY_HOSTS.find((host) => host.id === id)?.name ?? id;
}

type Pattern = 'works' | 'another-region' | 'keys-refused' | 'not-reached' | 'other';

function patternOf(host: HostFacts): Pattern {
  if (healthOf(host) !== null) return 'works';
  const last = host.dataCall ?? host.authenticate;
  if (last === null || last.outcome === 'failed') return 'not-reached';
  if (host.dataCall?.outcome === 'answered' && host.dataCall.reading.kind === 'region')
    return 'another-region';
  const signIn = host.authenticate;
  return signIn?.outcome === 'answered' && signIn.reading.kind === 'refused' ? 'keys-refused' : 'other';
}

/** How the regional hosts differ from the global one, in one sentence; null when they were not asked. */
export function regionsSentence(facts: Facts): string | null {
  if (facts.regional.length === 0) return null;
  const global = patternOf(facts.global);
  const patterns = facts.regional.map((host) => ({ host, pattern: patternOf(host) }));
  const working = patterns
    .filter(({ pattern }) => pattern === 'works')
    .map(({ host }) => hostName(host.host));
  const isAll = (wanted: Pattern): boolean => patterns.every(({ pattern }) => pattern === wanted);

  if (global === 'works')
    return 'The global host works, and it is the one that Snapshots uses; the others change nothing.';
  if (working.length > 0)
    return `The host for ${list(working)} gives out your data, which is the best sign of where it is kept.`;
  if (global === 'another-region' && isAll('another-region'))
    return 'Every host says the same: Xray must act, or your data is just being moved.';
  if (isAll('not-reached')) return 'No regional host could be reached.';
  if (global === 'keys-refused') {
    const knowing = facts.regional.filter(tookCredentials).map(({ host }) => hostName(host));
    return knowing.length === 0
      ? 'No host knows these keys.'
      : `Your keys are known at the host for ${list(knowing)} and not at the global one.`;
  }
  return 'No regional host gives out your data either.';
}
