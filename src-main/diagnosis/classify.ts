import type { Owner, Verdict, VerdictKind } from '../contract/diagnosis.ts';
import type { Phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/say.ts';
import { cloudfrontPage } from '../xray/vendor-words.ts';
import {
  collectFacts,
  isPageOfSuccess,
  isRedirect,
  redirectsWithinXray,
  signInSpeaksOfRegion,
} from './facts.ts';
import type { Facts, FactsInput, HostFacts } from './facts.ts';
import {
  dataSpeaksOfToken,
  speaksOfCredentials,
  whenAnswered,
  whenCertificate,
  whenData,
  whenDataStatus,
  whenFailed,
  whenHealthy,
  whenPhase,
  whenRefusedEverywhere,
  whenSignIn,
  whenSignInAnswered,
  whileRegionWorks,
} from './matchers.ts';
import type { Matcher } from './matchers.ts';
import { nextStepsFor } from './next-steps.ts';
import { hostName, regionsPhrase } from './regions.ts';
import { secondOpinionPhrase } from './second-opinion.ts';
import { wordsOf } from './sentences.ts';
import type { RuleId, Values } from './sentences.ts';

/** Stands in every diagnosis; raised whenever a rule's condition or id changes. */
export const RULES_VERSION = '2';

/** How the transport says that it could not learn which proxy to use. */
const PROXY_SETTINGS_CODES = new Set(['PROXY_ADDRESS', 'PROXY_SETTINGS_TIMEOUT']);

/** One row of the table. */
export interface Rule {
  readonly id: RuleId;
  readonly kind: VerdictKind;
  readonly matches: Matcher;
}

/**
 * Every rule, first match wins. The global host decides, since it is the one that RadBee Snapshots talks to; what the
 * other hosts answered is only looked at where a rule says so.
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
      whenAnswered(facts, ({ status }) => status === 407),
  },
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
    matches: (facts) => whenFailed(facts, ({ failure }) => PROXY_SETTINGS_CODES.has(failure.code)),
  },
  { id: 'network.proxy', kind: 'network', matches: whenPhase('proxy') },
  { id: 'network.tls', kind: 'network', matches: whenPhase('tls') },
  { id: 'network.no-answer', kind: 'network', matches: whenPhase('first-byte') },
  { id: 'network.cut-off', kind: 'network', matches: whenPhase('body') },
  { id: 'network.deadline', kind: 'network', matches: whenPhase('deadline') },
  {
    id: 'intercepted.web-page',
    kind: 'intercepted',
    matches: (facts) => whenAnswered(facts, isPageOfSuccess),
  },
  {
    id: 'intercepted.redirect',
    kind: 'intercepted',
    matches: (facts) =>
      whenAnswered(facts, (exchange) => isRedirect(exchange) && !redirectsWithinXray(exchange)),
  },
  {
    id: 'intercepted.no-token',
    kind: 'intercepted',
    matches: (facts) => (signInSpeaksOfRegion(facts.global) ? null : whenSignIn(facts, 'no-token')),
  },
  {
    id: 'rate-limited.429',
    kind: 'rate-limited',
    matches: (facts) => whenAnswered(facts, ({ status }) => status === 429),
  },
  {
    id: 'licence.text',
    kind: 'licence',
    matches: (facts) => whenSignIn(facts, 'licence') ?? whenData(facts, 'licence'),
  },
  {
    id: 'credentials-rejected.invalid',
    kind: 'credentials-rejected',
    matches: (facts) => (speaksOfCredentials(facts) ? whenRefusedEverywhere(facts) : null),
  },
  { id: 'credentials-rejected.refused', kind: 'credentials-rejected', matches: whenRefusedEverywhere },
  { id: 'residency.region-text', kind: 'residency', matches: (facts) => whenData(facts, 'region') },
  {
    id: 'residency-suspected.cloudfront-lambda',
    kind: 'residency-suspected',
    matches: (facts) => whenData(facts, 'cloudfront-lambda'),
  },
  {
    id: 'residency-suspected.refused-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileRegionWorks(
        facts,
        whenDataStatus(facts, (status) => status === 401 || status === 403),
      ),
  },
  {
    id: 'residency-suspected.failed-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileRegionWorks(
        facts,
        whenDataStatus(facts, (status) => status >= 500),
      ),
  },
  {
    id: 'residency-suspected.refused-without-known-text',
    kind: 'residency-suspected',
    matches: (facts) => (dataSpeaksOfToken(facts) ? null : whenData(facts, 'refused')),
  },
  {
    id: 'residency-suspected.keys-known-elsewhere',
    kind: 'residency-suspected',
    matches: (facts) => {
      if (signInSpeaksOfRegion(facts.global)) return null;
      const values = whenSignIn(facts, 'refused');
      const knowing = facts.regional.filter(({ tookKeys }) => tookKeys).map(({ host }) => hostName(host));
      return values === null || knowing.length === 0 ? null : { ...values, regions: knowing };
    },
  },
  {
    id: 'residency-suspected.sign-in-region-text',
    kind: 'residency-suspected',
    matches: (facts) => whenSignInAnswered(facts, () => signInSpeaksOfRegion(facts.global)),
  },
  {
    id: 'residency-suspected.sign-in-lambda-but-region-works',
    kind: 'residency-suspected',
    matches: (facts) =>
      whileRegionWorks(
        facts,
        whenSignInAnswered(facts, (exchange) => cloudfrontPage(exchange) === 'lambda'),
      ),
  },
  {
    id: 'xray-unavailable.cloudfront',
    kind: 'xray-unavailable',
    matches: (facts) =>
      whenAnswered(facts, (exchange) => exchange.status >= 500 && cloudfrontPage(exchange) !== null),
  },
  {
    id: 'xray-unavailable.sign-in',
    kind: 'xray-unavailable',
    matches: (facts) => whenSignInAnswered(facts, ({ status }) => status >= 500),
  },
  {
    id: 'xray-unavailable.data',
    kind: 'xray-unavailable',
    matches: (facts) => whenDataStatus(facts, (status) => status >= 500),
  },
  { id: 'healthy.zip', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'zip') },
  { id: 'healthy.empty', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'empty') },
  { id: 'healthy.xray-error', kind: 'healthy', matches: (facts) => whenHealthy(facts, 'xray-error') },
  {
    id: 'unclear.request-syntax',
    kind: 'unclear',
    matches: (facts) => whenSignIn(facts, 'bad-request'),
  },
  {
    id: 'unclear.token-refused',
    kind: 'unclear',
    matches: (facts) => (dataSpeaksOfToken(facts) ? { call: 'data-call' } : null),
  },
  {
    id: 'unclear.redirect-within-xray',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, isRedirect),
  },
  {
    id: 'unclear.cloudfront',
    kind: 'unclear',
    matches: (facts) =>
      whenAnswered(facts, (exchange) => exchange.status >= 400 && cloudfrontPage(exchange) !== null),
  },
  {
    id: 'unclear.web-page',
    kind: 'unclear',
    matches: (facts) => whenAnswered(facts, ({ response }) => response.body.looksLike === 'html'),
  },
  {
    id: 'unclear.sign-in-answer',
    kind: 'unclear',
    matches: (facts) => (facts.global.tookKeys ? null : whenSignInAnswered(facts, () => true)),
  },
  { id: 'unclear.data-answer', kind: 'unclear', matches: (facts) => whenDataStatus(facts, () => true) },
];

/** The sentences of a verdict, in no language yet. */
interface VerdictPhrases {
  readonly sentence: Phrase;
  readonly meaning: Phrase;
  readonly pinned: readonly Phrase[];
  readonly migrating: readonly Phrase[];
  readonly regions: Phrase | null;
  readonly secondOpinion: Phrase | null;
}

/** A verdict before it is said in any language. */
export interface Judgement {
  readonly kind: VerdictKind;
  readonly rule: RuleId;
  readonly owner: Owner;
  readonly phrases: VerdictPhrases;
}

/** Judges the exchanges of a run: the first rule that matches gives the verdict. Pure and total. */
export function judge(input: FactsInput): Judgement {
  const facts = collectFacts(input);
  const { rule, values } = firstMatch(facts);
  const { owner, steps } = nextStepsFor(rule.id, rule.kind);
  return {
    kind: rule.kind,
    rule: rule.id,
    owner,
    phrases: {
      ...wordsOf(rule.id, values),
      ...steps,
      regions: regionsPhrase(facts),
      secondOpinion: secondOpinionPhrase(facts),
    },
  };
}

/** The verdict of a judgement in English, as it stands in the diagnosis. */
export function verdictOf({ kind, rule, owner, phrases }: Judgement): Verdict {
  const { regions, secondOpinion } = phrases;
  return {
    kind,
    rule,
    owner,
    sentence: inEnglish(phrases.sentence),
    meaning: inEnglish(phrases.meaning),
    nextSteps: { pinned: phrases.pinned.map(inEnglish), migrating: phrases.migrating.map(inEnglish) },
    regions: regions === null ? null : inEnglish(regions),
    secondOpinion: secondOpinion === null ? null : inEnglish(secondOpinion),
  };
}

/** The verdict over the exchanges of a run, in English. */
export function classify(input: FactsInput): Verdict {
  return verdictOf(judge(input));
}

/** A regional host at its best: what a host that has not answered yet may still turn out to be. */
const WORKING_REGION: HostFacts = {
  host: 'imagined',
  authenticate: null,
  dataCall: null,
  tookKeys: true,
  health: 'zip',
};

/**
 * Whether the rule stands whatever the regional hosts that have not answered yet will say. Rules only ask whether any
 * region takes the keys or gives out data, so the best possible answer is the only one that could change anything.
 */
export function isSettled(input: FactsInput): boolean {
  const facts = collectFacts(input);
  const best = { ...facts, regional: [...facts.regional, WORKING_REGION] };
  return firstMatch(facts).rule === firstMatch(best).rule;
}

const NOTHING_MATCHED: Rule = { id: 'unclear.no-answer', kind: 'unclear', matches: () => ({}) };

function firstMatch(facts: Facts): { readonly rule: Rule; readonly values: Values } {
  for (const rule of RULES) {
    const values = rule.matches(facts);
    if (values !== null) return { rule, values };
  }
  return { rule: NOTHING_MATCHED, values: {} };
}
