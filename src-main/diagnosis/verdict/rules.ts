import type { VerdictKind } from '../../contract/diagnosis.ts';
import { isRedirect, redirectsWithinXray } from '../answerer/answer-signs.ts';
import {
  isFrom,
  takesKeys,
  whenAnswered,
  whenCertificate,
  whenData,
  whenFailed,
  whenHealthy,
  whenKeysRefusedEverywhere,
  whenPhase,
  whenSignIn,
  whileSomeRegion,
  works,
  xraySays,
} from './matchers.ts';
import type { Matcher } from './matchers.ts';
import { refusesKeys } from './refusal.ts';
import type { ReadAnswer } from './refusal.ts';
import type { RuleId } from './sentences.ts';
import { isGivenByOther } from '../answerer/who-answered.ts';

/** Stands in every diagnosis; raised whenever a rule's condition or id changes. */
export const RULES_VERSION = '3';

/** One row of the table. */
export interface Rule {
  readonly id: RuleId;
  readonly kind: VerdictKind;
  readonly matches: Matcher;
}

const failedWith =
  (...codes: readonly string[]): Matcher =>
  (facts) =>
    whenFailed(facts, ({ failure }) => codes.includes(failure.code));
type Test = (answer: ReadAnswer) => boolean;
const both =
  (...tests: readonly Test[]): Test =>
  (answer) =>
    tests.every((test) => test(answer));
const not =
  (test: Test): Test =>
  (answer) =>
    !test(answer);

const isRefusal: Test = ({ exchange: { status } }) => status === 401 || status === 403;
const isServerError: Test = ({ exchange: { status } }) => status >= 500;
const isSuccess: Test = ({ exchange: { status } }) => status >= 200 && status <= 299;
const isPage: Test = ({ reading }) => reading.form === 'page';
const isLambda: Test = ({ reading }) => reading.cloudfrontPage === 'lambda';
const isForeign = isFrom('between');
const isGivenByOthers: Test = ({ reading: { signs } }) => isGivenByOther(signs);
const givesNoReason: Test = ({ reading: { says } }) => says === 'none' || says === 'status-words';
/** Words behind which the region may hide: they name no other cause. */
const namesNoOtherCause: Test = (answer) =>
  givesNoReason(answer) || ['words', 'fault', 'region-like', 'not-found'].includes(answer.reading.says);
/** Nobody is known to have answered, but something on the way is known to look into or pass on what comes. */
const mayBeForeign: Test = ({ reading: { who, signs } }) =>
  who === 'unknown' &&
  (isGivenByOther(signs) || signs.some(({ weight, id }) => weight === 'passed' && id !== 'cloudfront'));
const isContradiction: Test = ({ reading: { who, signs } }) => who === 'unknown' && isGivenByOther(signs);
const isOutage = both(isServerError, isFrom('xray', 'unknown'), not(isPage), not(mayBeForeign));

/**
 * Every rule, first match wins. The global host decides, since it is the one that RadBee Snapshots talks to; what the
 * other hosts answered is only looked at where a rule says so. A rule that blames Xray, the keys or the region asks first who
 * answered: words of somebody else never lead to it.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'cancelled.by-person',
    kind: 'cancelled',
    matches: (facts) =>
      facts.cancelled ? {} : whenFailed(facts, ({ failure }) => failure.phase === 'cancelled'),
  },
  {
    id: 'proxy-sign-in.407',
    kind: 'proxy-sign-in',
    matches: (facts) =>
      whenFailed(facts, ({ failure, status }) => failure.code === 'PROXY_SIGN_IN' || status === 407) ??
      whenAnswered(facts, ({ exchange }) => exchange.status === 407),
  },

  // Nobody answered: the way itself.
  { id: 'tls-untrusted.expired', kind: 'tls-untrusted', matches: whenCertificate('expired') },
  { id: 'tls-untrusted.wrong-host', kind: 'tls-untrusted', matches: whenCertificate('wrong-host') },
  {
    id: 'tls-untrusted.inspected',
    kind: 'tls-untrusted',
    matches: (facts) => {
      const values = whenCertificate('untrusted')(facts);
      return values?.maker === undefined ? null : values;
    },
  },
  { id: 'tls-untrusted.unknown-issuer', kind: 'tls-untrusted', matches: whenCertificate('untrusted') },
  { id: 'network.dns', kind: 'network', matches: whenPhase('dns') },
  { id: 'network.connect', kind: 'network', matches: whenPhase('connect') },
  {
    id: 'network.proxy-settings',
    kind: 'network',
    matches: failedWith('PROXY_ADDRESS', 'PROXY_SETTINGS_TIMEOUT'),
  },
  { id: 'network.socks', kind: 'network', matches: failedWith('PROXY_SOCKS_ONLY') },
  { id: 'intercepted.proxy-guest', kind: 'intercepted', matches: failedWith('PROXY_GUEST_SIGN_IN') },
  { id: 'network.proxy', kind: 'network', matches: whenPhase('proxy') },
  { id: 'network.tls', kind: 'network', matches: whenPhase('tls') },
  { id: 'network.no-answer', kind: 'network', matches: whenPhase('first-byte') },
  { id: 'network.cut-off', kind: 'network', matches: whenPhase('body') },
  { id: 'network.deadline', kind: 'network', matches: whenPhase('deadline') },

  // Something on the way answered in place of Xray.
  {
    id: 'intercepted.guest-network',
    kind: 'intercepted',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(isForeign, ({ exchange }) => exchange.status === 511),
      ),
  },
  {
    id: 'intercepted.redirect',
    kind: 'intercepted',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(isForeign, ({ exchange }) => isRedirect(exchange)),
      ),
  },
  {
    id: 'intercepted.web-page',
    kind: 'intercepted',
    matches: (facts) => whenAnswered(facts, both(isForeign, isPage)),
  },
  { id: 'intercepted.answer', kind: 'intercepted', matches: (facts) => whenAnswered(facts, isForeign) },

  // What passes by itself, and what has nothing to do with keys or region.
  {
    id: 'rate-limited.429',
    kind: 'rate-limited',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(
          ({ exchange }) => exchange.status === 429,
          isFrom('xray', 'cloudfront', 'unknown'),
          not(isPage),
          not(mayBeForeign),
        ),
      ),
  },
  {
    id: 'rate-limited.words',
    kind: 'rate-limited',
    matches: (facts) => whenAnswered(facts, both(xraySays('limit'), not(isSuccess))),
  },
  { id: 'licence.text', kind: 'licence', matches: (facts) => whenAnswered(facts, xraySays('licence')) },
  {
    id: 'licence.payment',
    kind: 'licence',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(
          ({ exchange }) => exchange.status === 402,
          isFrom('xray', 'unknown'),
          not(isPage),
          not(mayBeForeign),
        ),
      ),
  },

  // The keys: only in Xray's own words at the sign-in.
  {
    id: 'credentials-rejected.invalid',
    kind: 'credentials-rejected',
    matches: (facts) => {
      const values = whenKeysRefusedEverywhere(facts);
      return values?.quote?.toLowerCase().includes('invalid client credentials') === true ? values : null;
    },
  },
  { id: 'credentials-rejected.refused', kind: 'credentials-rejected', matches: whenKeysRefusedEverywhere },

  // The region.
  { id: 'residency.region-text', kind: 'residency', matches: (facts) => whenData(facts, xraySays('region')) },
  {
    id: 'residency-suspected.migration',
    kind: 'residency-suspected',
    matches: (facts) => whenAnswered(facts, xraySays('migration')),
  },
  {
    id: 'residency-suspected.cloudfront-lambda',
    kind: 'residency-suspected',
    matches: (facts) => whenData(facts, both(isFrom('cloudfront'), isLambda)),
  },
  {
    id: 'residency-suspected.region-words',
    kind: 'residency-suspected',
    matches: (facts) => whenData(facts, xraySays('region-like')),
  },
  {
    id: 'residency-suspected.refused-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileSomeRegion(
        facts,
        works,
        whenData(facts, both(isRefusal, not(isGivenByOthers), namesNoOtherCause)),
      ),
  },
  {
    id: 'residency-suspected.failed-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileSomeRegion(
        facts,
        works,
        whenData(facts, both(isServerError, not(isGivenByOthers), namesNoOtherCause)),
      ),
  },
  {
    id: 'residency-suspected.refused-without-known-text',
    kind: 'residency-suspected',
    matches: (facts) => whenData(facts, both(isRefusal, isFrom('xray'), givesNoReason)),
  },
  {
    id: 'residency-suspected.keys-known-elsewhere',
    kind: 'residency-suspected',
    matches: (facts) => whileSomeRegion(facts, takesKeys, whenSignIn(facts, refusesKeys)),
  },
  {
    id: 'residency-suspected.sign-in-region-text',
    kind: 'residency-suspected',
    matches: (facts) => whenSignIn(facts, xraySays('region', 'region-like')),
  },
  {
    id: 'residency-suspected.sign-in-lambda-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileSomeRegion(facts, works, whenSignIn(facts, both(isFrom('cloudfront'), isLambda))),
  },

  // Xray, or its network, has a fault of its own.
  {
    id: 'xray-unavailable.cloudfront',
    kind: 'xray-unavailable',
    matches: (facts) => whenAnswered(facts, both(isServerError, isFrom('cloudfront'))),
  },
  {
    id: 'xray-unavailable.sign-in',
    kind: 'xray-unavailable',
    matches: (facts) => whenSignIn(facts, both(isOutage, namesNoOtherCause)),
  },
  {
    id: 'xray-unavailable.data',
    kind: 'xray-unavailable',
    matches: (facts) => whenData(facts, both(isOutage, namesNoOtherCause)),
  },

  { id: 'healthy.zip', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'zip') },
  { id: 'healthy.feature', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'feature') },
  { id: 'healthy.empty', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'empty') },
  { id: 'healthy.xray-error', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'xray-error') },

  // No verdict: what was seen, what it may be, and whom to ask.
  {
    id: 'unclear.allowlist',
    kind: 'unclear',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(isFrom('xray', 'atlassian'), ({ reading }) => reading.says === 'allowlist'),
      ),
  },
  { id: 'unclear.atlassian', kind: 'unclear', matches: (facts) => whenAnswered(facts, isFrom('atlassian')) },
  {
    id: 'unclear.not-installed',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, xraySays('not-installed')),
  },
  {
    id: 'unclear.permission',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, xraySays('permission')),
  },
  {
    id: 'unclear.account',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, xraySays('user', 'keys')),
  },
  { id: 'unclear.token-refused', kind: 'unclear', matches: (facts) => whenData(facts, xraySays('token')) },
  {
    id: 'unclear.request-syntax',
    kind: 'unclear',
    matches: (facts) => whenSignIn(facts, xraySays('syntax')),
  },
  {
    id: 'unclear.redirect-within-xray',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, ({ exchange }) => redirectsWithinXray(exchange)),
  },
  { id: 'unclear.contradiction', kind: 'unclear', matches: (facts) => whenAnswered(facts, isContradiction) },
  {
    id: 'unclear.cloudfront',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, both(isFrom('cloudfront'), isPage)),
  },
  {
    id: 'unclear.network-before-xray',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, isFrom('before')),
  },
  { id: 'unclear.web-page', kind: 'unclear', matches: (facts) => whenAnswered(facts, isPage) },
  {
    id: 'unclear.no-token',
    kind: 'unclear',
    matches: (facts) => (facts.global.acceptedCredentials ? null : whenSignIn(facts, isSuccess)),
  },
  {
    id: 'unclear.xray-words',
    kind: 'unclear',
    matches: (facts) =>
      whenAnswered(
        facts,
        both(isFrom('xray'), ({ reading }) => reading.words !== null),
      ),
  },
  {
    id: 'unclear.sign-in-answer',
    kind: 'unclear',
    matches: (facts) => (facts.global.acceptedCredentials ? null : whenSignIn(facts, () => true)),
  },
  { id: 'unclear.data-answer', kind: 'unclear', matches: (facts) => whenData(facts, () => true) },
];
