import { isDeepStrictEqual } from 'node:util';

import { CASE_VERSION, cleanCaseName, MAX_BUNDLES, MAX_RUNS } from '../contract/case.ts';
import type { CaseBundle, CaseId, CaseRun, KeptCase } from '../contract/case.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import { NO_KEPT_INTAKE } from '../contract/report/intake.ts';
import type { KeptIntake } from '../contract/report/intake.ts';
import type { ResidencyFact } from '../contract/picture.ts';
import { stateAfterRun, stateAfterSaving, stateAfterSending, stateAfterStatement } from './case-state.ts';
import { isSameVerdict } from './compare-runs.ts';

/** The person's own statements, about the Data residency page and to support. */
export interface UserInput {
  readonly residency: Residency;
  readonly facts: readonly ResidencyFact[];
  /** Redacted already, as is the intake. */
  readonly note: string;
  readonly intake: KeptIntake;
}

/** Returns a run's entry in `case.json`. Takes the redacted diagnosis. */
export function runOf(id: string, { verdict: { kind, rule }, finishedAt, hosts }: Diagnosis): CaseRun {
  return { id, checkedAt: finishedAt, verdict: { kind, rule }, hosts };
}

/** Returns a new case with one run, which is called by its Jira site. */
export function newCase(
  id: CaseId,
  run: CaseRun,
  { sites, clientId }: Pick<Diagnosis, 'sites' | 'clientId'>,
  now: Date,
): KeptCase {
  return {
    schemaVersion: CASE_VERSION,
    id,
    name: cleanCaseName('', sites.jira),
    sites,
    clientId,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: stateAfterRun({ state: 'checked', runs: [], residency: 'unknown' }, run),
    residency: 'unknown',
    residencyFacts: [],
    note: '',
    intake: NO_KEPT_INTAKE,
    runs: [run],
    pictures: [],
    bundles: [],
  };
}

/** Adds a run as the latest one. `clientId` is that of the run, shortened. */
export function withRun(kept: KeptCase, run: CaseRun, clientId: string): KeptCase {
  return { ...kept, clientId, state: stateAfterRun(kept, run), runs: capRuns([...kept.runs, run]) };
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

/** Adds a saved bundle. */
export function withBundle(kept: KeptCase, bundle: CaseBundle): KeptCase {
  return {
    ...kept,
    state: stateAfterSaving(kept),
    bundles: [...kept.bundles, bundle].slice(-MAX_BUNDLES),
  };
}

/** Notes that a bundle was sent; null when the case has no such bundle, or nothing changes. */
export function withSent(kept: KeptCase, bundleId: string): KeptCase | null {
  const state = stateAfterSending(kept);
  const isOwn = kept.bundles.some(({ id }) => id === bundleId);
  return isOwn && state !== kept.state ? { ...kept, state } : null;
}

/** Takes the person's statements; null when nothing changes. */
export function withUserInput(
  kept: KeptCase,
  { residency, facts, note, intake }: UserInput,
): KeptCase | null {
  const next: KeptCase = {
    ...kept,
    state: stateAfterStatement(kept, residency),
    residency,
    residencyFacts: [...facts],
    note,
    intake,
  };
  const before = { ...kept, note: kept.note ?? '', intake: kept.intake ?? NO_KEPT_INTAKE };
  return isDeepStrictEqual(before, next) ? null : next;
}
