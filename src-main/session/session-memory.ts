import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';

import type { CaseBundle, CaseId } from '../contract/case.ts';
import type { Connection } from '../contract/input/connection.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import type { EvidenceChoices } from '../contract/evidence.ts';
import type { Result } from '../contract/failure.ts';
import type { PreparedBundle } from '../evidence/bundle/prepare-bundle.ts';
import type { FinishedRun } from '../evidence/finished-run.ts';
import type { RedactedMail } from '../evidence/documents/mail-draft.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';
import type { Redacted } from '../evidence/redaction/redacted.ts';
import type { KnownSecrets } from '../evidence/search/known-secrets.ts';
import { createRunRedaction } from './run-redaction.ts';
import type { RedactedCheck } from '../ipc/redacted-answers.ts';
import type { RunRedaction } from './run-redaction.ts';

/** A bundle that was saved: where it lies with its draft, and the mail that goes with it. */
export interface SavedFile {
  readonly zipPath: string;
  readonly draftPath: string;
  readonly mail: RedactedMail;
  /** What the zip must still be; null for one that was saved just now. */
  readonly sha256: string | null;
}

/** What the main process holds of the open case, in memory only; the services share it. */
export interface SessionMemory {
  /** The Client Secret as it was submitted. */
  heldSecret: string | null;
  /** The connection without its secret. */
  connection: Omit<Connection, 'clientSecret'> | null;
  /** What was chosen for the evidence when the last check began. */
  choices: EvidenceChoices | null;
  /** A check that the person started. */
  running: { readonly controller: AbortController; readonly ended: Promise<unknown> } | null;
  /** What was or will be answered to the check that the person started last; redacted. */
  answer: Promise<Result<RedactedCheck>> | null;
  /** The latest run, raw. */
  rawRun: FinishedRun | null;
  /** The run that was last heard of; it stays for the redaction while the next one goes on. */
  lastFound: FinishedRun | null;
  /** The latest run, redacted. */
  redactedDiagnosis: Redacted<Diagnosis> | null;
  /** The one redactor of the run; it holds every secret of it, and goes with them. */
  redaction: RunRedaction;
  /** A bundle that was shown, with the secrets that the gate will look for. */
  prepared: { readonly id: string; readonly bundle: PreparedBundle; readonly secrets: KnownSecrets } | null;
  readonly saved: Map<string, SavedFile>;
  /** Bundles that were saved before the case was kept; those of its sites belong to it once it is. */
  unsavedBundles: readonly { readonly sites: Diagnosis['sites']; readonly bundle: CaseBundle }[];
  /** The kept case that is open. */
  savedCaseId: CaseId | null;
}

/** Nothing is open. */
export function createSessionMemory(): SessionMemory {
  return {
    heldSecret: null,
    connection: null,
    choices: null,
    running: null,
    answer: null,
    rawRun: null,
    lastFound: null,
    redactedDiagnosis: null,
    redaction: createRunRedaction(),
    prepared: null,
    saved: new Map(),
    unsavedBundles: [],
    savedCaseId: null,
  };
}

export const NO_SECRETS: KnownSecrets = {
  clientSecret: '',
  clientId: '',
  tokens: [],
  proxyPasswords: [],
  homeFolder: homedir(),
};

/** Every secret that is held at this moment: of the latest run, and one that was submitted since. */
export function secretsOf({ rawRun, lastFound, heldSecret, connection }: SessionMemory): KnownSecrets {
  const known = (rawRun ?? lastFound)?.secrets ?? { ...NO_SECRETS, clientId: connection?.clientId ?? '' };
  if (heldSecret === null || heldSecret === known.clientSecret) return known;
  return known.clientSecret === ''
    ? { ...known, clientSecret: heldSecret }
    : { ...known, tokens: [...known.tokens, heldSecret] };
}

/** A salt for what belongs to no run; another one each time the app starts. */
const OWN_SALT = randomBytes(16);

/** The redactor for whatever is told at this moment: it knows every secret that is held. */
export function redactorOf(memory: SessionMemory): Redactor {
  const salt = (memory.rawRun ?? memory.lastFound)?.salt ?? OWN_SALT;
  return memory.redaction({ secrets: secretsOf(memory), salt });
}

/** A run that was kept: it is redacted already, and there is no secret left to look for. */
export function keptRun(diagnosis: Diagnosis, salt: Uint8Array): FinishedRun {
  return { diagnosis, secrets: NO_SECRETS, salt };
}

/**
 * Drops every secret and what may hold one; the redacted run stays. A bundle that was prepared goes, too: without the
 * secrets the gate could not judge it.
 */
export function forgetSecrets(memory: SessionMemory): void {
  const { rawRun, redactedDiagnosis } = memory;
  memory.heldSecret = null;
  memory.prepared = null;
  memory.lastFound = null;
  memory.redaction = createRunRedaction();
  memory.rawRun =
    rawRun === null || redactedDiagnosis === null ? null : keptRun(redactedDiagnosis, rawRun.salt);
}

/** Drops everything. */
export function forgetCase(memory: SessionMemory): void {
  memory.running?.controller.abort();
  Object.assign(memory, { ...createSessionMemory(), saved: memory.saved });
  memory.saved.clear();
}
