import type { CaseBundle, CaseId } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import type { EvidenceChoices } from '../contract/evidence.ts';
import type { Result } from '../contract/failure.ts';
import type { RedactedCheck } from '../ipc/redacted-answers.ts';
import type { SavedFile } from './saved-file.ts';
import type { SessionSecrets } from './session-secrets.ts';

/** What the main process knows of the open case; the services share it. */
export interface SessionState {
  readonly secrets: SessionSecrets;
  /** What was chosen for the evidence when the last check began. */
  choices: EvidenceChoices | null;
  /** A check that the person started. */
  running: { readonly controller: AbortController; readonly ended: Promise<unknown> } | null;
  /** The answer to the check that the person started last. */
  answer: Promise<Result<RedactedCheck>> | null;
  /** The bundles that the window knows, by id. */
  readonly saved: Map<string, SavedFile>;
  /** Bundles that were saved before the case was kept; those of its sites belong to it once it is. */
  unsavedBundles: readonly { readonly sites: Diagnosis['sites']; readonly bundle: CaseBundle }[];
  /** The kept case that is open. */
  savedCaseId: CaseId | null;
}

/** Returns the state with nothing open. */
export function createSessionState(secrets: SessionSecrets): SessionState {
  return {
    secrets,
    choices: null,
    running: null,
    answer: null,
    saved: new Map(),
    unsavedBundles: [],
    savedCaseId: null,
  };
}

/** Stops the check and drops everything of the open case. */
export function clearSession(state: SessionState): void {
  state.running?.controller.abort();
  state.secrets.clear();
  Object.assign(state, createSessionState(state.secrets));
}
