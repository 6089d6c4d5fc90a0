import type { VerdictKind } from '../contract/diagnosis.ts';
import type { ArrivalState } from '../contract/report/verification.ts';

/** The exit codes of the CLI, as its help lists them. */
export const EXIT = {
  healthy: 0,
  internalError: 1,
  wrongUsage: 2,
  residency: 3,
  otherResult: 4,
  cancelled: 130,
} as const;

const BY_VERDICT: Readonly<Partial<Record<VerdictKind, number>>> = {
  healthy: EXIT.healthy,
  residency: EXIT.residency,
  'residency-suspected': EXIT.residency,
  cancelled: EXIT.cancelled,
};

/** Returns the exit code of a verdict. */
export function exitCodeOf(kind: VerdictKind): number {
  return BY_VERDICT[kind] ?? EXIT.otherResult;
}

/** The exit codes of `npm run verify`, as its help lists them. */
const BY_STATE: Readonly<Partial<Record<ArrivalState, number>>> = {
  sound: 0,
  repacked: 3,
  changed: 4,
  incomplete: 5,
  damaged: 6,
  'cut-off': 7,
};
const CHANGED = 4;
const NOTHING_TO_READ = 8;

/** Returns the exit code for the states of several files: that of a changed one, else the highest. */
export function exitCodeOfStates(states: readonly ArrivalState[]): number {
  const codes = states.map((state) => BY_STATE[state] ?? NOTHING_TO_READ);
  return codes.includes(CHANGED) ? CHANGED : codes.reduce((worst, code) => Math.max(worst, code), 0);
}
