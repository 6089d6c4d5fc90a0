import type {
  AskedHost,
  Behaviour,
  FailurePhase,
  HostId,
  AnsweredExchange,
} from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import type { Message, MessageRef } from '../../i18n/message.ts';
import type { Meaning } from '../../xray/meanings.ts';
import { hostFacts } from './facts.ts';
import type { AnsweredCall, Facts, FactsInput, HostFacts } from './facts.ts';
import { hostList } from './sentences.ts';

const NAMED_HOSTS = ['global', 'us', 'eu', 'au'] as const;

/** Returns a host's name as a person would say it; the id of one that is not documented. */
export function hostName(id: HostId): string | MessageRef {
  const named = NAMED_HOSTS.find((host) => host === id);
  return named === undefined ? id.toUpperCase() : { key: `host.${named}` };
}

export function namesOf(hosts: readonly HostFacts[]): (string | MessageRef)[] {
  return hosts.map(({ host }) => hostName(host));
}

/** Behaviours of a host that said nothing; `stopped` says nothing about the host, but about the run. */
const SILENT = new Set<Behaviour>(['not-reached', 'no-answer', 'stopped']);

/** How a host behaved, by the call that tells: the data call if it was made. */
function behaviourOf({ health, authenticate, dataCall, refusedCredentials }: HostFacts): Behaviour {
  const last = dataCall ?? authenticate;
  if (health !== null) return 'works';
  if (last === null) return 'not-reached';
  if (last.outcome === 'failed') return failedBehaviour(last.exchange.failure.phase);
  return last === authenticate && refusedCredentials ? 'keys-refused' : answeredBehaviour(last);
}

/** Who answered comes first here, too: a foreign page is no refusal of Xray's. */
function answeredBehaviour({ exchange, reading }: AnsweredCall): Behaviour {
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
      return exchange.status === 429 ? 'asks-to-wait' : (BY_MEANING[reading.says] ?? byStatus(exchange));
  }
}

const BY_MEANING: Readonly<Record<Meaning, Behaviour | null>> = {
  region: 'another-region',
  'region-like': 'another-region',
  migration: 'migrating',
  licence: 'licence',
  limit: 'asks-to-wait',
  allowlist: 'other',
  'not-installed': 'other',
  token: 'other',
  keys: 'other',
  user: 'other',
  'not-found': 'other',
  permission: 'other',
  syntax: 'other',
  fault: null,
  'status-words': null,
  words: null,
  none: null,
};

function byStatus({ status, call }: AnsweredExchange): Behaviour {
  if (status >= 500) return 'own-error';
  return (status === 401 || status === 403) && call === 'data-call' ? 'data-refused' : 'other';
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
  return {
    tookKeys: facts.acceptedCredentials ? true : facts.refusedCredentials ? false : null,
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
