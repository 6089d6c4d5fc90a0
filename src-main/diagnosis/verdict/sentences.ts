import type { AnsweredBy, CallName } from '../../contract/diagnosis.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { optional, message } from '../../i18n/message.ts';
import type { Message, MessageValues, MessageRef } from '../../i18n/message.ts';

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

const issuer = ({ issuer: value }: Values): MessageValues => optional('issuer', value ?? undefined);
const proxy = ({ proxy: value }: Values): MessageValues => optional('proxy', value ?? undefined);
const schemes = ({ schemes: value = [] }: Values): MessageValues => ({
  hasSchemes: value.length === 0 ? 'no' : 'yes',
  schemes: [...value],
});
const target = ({ target: value }: Values): MessageValues => optional('target', value ?? undefined);
const status = ({ status: value }: Values): MessageValues => optional('status', value);
const call = (values: Values): MessageValues => ({ call: values.call === 'data-call' ? 'data' : 'signIn' });
const regions = (values: Values): MessageValues => hostList(values.regions ?? []);
const maker = ({ maker: value }: Values): MessageValues => optional('maker', value ?? undefined);
const hasWords = ({ quote = null }: Values): MessageValues => ({ hasWords: quote === null ? 'no' : 'yes' });
const split = ({ isSplitOverKeys = false }: Values): MessageValues => ({
  split: isSplitOverKeys ? 'yes' : 'no',
});
const wait = ({ waitSeconds = null }: Values): MessageValues =>
  waitSeconds === null ? { unit: 'none', count: 0 } : duration(waitSeconds);

/** What the texts of each rule name; nothing where they name nothing. */
const NAMED: Readonly<Partial<Record<RuleId, readonly ((values: Values) => MessageValues)[]>>> = {
  'proxy-sign-in.407': [proxy, schemes],
  'tls-untrusted.expired': [issuer],
  'tls-untrusted.wrong-host': [issuer],
  'tls-untrusted.inspected': [maker, issuer],
  'tls-untrusted.unknown-issuer': [issuer],
  'network.dns': [proxy],
  'network.connect': [proxy],
  'network.proxy': [proxy],
  'network.no-answer': [call],
  'network.cut-off': [call],
  'network.deadline': [call],
  'intercepted.web-page': [call, maker],
  'intercepted.redirect': [call, target],
  'intercepted.answer': [call, maker],
  'intercepted.proxy-guest': [proxy],
  'rate-limited.429': [wait],
  'rate-limited.words': [wait],
  'credentials-rejected.refused': [status],
  'residency.region-text': [split],
  'residency-suspected.migration': [call],
  'residency-suspected.refused-but-region-works': [regions],
  'residency-suspected.failed-but-region-works': [regions],
  'residency-suspected.refused-without-known-text': [status, hasWords],
  'residency-suspected.keys-known-elsewhere': [regions],
  'residency-suspected.sign-in-lambda-but-region-works': [regions],
  'xray-unavailable.cloudfront': [status],
  'xray-unavailable.sign-in': [status],
  'xray-unavailable.data': [status],
  'unclear.redirect-within-xray': [call, target],
  'unclear.cloudfront': [status],
  'unclear.network-before-xray': [call, status, maker],
  'unclear.atlassian': [call],
  'unclear.permission': [call],
  'unclear.contradiction': [call, maker],
  'unclear.web-page': [call, status],
  'unclear.no-token': [status],
  'unclear.xray-words': [call, status],
  'unclear.sign-in-answer': [status],
  'unclear.data-answer': [status],
};

/** The sentence and the meaning of a rule that matched. */
export function wordsOf(
  rule: RuleId,
  values: Values,
): { readonly sentence: Message; readonly meaning: Message } {
  const named: MessageValues = Object.assign({}, ...(NAMED[rule] ?? []).map((name) => name(values)));
  return { sentence: message(`rule.${rule}`, named), meaning: message(`meaning.${rule}`, named) };
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
