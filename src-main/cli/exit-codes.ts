import type { VerdictKind } from '../contract/diagnosis.ts';

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
