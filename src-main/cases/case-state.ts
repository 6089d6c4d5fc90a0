import type { CaseRun, CaseState, KeptCase } from '../contract/case.ts';
import type { Residency, VerdictKind } from '../contract/diagnosis.ts';

type Waiting = Extract<CaseState, `waiting-for-${string}`>;

const isWaiting = (state: CaseState): state is Waiting => state.startsWith('waiting-for-');

/** Whether a verdict is one that Xray has to mend, by the region of the data. */
function isAboutRegion(kind: VerdictKind): boolean {
  return kind === 'residency' || kind === 'residency-suspected';
}

/** Whether the data is being moved: Xray says so at any host, or the person read it on Atlassian's page. */
function isMoveUnderWay({ verdict, hosts }: CaseRun, residency: Residency): boolean {
  if (!isAboutRegion(verdict.kind)) return false;
  return (
    verdict.rule === 'residency-suspected.migration' ||
    residency === 'migrating' ||
    hosts.some(({ behaviour }) => behaviour === 'migrating')
  );
}

/** Returns how far a case has come once `run` has ended; `before` is the case without it, its state `checked` if it is new. */
export function stateAfterRun(
  before: Pick<KeptCase, 'state' | 'runs' | 'residency'>,
  run: CaseRun,
): CaseState {
  if (run.verdict.kind === 'healthy')
    return before.runs.some(({ verdict }) => verdict.kind !== 'healthy') ? 'solved' : 'checked';
  if (isMoveUnderWay(run, before.residency)) return 'waiting-for-migration';
  return isWaiting(before.state) ? before.state : 'checked';
}

/** Returns how far a case has come once a bundle of it was saved. */
export function stateAfterSaving({ state }: Pick<KeptCase, 'state'>): CaseState {
  return isWaiting(state) ? state : 'mail-ready';
}

/** Returns how far a case has come once a way to send its bundle has worked. */
export function stateAfterSending({ runs }: Pick<KeptCase, 'runs'>): CaseState {
  const latest = runs.at(-1);
  return latest !== undefined && isAboutRegion(latest.verdict.kind)
    ? 'waiting-for-xray'
    : 'waiting-for-answer';
}

/**
 * Returns how far a case has come once the person has said what Atlassian's page shows. A move begins or ends to be waited
 * for, unless somebody else's answer is waited for already.
 */
export function stateAfterStatement(
  { state, runs, bundles }: Pick<KeptCase, 'state' | 'runs' | 'bundles'>,
  residency: Residency,
): CaseState {
  const latest = runs.at(-1);
  const isMoving = latest !== undefined && isMoveUnderWay(latest, residency);
  if (isMoving && (state === 'checked' || state === 'mail-ready')) return 'waiting-for-migration';
  if (!isMoving && state === 'waiting-for-migration') return bundles.length > 0 ? 'mail-ready' : 'checked';
  return state;
}
