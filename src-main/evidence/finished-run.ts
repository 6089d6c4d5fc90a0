import type { Connection } from '../contract/input/connection.ts';
import type { Diagnosis, Exchange, Progress } from '../contract/diagnosis.ts';
import type { KnownSecrets } from './search/known-secrets.ts';

/** A run that has ended: the raw diagnosis, and what is needed to remove every secret from it. */
export interface FinishedRun {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
  /** Random, one a run: makes tags equal within what leaves the computer and not computable from outside. */
  readonly salt: Uint8Array;
}

/** A run as far as it has come; its secrets are those that are known by now. */
export interface PartialRun extends FinishedRun {
  /** The exchange that has just ended; null when a host is done. */
  readonly exchange: Exchange | null;
  /** Whether the verdict stands, whatever the pending hosts will answer. */
  readonly isSettled: boolean;
}

/** Who is told of a run while it goes on. */
export interface RunListener {
  readonly onProgress: (progress: Progress) => void;
  readonly onFound: (found: PartialRun) => void;
}

/** Makes one diagnosis from the first call to the verdict. Rejects for a fault of ours only, never for the network's. */
export type Diagnose = (
  connection: Connection,
  listener: RunListener,
  signal: AbortSignal,
) => Promise<FinishedRun>;
