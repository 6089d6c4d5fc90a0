import type { Connection } from '../contract/connection.ts';
import type { Diagnosis, Progress } from '../contract/diagnosis.ts';
import type { KnownSecrets } from './secrets.ts';

/** A run that has ended: the raw diagnosis, and what is needed to remove every secret from it. */
export interface FinishedRun {
  readonly diagnosis: Diagnosis;
  readonly secrets: KnownSecrets;
  /** Random, one a run: makes tags equal within what leaves the computer and not computable from outside. */
  readonly salt: Uint8Array;
}

/** Makes one diagnosis from the first call to the verdict. Rejects for a fault of ours only, never for the network's. */
export type Diagnose = (
  connection: Connection,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<FinishedRun>;
