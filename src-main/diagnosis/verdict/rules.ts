import { verdictKindSchema } from '../../contract/diagnosis.ts';
import type { VerdictKind } from '../../contract/diagnosis.ts';
import { redirectsWithinXray } from '../answerer/answer-signs.ts';
import {
  answered,
  anyOf,
  certificateRefused,
  dataCall,
  failed,
  failedAt,
  failedWith,
  givesNoReason,
  hasForeignMarks,
  hasStatus,
  healthy,
  isFrom,
  isLambdaPage,
  isPage,
  isRedirectAnswer,
  isRefusal,
  isServerError,
  isSuccess,
  mayBeForeign,
  namesNoOtherCause,
  not,
  only,
  says,
  signIn,
  whileSomeRegion,
  xraySays,
} from './conditions.ts';
import type { Condition, Test } from './conditions.ts';
import { refusesCredentials } from './facts.ts';
import type { HostFacts } from './facts.ts';
import type { RuleId, ValueName } from './sentences.ts';

/** Stands in every diagnosis; raised whenever a rule's condition or id changes. */
export const RULES_VERSION = '3';

/** A rule: its id `<kind>.<name>`, and when it applies. The verdict's kind is the first part of the id. */
export interface Rule {
  readonly id: RuleId;
  readonly when: Condition;
  /** What its texts name. */
  readonly names?: readonly ValueName[];
}

/** Returns the kind of verdict that a rule leads to. */
export function kindOf(rule: RuleId): VerdictKind {
  return verdictKindSchema.parse(rule.split('.', 1)[0]);
}

const works = ({ health }: HostFacts): boolean => health !== null;
const acceptsCredentials = ({ acceptedCredentials }: HostFacts): boolean => acceptedCredentials;

const byForeign = (...tests: readonly Test[]): Condition => answered(isFrom('between'), ...tests);
/** Tests of an answer that is Xray's or may be: no page, and nothing on the way that may have made it. */
const plausiblyXrays = [isFrom('xray', 'unknown'), not(isPage), not(mayBeForeign)] as const;
const isUnavailable = [isServerError, ...plausiblyXrays, namesNoOtherCause] as const;
const credentialsRefused = only(
  ({ regional }) => !regional.some(acceptsCredentials),
  signIn(refusesCredentials),
);
const withoutToken = (condition: Condition): Condition =>
  only(({ global }) => !global.acceptedCredentials, condition);

/**
 * Every rule, first match wins. The global host decides, since it is the one that RadBee Snapshots talks to; what the
 * other hosts answered is only looked at where a rule says so. A rule that blames Xray, the keys or the region asks first
 * who answered: words of somebody else never lead to it.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'cancelled.by-person',
    when: anyOf(({ cancelled }) => (cancelled ? {} : null), failedAt('cancelled')),
  },
  {
    id: 'proxy-sign-in.407',
    when: anyOf(
      failed(({ failure, status }) => failure.code === 'PROXY_SIGN_IN' || status === 407),
      answered(hasStatus(407)),
    ),
    names: ['proxy', 'schemes'],
  },

  // No answer: the connection itself.
  { id: 'tls-untrusted.expired', when: certificateRefused('expired'), names: ['issuer'] },
  { id: 'tls-untrusted.wrong-host', when: certificateRefused('wrong-host'), names: ['issuer'] },
  {
    id: 'tls-untrusted.inspected',
    when: (facts) => {
      const values = certificateRefused('untrusted')(facts);
      return (values?.maker ?? null) === null ? null : values;
    },
    names: ['maker', 'issuer'],
  },
  { id: 'tls-untrusted.unknown-issuer', when: certificateRefused('untrusted'), names: ['issuer'] },
  { id: 'network.dns', when: failedAt('dns'), names: ['proxy'] },
  { id: 'network.connect', when: failedAt('connect'), names: ['proxy'] },
  { id: 'network.proxy-settings', when: failedWith('PROXY_ADDRESS', 'PROXY_SETTINGS_TIMEOUT') },
  { id: 'network.socks', when: failedWith('PROXY_SOCKS_ONLY') },
  { id: 'intercepted.proxy-guest', when: failedWith('PROXY_GUEST_SIGN_IN'), names: ['proxy'] },
  { id: 'network.proxy', when: failedAt('proxy'), names: ['proxy'] },
  { id: 'network.tls', when: failedAt('tls') },
  { id: 'network.no-answer', when: failedAt('first-byte'), names: ['call'] },
  { id: 'network.cut-off', when: failedAt('body'), names: ['call'] },
  { id: 'network.deadline', when: failedAt('deadline'), names: ['call'] },

  // Something on the way answered in place of Xray.
  { id: 'intercepted.guest-network', when: byForeign(hasStatus(511)) },
  { id: 'intercepted.redirect', when: byForeign(isRedirectAnswer), names: ['call', 'target'] },
  { id: 'intercepted.web-page', when: byForeign(isPage), names: ['call', 'maker'] },
  { id: 'intercepted.answer', when: byForeign(), names: ['call', 'maker'] },

  // What passes by itself, and what has nothing to do with keys or region.
  {
    id: 'rate-limited.429',
    when: answered(hasStatus(429), isFrom('xray', 'cloudfront', 'unknown'), not(isPage), not(mayBeForeign)),
    names: ['wait'],
  },
  { id: 'rate-limited.words', when: answered(xraySays('limit'), not(isSuccess)), names: ['wait'] },
  { id: 'licence.text', when: answered(xraySays('licence')) },
  { id: 'licence.payment', when: answered(hasStatus(402), ...plausiblyXrays) },

  // The keys: only in Xray's own words at the sign-in.
  {
    id: 'credentials-rejected.invalid',
    when: (facts) => {
      const values = credentialsRefused(facts);
      return values?.quote?.toLowerCase().includes('invalid client credentials') === true ? values : null;
    },
  },
  { id: 'credentials-rejected.refused', when: credentialsRefused, names: ['status'] },

  { id: 'residency.region-text', when: dataCall(xraySays('region')), names: ['split'] },
  { id: 'residency-suspected.migration', when: answered(xraySays('migration')), names: ['call'] },
  { id: 'residency-suspected.cloudfront-lambda', when: dataCall(isLambdaPage) },
  { id: 'residency-suspected.region-words', when: dataCall(xraySays('region-like')) },
  {
    id: 'residency-suspected.refused-but-region-works',
    when: whileSomeRegion(works, dataCall(isRefusal, not(hasForeignMarks), namesNoOtherCause)),
    names: ['regions'],
  },
  {
    id: 'residency-suspected.failed-but-region-works',
    when: whileSomeRegion(works, dataCall(isServerError, not(hasForeignMarks), namesNoOtherCause)),
    names: ['regions'],
  },
  {
    id: 'residency-suspected.refused-without-known-text',
    when: dataCall(isRefusal, isFrom('xray'), givesNoReason),
    names: ['status', 'hasWords'],
  },
  {
    id: 'residency-suspected.keys-known-elsewhere',
    when: whileSomeRegion(acceptsCredentials, signIn(refusesCredentials)),
    names: ['regions'],
  },
  { id: 'residency-suspected.sign-in-region-text', when: signIn(xraySays('region', 'region-like')) },
  {
    id: 'residency-suspected.sign-in-lambda-but-region-works',
    when: whileSomeRegion(works, signIn(isLambdaPage)),
    names: ['regions'],
  },

  // Xray, or the network before it, is out of order.
  {
    id: 'xray-unavailable.cloudfront',
    when: answered(isServerError, isFrom('cloudfront')),
    names: ['status'],
  },
  { id: 'xray-unavailable.sign-in', when: signIn(...isUnavailable), names: ['status'] },
  { id: 'xray-unavailable.data', when: dataCall(...isUnavailable), names: ['status'] },

  { id: 'healthy.zip', when: healthy('zip') },
  { id: 'healthy.feature', when: healthy('feature') },
  { id: 'healthy.empty', when: healthy('empty') },
  { id: 'healthy.xray-error', when: healthy('xray-error') },

  // No verdict: what was seen, what it may be, and whom to ask.
  { id: 'unclear.allowlist', when: answered(isFrom('xray', 'atlassian'), says('allowlist')) },
  { id: 'unclear.atlassian', when: answered(isFrom('atlassian')), names: ['call'] },
  { id: 'unclear.not-installed', when: answered(xraySays('not-installed')) },
  { id: 'unclear.permission', when: answered(xraySays('permission')), names: ['call'] },
  { id: 'unclear.account', when: answered(xraySays('user', 'keys')) },
  { id: 'unclear.token-refused', when: dataCall(xraySays('token')) },
  { id: 'unclear.request-syntax', when: signIn(xraySays('syntax')) },
  {
    id: 'unclear.redirect-within-xray',
    when: answered(({ exchange }) => redirectsWithinXray(exchange)),
    names: ['call', 'target'],
  },
  {
    id: 'unclear.contradiction',
    when: answered(isFrom('unknown'), hasForeignMarks),
    names: ['call', 'maker'],
  },
  { id: 'unclear.cloudfront', when: answered(isFrom('cloudfront'), isPage), names: ['status'] },
  { id: 'unclear.network-before-xray', when: answered(isFrom('before')), names: ['call', 'status', 'maker'] },
  { id: 'unclear.web-page', when: answered(isPage), names: ['call', 'status'] },
  { id: 'unclear.no-token', when: withoutToken(signIn(isSuccess)), names: ['status'] },
  {
    id: 'unclear.xray-words',
    when: answered(isFrom('xray'), ({ reading }) => reading.words !== null),
    names: ['call', 'status'],
  },
  { id: 'unclear.sign-in-answer', when: withoutToken(signIn()), names: ['status'] },
  { id: 'unclear.data-answer', when: dataCall(), names: ['status'] },
];
