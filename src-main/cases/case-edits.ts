import { isDeepStrictEqual } from 'node:util';

import { CASE_VERSION, cleanCaseName, MAX_BUNDLES, MAX_RUNS } from '../contract/case.ts';
import type { CaseBundle, CaseId, CaseRun, CaseState, KeepCase, KeptCase } from '../contract/case.ts';
import type { Diagnosis, Residency } from '../contract/diagnosis.ts';
import { NO_KEPT_INTAKE } from '../contract/report/intake.ts';
import { isSameVerdict } from './compare-runs.ts';

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
  const empty: KeptCase = {
    schemaVersion: CASE_VERSION,
    id,
    name: cleanCaseName('', sites.jira),
    sites,
    clientId,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: 'checked',
    residency: 'unknown',
    residencyFacts: [],
    note: '',
    intake: NO_KEPT_INTAKE,
    runs: [],
    pictures: [],
    bundles: [],
  };
  return withRun(empty, run, clientId);
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
    state: isWaiting(kept) ? kept.state : 'mail-ready',
    bundles: [...kept.bundles, bundle].slice(-MAX_BUNDLES),
  };
}

/** Notes that a bundle was sent; null when the case has no such bundle, or nothing changes. */
export function withSent(kept: KeptCase, bundleId: string): KeptCase | null {
  const latest = kept.runs.at(-1);
  const isForXray = latest !== undefined && isAboutRegion(latest);
  const state = isForXray ? 'waiting-for-xray' : 'waiting-for-answer';
  const isOwn = kept.bundles.some(({ id }) => id === bundleId);
  return isOwn && state !== kept.state ? { ...kept, state } : null;
}

/** Takes the person's statements, of which note and intake are redacted already; null when nothing changes. */
export function withUserInput(kept: KeptCase, { residency, facts, note, intake }: KeepCase): KeptCase | null {
  const next: KeptCase = {
    ...kept,
    state: stateAfterStatement(kept, residency),
    residency,
    residencyFacts: facts,
    note,
    intake,
  };
  const before = { ...kept, note: kept.note ?? '', intake: kept.intake ?? NO_KEPT_INTAKE };
  return isDeepStrictEqual(before, next) ? null : next;
}

const isWaiting = ({ state }: KeptCase): boolean => state.startsWith('waiting-for-');

/** Whether a run's verdict is one that Xray has to mend, by the region of the data. */
function isAboutRegion({ verdict: { kind } }: CaseRun): boolean {
  return kind === 'residency' || kind === 'residency-suspected';
}

/** Whether the data is being moved: Xray says so at any host, or the person read it on Atlassian's page. */
function isMoveUnderWay(run: CaseRun, residency: Residency): boolean {
  const isSaid =
    run.verdict.rule === 'residency-suspected.migration' ||
    residency === 'migrating' ||
    run.hosts.some(({ behaviour }) => behaviour === 'migrating');
  return isSaid && isAboutRegion(run);
}

/** Returns how far a case has come once `run` has ended; `before` is the case without it. */
function stateAfterRun(before: KeptCase, run: CaseRun): CaseState {
  if (run.verdict.kind === 'healthy')
    return before.runs.some(({ verdict }) => verdict.kind !== 'healthy') ? 'solved' : 'checked';
  if (isMoveUnderWay(run, before.residency)) return 'waiting-for-migration';
  return isWaiting(before) ? before.state : 'checked';
}

/**
 * Returns how far a case has come once the person has said what Atlassian's page shows. A move begins or ends to be waited
 * for, unless somebody else's answer is waited for already.
 */
function stateAfterStatement({ state, runs, bundles }: KeptCase, residency: Residency): CaseState {
  const latest = runs.at(-1);
  const isMoving = latest !== undefined && isMoveUnderWay(latest, residency);
  if (isMoving && (state === 'checked' || state === 'mail-ready')) return 'waiting-for-migration';
  if (!isMoving && state === 'waiting-for-migration') return bundles.length > 0 ? 'mail-ready' : 'checked';
  return state;
}
