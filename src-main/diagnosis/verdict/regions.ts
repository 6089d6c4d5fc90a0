import type { AskedHost, Behaviour, FailurePhase, HostId } from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import type { Message, MessageRef } from '../../i18n/message.ts';
import { hostFacts } from './facts.ts';
import type { Facts, FactsInput, HostFacts } from './facts.ts';
import { refusesKeys } from './refusal.ts';
import type { ReadAnswer } from './refusal.ts';
import { hostList } from './sentences.ts';

/** The names of the documented hosts among the words. */
const NAMED_HOSTS = { global: 'host.global', us: 'host.us', eu: 'host.eu', au: 'host.au' } as const;

function isNamed(id: string): id is keyof typeof NAMED_HOSTS {
  return Object.hasOwn(NAMED_HOSTS, id);
}

/** A host's name as a person would say it; the id of one that is not documented. */
export function hostName(id: HostId): string | MessageRef {
  return isNamed(id) ? { key: NAMED_HOSTS[id] } : id.toUpperCase();
}

/** Behaviours of a host that said nothing; `stopped` says nothing about the host, but about the run. */
const SILENT = new Set<Behaviour>(['not-reached', 'no-answer', 'stopped']);

/** How a host behaved, by the call that tells: the data call if it was made. */
function behaviourOf(host: HostFacts): Behaviour {
  if (host.health !== null) return 'works';
  const last = host.dataCall ?? host.authenticate;
  if (last === null) return 'not-reached';
  if (last.outcome === 'failed') return failedBehaviour(last.exchange.failure.phase);
  return answeredBehaviour(last);
}

/** Who answered comes first here, too: a foreign page is no refusal of Xray's. */
function answeredBehaviour(answer: ReadAnswer): Behaviour {
  const { exchange, reading } = answer;
  switch (reading.who) {
    case 'between':
    case 'before':
    case 'atlassian':
      return 'something-else';
    case 'cloudfront':
      return reading.form === 'page' ? 'error-page' : 'other';
    case 'unknown':
      return exchange.status === 429 ? 'asks-to-wait' : 'other';
    case 'xray':
      return xraysBehaviour(answer);
  }
}

function xraysBehaviour(answer: ReadAnswer): Behaviour {
  const { exchange, reading } = answer;
  if (exchange.status === 429) return 'asks-to-wait';
  if (refusesKeys(answer)) return 'keys-refused';
  switch (reading.says) {
    case 'region':
    case 'region-like':
      return 'another-region';
    case 'migration':
      return 'migrating';
    case 'licence':
      return 'licence';
    case 'limit':
      return 'asks-to-wait';
    case 'none':
    case 'status-words':
    case 'words':
    case 'fault':
      if (exchange.status >= 500) return 'own-error';
      return isRefusal(exchange.status) && exchange.call === 'data-call' ? 'data-refused' : 'other';
    case 'allowlist':
    case 'not-installed':
    case 'token':
    case 'keys':
    case 'user':
    case 'not-found':
    case 'permission':
    case 'syntax':
      return 'other';
  }
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
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
): Pick<AskedHost, 'tookKeys' | 'behaviour' | 'came' | 'totalMs'> {
  const own = exchanges.filter((exchange) => exchange.host === host && exchange.stack === 'node');
  const facts = hostFacts(host, own);
  const { authenticate } = facts;
  const hasRefused = authenticate?.outcome === 'answered' && refusesKeys(authenticate);
  return {
    tookKeys: facts.acceptedCredentials ? true : hasRefused ? false : null,
    behaviour: isDone ? behaviourOf(facts) : null,
    came: facts.health,
    totalMs: Math.round(own.reduce((sum, { timing }) => sum + timing.totalMs, 0)),
  };
}

/** How the regional hosts differ from the global one, in one sentence; null when they were not asked. */
export function regionsPhrase({ global, regional }: Facts): Message | null {
  if (regional.length === 0) return null;
  const own = behaviourOf(global);
  if (own === 'works') return message('regions.global-works');
  const behaviours = regional.map(behaviourOf);
  if (behaviours.includes('stopped')) return message('regions.unfinished');
  const globalDoes: MessageRef = { key: `global.${own}` };
  const working = namesOf(regional.filter(({ health }) => health !== null));
  if (working.length > 0) return message('regions.working', { global: globalDoes, ...hostList(working) });
  if (behaviours.every((behaviour) => SILENT.has(behaviour))) return message('regions.silent');
  if (own === 'not-reached' || own === 'no-answer' || own === 'stopped')
    return message('regions.none', { global: globalDoes });
  if (behaviours.every((behaviour) => behaviour === own)) return message(`regions.all.${own}`);
  const knowing = namesOf(regional.filter(({ acceptedCredentials }) => acceptedCredentials));
  if (own === 'keys-refused') {
    return knowing.length === 0
      ? message('regions.keys-nowhere')
      : message('regions.keys-elsewhere', hostList(knowing));
  }
  if (global.acceptedCredentials && knowing.length === 0) return message('regions.keys-global-only');
  return message('regions.none-either', { global: globalDoes });
}

function namesOf(hosts: readonly HostFacts[]): (string | MessageRef)[] {
  return hosts.map(({ host }) => hostName(host));
}
