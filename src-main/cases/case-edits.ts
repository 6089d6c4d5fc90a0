import { CASE_VERSION, cleanCaseName, MAX_BUNDLES, MAX_RUNS } from '../contract/case.ts';
import type { CaseBundle, CaseId, CaseRun, CaseState, KeptCase } from '../contract/case.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import { isSameVerdict } from './compare-runs.ts';

/** What the person says: of the Data residency page, and to support. */
export interface UserInput {
  readonly residency: Residency;
  readonly facts: readonly ResidencyFact[];
  /** Redacted already. */
  readonly note: string;
}

/** What a run leaves in `case.json`. Takes the redacted diagnosis. */
export function runOf(id: string, diagnosis: Diagnosis): CaseRun {
  const { kind, rule } = diagnosis.verdict;
  return {
    id,
    checkedAt: diagnosis.finishedAt,
    verdict: { kind, rule },
    hosts: diagnosis.hosts,
  };
}

/** A case that begins with one run. An empty name becomes the Jira site. */
export function newCase(
  id: CaseId,
  run: CaseRun,
  { sites, clientId }: Pick<Diagnosis, 'sites' | 'clientId'>,
  told: UserInput & { readonly name: string | null },
  now: Date,
): KeptCase {
  return {
    schemaVersion: CASE_VERSION,
    id,
    name: cleanCaseName(told.name ?? '', sites.jira),
    sites,
    clientId,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: 'checked',
    residency: told.residency,
    residencyFacts: [...told.facts],
    note: told.note,
    ticked: [],
    runs: [run],
    pictures: [],
    bundles: [],
  };
}

/** Adds a run as the latest one. */
export function withRun(kept: KeptCase, run: CaseRun): KeptCase {
  return { ...kept, runs: capRuns([...kept.runs, run]) };
}

/**
 * Drops runs until as many are left as a case keeps: never the first nor the latest one; before all others the oldest of
 * those that gave the same verdict as their neighbours, so that what is left tells when something changed.
 */
export function capRuns(runs: readonly CaseRun[]): CaseRun[] {
  const left = [...runs];
  while (left.length > MAX_RUNS) {
    const dull = left.findIndex((run, index) => {
      const [before, after] = [left[index - 1], left[index + 1]];
      return (
        before !== undefined &&
        after !== undefined &&
        isSameVerdict(before.verdict, run.verdict) &&
        isSameVerdict(run.verdict, after.verdict)
      );
    });
    left.splice(dull < 0 ? 1 : dull, 1);
  }
  return left;
}

/** Remembers a saved bundle; the first one makes a case that was only checked ready to be mailed. */
export function withBundle(kept: KeptCase, bundle: CaseBundle): KeptCase {
  return {
    ...kept,
    state: kept.state === 'checked' ? 'mail-ready' : kept.state,
    bundles: [...kept.bundles, bundle].slice(-MAX_BUNDLES),
  };
}

/** Gives the case another name; an empty one is the Jira site. */
export function renamed(kept: KeptCase, name: string): KeptCase {
  return { ...kept, name: cleanCaseName(name, kept.sites.jira) };
}

/** Takes over what the person says. */
export function withUserInput(kept: KeptCase, { residency, facts, note }: UserInput): KeptCase {
  return { ...kept, residency, residencyFacts: [...facts], note };
}

export function inState(kept: KeptCase, state: CaseState): KeptCase {
  return { ...kept, state };
}

/** Ticks a point of a checklist, or takes the tick away. */
export function ticked(kept: KeptCase, item: string, isTicked: boolean): KeptCase {
  const others = kept.ticked.filter((each) => each !== item);
  return { ...kept, ticked: isTicked ? [...others, item] : others };
}
