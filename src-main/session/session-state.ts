import type { CaseId } from '../contract/case.ts';
import type { EvidenceChoices } from '../contract/report/evidence.ts';
import type { Result } from '../contract/failure.ts';
import type { RedactedCheck } from '../ipc/redacted-answers.ts';
import type { SavedFile } from './saved-file.ts';

/** An evidence file that waits to be opened. */
export interface PendingEvidence {
  readonly path: string;
  /** A person may choose any file in a dialog; what an argument names may be someone else's word. */
  readonly from: 'dialog' | 'argument';
}

/** The evidence files of the dialog and of arguments; they belong to no case. */
export interface EvidenceFiles {
  /** Go to the window when it next asks. */
  pending: readonly PendingEvidence[];
  /** The window was told of these last, and may have them inspected. */
  taken: readonly PendingEvidence[];
}

/** What the main process knows of the open case beside its secrets; the services share it. Nothing is open at first. */
export class SessionState {
  readonly evidence: EvidenceFiles;
  /** What was chosen for the evidence when the last check began. */
  choices: EvidenceChoices | null = null;
  /** A check that the person started. */
  running: { readonly controller: AbortController } | null = null;
  /** The answer to the check that the person started last. */
  answer: Promise<Result<RedactedCheck>> | null = null;
  /** The bundles that the window knows, by id. */
  readonly saved = new Map<string, SavedFile>();
  /** The kept case that is open. */
  savedCaseId: CaseId | null = null;
  /** Another one each time a case is left, so that what was begun before it can tell. */
  visit: object = {};

  constructor(evidence: EvidenceFiles) {
    this.evidence = evidence;
  }
}
