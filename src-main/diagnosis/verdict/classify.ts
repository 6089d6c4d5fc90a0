import type { Verdict } from '../../contract/diagnosis.ts';
import { message } from '../../i18n/message.ts';
import { inEnglish } from '../../i18n/translator.ts';
import { collectFacts } from './facts.ts';
import type { Facts, FactsInput, HostFacts } from './facts.ts';
import { nextStepsFor } from './next-steps.ts';
import { regionsPhrase } from './compare-hosts.ts';
import { kindOf, RULES } from './rules.ts';
import { secondOpinionPhrase } from './second-opinion.ts';
import { valuesNamed } from './sentences.ts';
import type { RuleId, Values } from './sentences.ts';

/** Judges the exchanges of a run: the first rule that applies gives the verdict. Never throws. */
export function judge(input: FactsInput) {
  const facts = collectFacts(input);
  const { rule, values } = firstMatch(facts);
  const kind = kindOf(rule);
  const { owner, steps } = nextStepsFor(rule, kind, (values.answeredBy?.maker ?? null) !== null);
  const { global, regional } = facts;
  const isSplitOverKeys =
    global.acceptedCredentials && regional.some(({ refusedCredentials }) => refusedCredentials);
  return {
    kind,
    rule,
    owner,
    answeredBy: values.answeredBy ?? null,
    quote: values.quote ?? null,
    phrases: {
      ...wordsOf(rule, { ...values, isSplitOverKeys }),
      ...steps,
      regions: regionsPhrase(facts),
      secondOpinion: secondOpinionPhrase(facts),
    },
  };
}

/** Returns the sentence and the meaning of a rule that matched. */
export function wordsOf(rule: RuleId, values: Values) {
  const { names = [] } = RULES.find(({ id }) => id === rule) ?? {};
  const named = valuesNamed(names, values);
  return { sentence: message(`rule.${rule}`, named), meaning: message(`meaning.${rule}`, named) };
}

/** Returns a judgement in English, as it stands in the diagnosis. */
export function verdictOf({ phrases, ...judgement }: ReturnType<typeof judge>): Verdict {
  const { sentence, meaning, pinned, migrating, regions, secondOpinion } = phrases;
  return {
    ...judgement,
    sentence: inEnglish(sentence),
    meaning: inEnglish(meaning),
    nextSteps: { pinned: pinned.map(inEnglish), migrating: migrating.map(inEnglish) },
    regions: regions && inEnglish(regions),
    secondOpinion: secondOpinion && inEnglish(secondOpinion),
  };
}

/** Returns the verdict over the exchanges of a run, in English. */
export function classify(input: FactsInput): Verdict {
  return verdictOf(judge(input));
}

/** A regional host at its best: what a host that has not answered yet may still turn out to be. */
const WORKING_REGION: HostFacts = {
  host: 'imagined',
  authenticate: null,
  dataCall: null,
  acceptedCredentials: true,
  refusedCredentials: false,
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

function firstMatch(facts: Facts): { readonly rule: RuleId; readonly values: Values } {
  for (const { id, when } of RULES) {
    const values = when(facts);
    if (values !== null) return { rule: id, values };
  }
  return { rule: 'unclear.no-answer', values: {} };
}
