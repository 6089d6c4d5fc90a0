import type { AnsweredBy, Owner, Verdict, VerdictKind } from '../../contract/diagnosis.ts';
import type { Message } from '../../i18n/message.ts';
import { inEnglish } from '../../i18n/translator.ts';
import { collectFacts } from './facts.ts';
import type { Facts, FactsInput, HostFacts } from './facts.ts';
import { isSplitOverKeys } from './matchers.ts';
import { nextStepsFor } from './next-steps.ts';
import { regionsPhrase } from './regions.ts';
import { RULES } from './rules.ts';
import type { Rule } from './rules.ts';
import { secondOpinionPhrase } from '../run/second-opinion.ts';
import { wordsOf } from './sentences.ts';
import type { RuleId, Values } from './sentences.ts';

/** The sentences of a verdict, in no language yet. */
interface VerdictPhrases {
  readonly sentence: Message;
  readonly meaning: Message;
  readonly pinned: readonly Message[];
  readonly migrating: readonly Message[];
  readonly regions: Message | null;
  readonly secondOpinion: Message | null;
}

/** A verdict before it is said in any language. */
export interface Judgement {
  readonly kind: VerdictKind;
  readonly rule: RuleId;
  readonly owner: Owner;
  /** Who gave the answer that decided; null when there was none. */
  readonly answeredBy: AnsweredBy | null;
  /** The words of that answer, one line as it came; null if there are none. */
  readonly quote: string | null;
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
    answeredBy: values.answeredBy ?? null,
    quote: values.quote ?? null,
    phrases: {
      ...wordsOf(rule.id, { ...values, isSplitOverKeys: isSplitOverKeys(facts) }),
      ...steps,
      regions: regionsPhrase(facts),
      secondOpinion: secondOpinionPhrase(facts),
    },
  };
}

/** The verdict of a judgement in English, as it stands in the diagnosis. */
export function verdictOf({ kind, rule, owner, answeredBy, quote, phrases }: Judgement): Verdict {
  const { regions, secondOpinion } = phrases;
  return {
    kind,
    rule,
    owner,
    answeredBy,
    quote,
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
  acceptedCredentials: true,
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
