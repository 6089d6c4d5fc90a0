import { CASE_VERSION, cleanCaseName, MAX_BUNDLES, MAX_RUNS } from '../contract/case.ts';
import type { CaseBundle, CaseId, CaseRun, CaseState, KeptCase } from '../contract/case.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import { isSameVerdict } from './compare-runs.ts';

/** The person's own statements, about the Data residency page and to support. */
export interface UserInput {
  readonly residency: Residency;
  readonly facts: readonly ResidencyFact[];
  /** Redacted already. */
  readonly note: string;
}

/** Returns a run's entry in `case.json`. Takes the redacted diagnosis. */
export function runOf(id: string, { verdict: { kind, rule }, finishedAt, hosts }: Diagnosis): CaseRun {
  return { id, checkedAt: finishedAt, verdict: { kind, rule }, hosts };
}

/** Returns a new case with one run. An empty name becomes the Jira site. */
export function newCase(
  id: CaseId,
  run: CaseRun,
  { sites, clientId }: Pick<Diagnosis, 'sites' | 'clientId'>,
  input: UserInput & { readonly name: string | null },
  now: Date,
): KeptCase {
  return {
    schemaVersion: CASE_VERSION,
    id,
    name: cleanCaseName(input.name ?? '', sites.jira),
    sites,
    clientId,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: 'checked',
    residency: input.residency,
    residencyFacts: [...input.facts],
    note: input.note,
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
 * Drops runs down to `MAX_RUNS`, never the first or the latest: before all others the oldest with the same verdict as
 * both neighbours, so that the rest shows when something changed.
 */
export function capRuns(runs: readonly CaseRun[]): CaseRun[] {
  const left = [...runs];
  while (left.length > MAX_RUNS) {
    const redundant = left.findIndex(({ verdict }, index) =>
      [left[index - 1], left[index + 1]].every(
        (neighbour) => neighbour !== undefined && isSameVerdict(neighbour.verdict, verdict),
      ),
    );
    left.splice(redundant < 0 ? 1 : redundant, 1);
  }
  return left;
}

/** Adds a saved bundle; the first one changes the state of a new case to `mail-ready`. */
export function withBundle(kept: KeptCase, bundle: CaseBundle): KeptCase {
  return {
    ...kept,
    state: kept.state === 'checked' ? 'mail-ready' : kept.state,
    bundles: [...kept.bundles, bundle].slice(-MAX_BUNDLES),
  };
}

/** Renames the case; an empty name becomes the Jira site. */
export function renamed(kept: KeptCase, name: string): KeptCase {
  return { ...kept, name: cleanCaseName(name, kept.sites.jira) };
}

export function withUserInput(kept: KeptCase, { residency, facts, note }: UserInput): KeptCase {
  return { ...kept, residency, residencyFacts: [...facts], note };
}

export function inState(kept: KeptCase, state: CaseState): KeptCase {
  return { ...kept, state };
}

/** Checks or unchecks an item of a checklist. */
export function ticked(kept: KeptCase, item: string, isTicked: boolean): KeptCase {
  const others = kept.ticked.filter((each) => each !== item);
  return { ...kept, ticked: isTicked ? [...others, item] : others };
}
