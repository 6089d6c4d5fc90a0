import type { Connection } from '../contract/input/connection.ts';
import type { Diagnosis, Exchange, Progress } from '../contract/diagnosis.ts';
import type { KnownSecrets } from './search/known-secrets.ts';

/** A run that has ended: the raw diagnosis, and what is needed to remove every secret from it. */
export interface FinishedRun {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
  /** Random for each run: tags are equal within its evidence, and impossible to compute from outside. */
  readonly salt: Uint8Array;
}

/** A run that goes on, with the secrets that are known so far. */
export interface PartialRun extends FinishedRun {
  /** The exchange that has just ended; null when a host is done. */
  readonly exchange: Exchange | null;
  /** Whether pending hosts can no longer change the verdict. */
  readonly isSettled: boolean;
}

export interface RunListener {
  readonly onProgress: (progress: Progress) => void;
  readonly onFound: (found: PartialRun) => void;
}

/** Runs one diagnosis from the first call to the verdict. Never rejects for a failure of the network. */
export type Diagnose = (
  connection: Connection,
  listener: RunListener,
  signal: AbortSignal,
) => Promise<FinishedRun>;
