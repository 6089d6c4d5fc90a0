import type { AnsweredBy, CallName } from '../../contract/diagnosis.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { optional } from '../../i18n/message.ts';
import type { MessageRef, MessageValues } from '../../i18n/message.ts';

/** A rule's id; each has a sentence and a meaning among the words. */
export type RuleId = MessageKey extends infer Key ? (Key extends `rule.${infer Id}` ? Id : never) : never;

/** What a rule found and its sentence may name; null or missing for what was not found. */
export interface Values {
  readonly call?: CallName;
  readonly issuer?: string | null;
  readonly maker?: string | null;
  /** `host:port` of the proxy on the way. */
  readonly proxy?: string | null;
  readonly schemes?: readonly string[];
  readonly target?: string | null;
  readonly status?: number;
  readonly waitSeconds?: number | null;
  /** Who gave the answer, and its words as they came. Not named in any sentence: they are shown beside it. */
  readonly answeredBy?: AnsweredBy | null;
  readonly quote?: string | null;
  readonly isSplitOverKeys?: boolean;
  readonly regions?: readonly (string | MessageRef)[];
}

/** What a rule's text may be told, by the name that stands in the rule's row. */
const NAMES = {
  call: ({ call }) => ({ call: call === 'data-call' ? 'data' : 'signIn' }),
  hasWords: ({ quote = null }) => ({ hasWords: quote === null ? 'no' : 'yes' }),
  issuer: ({ issuer }) => optional('issuer', issuer ?? undefined),
  maker: ({ maker }) => optional('maker', maker ?? undefined),
  proxy: ({ proxy }) => optional('proxy', proxy ?? undefined),
  regions: ({ regions = [] }) => hostList(regions),
  schemes: ({ schemes = [] }) => ({ hasSchemes: schemes.length === 0 ? 'no' : 'yes', schemes: [...schemes] }),
  split: ({ isSplitOverKeys = false }) => ({ split: isSplitOverKeys ? 'yes' : 'no' }),
  status: ({ status }) => optional('status', status),
  target: ({ target }) => optional('target', target ?? undefined),
  wait: ({ waitSeconds = null }) =>
    waitSeconds === null ? { unit: 'none', count: 0 } : duration(waitSeconds),
} as const satisfies Readonly<Record<string, (values: Values) => MessageValues>>;

export type ValueName = keyof typeof NAMES;

/** Returns the values of these names as a text takes them. */
export function valuesNamed(names: readonly ValueName[], values: Values): MessageValues {
  return Object.assign({}, ...names.map((name) => NAMES[name](values)));
}

/** Names of hosts as a text lists them, and how many they are. */
export function hostList(hosts: readonly (string | MessageRef)[]): MessageValues {
  return { regions: [...hosts], count: hosts.length };
}

/** A time to wait as a person says it, rounded up. */
function duration(seconds: number): MessageValues {
  if (seconds < 90) return { unit: 'seconds', count: seconds };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.ceil(seconds / 60) };
  return { unit: 'hours', count: Math.ceil(seconds / 3600) };
}
