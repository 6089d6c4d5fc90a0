import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';

import type { FinishedPicture, PictureStore } from '../capture/picture-store.ts';
import { newCase, runOf, withBundle, withUserInput, withRun, renamed } from '../cases/case-edits.ts';
import type { UserInput } from '../cases/case-edits.ts';
import { createCaseGuard } from '../cases/case-guard.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { compareRuns } from '../cases/compare-runs.ts';
import { cleanCaseName } from '../contract/case.ts';
import type { CaseBundle, KeptCase, CaseView } from '../contract/case.ts';
import type { EventValue } from '../contract/ipc/channels.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { isLocalPath } from '../contract/input/local-path.ts';
import { MAX_NOTE_LENGTH } from '../contract/values.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { callTranscripts } from '../evidence/documents/call-transcripts.ts';
import { sha256Of } from '../evidence/bundle/manifest.ts';
import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import { createRedactor } from '../evidence/redaction/redactor.ts';
import { cutBeforeTag } from '../evidence/redaction/tags.ts';
import { message } from '../i18n/message.ts';
import { redactorOf, secretsOf } from './session-memory.ts';
import type { SessionMemory } from './session-memory.ts';
import { namesOf } from './evidence-services.ts';
import type { RedactedCheck } from '../ipc/redacted-answers.ts';

export interface CaseKeeperPorts {
  readonly memory: SessionMemory;
  readonly store: CaseStore;
  readonly pictureStore: PictureStore;
  readonly now: () => Date;
  /** Something was written into the open case, or could not be, without the window having asked for it. */
  readonly onKept: (told: EventValue<'caseKept'>) => void;
}

/** Writes what happens into the kept case that is open. */
export interface CaseSaver {
  /** Keeps what is open as a new case, or what has changed of the case that it is. */
  keep(told: UserInput & { readonly name: string | null }): Promise<Result<CaseView>>;
  /** Adds the run that has just ended; one of other sites closes the case, since it belongs to another one. */
  addRun(): Promise<void>;
  addBundle(bundle: Omit<CaseBundle, 'savedAt'>): Promise<void>;
}

const newPartId = (): string => randomBytes(8).toString('hex');

/** Makes the keeper of the open case. It searches what it writes for every secret that is held at that moment. */
export function createCaseSaver(ports: CaseKeeperPorts): CaseSaver {
  const { memory, store, pictureStore } = ports;

  const tell = async (result: Result<KeptCase>): Promise<void> => {
    const kept = result.ok ? await shownCase(result.value) : null;
    ports.onKept({ kept, problem: result.ok ? null : result.failure.phrase });
  };

  const keep: CaseSaver['keep'] = async (typed) => {
    const { redactedDiagnosis, savedCaseId } = memory;
    // A secret in a name or a fact is refused; a note is long and written once, so it is cleaned as in the evidence.
    const told = { ...typed, note: cleanNote(memory, typed.note) };
    const guard = createCaseGuard(secretsOf(memory));
    if (redactedDiagnosis === null) return fail('nothing-to-do', message('failure.no-diagnosis'));
    const shelved = byContent(await pictureStore.finished());
    const pictures = [...shelved].map(([id, { caption }]) => ({ id, caption }));
    const bytes = new Map([...shelved].map(([id, picture]) => [id, picture.bytes]));
    if (savedCaseId !== null) {
      const edit = (kept: KeptCase): KeptCase => {
        const named = told.name === null ? kept : renamed(kept, told.name);
        return { ...withUserInput(named, told), pictures };
      };
      return toResultView(await store.change(savedCaseId, edit, { pictures: bytes }, guard));
    }
    const run = runOf(newPartId(), redactedDiagnosis);
    const fresh = newCase(randomBytes(16).toString('hex'), run, redactedDiagnosis, told, ports.now());
    const kept = memory.unsavedBundles
      .filter(({ sites }) => areSameSites({ sites }, redactedDiagnosis))
      .reduce((before, { bundle }) => withBundle(before, bundle), fresh);
    const parts = { runs: new Map([[run.id, redactedDiagnosis]]), pictures: bytes };
    const created = await store.create({ ...kept, pictures }, parts, guard);
    // Whoever left or opened another case in the meantime stays where they are; a new check of the same sites belongs here.
    const { connection } = memory;
    const isStillHere =
      connection?.jiraSite === kept.sites.jira && connection.confluenceSite === kept.sites.confluence;
    if (created.ok && isStillHere && memory.savedCaseId === null) {
      memory.savedCaseId = kept.id;
      memory.unsavedBundles = [];
    }
    return toResultView(created);
  };

  /** One after another: whoever asks twice means the same case. */
  let keeping: Promise<unknown> = Promise.resolve();

  return {
    keep: (told) => {
      const own = keeping.then(() => keep(told));
      keeping = own.catch(() => undefined);
      return own;
    },

    addRun: async () => {
      const { redactedDiagnosis, savedCaseId } = memory;
      if (redactedDiagnosis === null || savedCaseId === null) return;
      const guard = createCaseGuard(secretsOf(memory));
      const run = runOf(newPartId(), redactedDiagnosis);
      const runs = new Map([[run.id, redactedDiagnosis]]);
      let belongsToOtherSite = false;
      const edit = (kept: KeptCase): KeptCase | null => {
        belongsToOtherSite = !areSameSites(kept, redactedDiagnosis);
        return belongsToOtherSite ? null : withRun(kept, run);
      };
      const changed = await store.change(savedCaseId, edit, { runs }, guard);
      if (!belongsToOtherSite) await tell(changed);
      else if (memory.savedCaseId === savedCaseId) memory.savedCaseId = null;
    },

    addBundle: async (bundle) => {
      const { savedCaseId, redactedDiagnosis } = memory;
      const saved = { ...bundle, savedAt: ports.now().toISOString() };
      if (savedCaseId === null) {
        if (redactedDiagnosis !== null)
          memory.unsavedBundles = [
            ...memory.unsavedBundles,
            { sites: redactedDiagnosis.sites, bundle: saved },
          ];
        return;
      }
      const guard = createCaseGuard(secretsOf(memory));
      const edit = (kept: KeptCase): KeptCase => withBundle(kept, saved);
      await tell(await store.change(savedCaseId, edit, {}, guard));
    },
  };
}

function cleanNote(memory: SessionMemory, note: string): string {
  const text = redactorOf(memory).redactUserText(escapeControlCharacters(note).trim());
  // A tag may be longer than what it stands for.
  return cutBeforeTag(text, MAX_NOTE_LENGTH).toWellFormed();
}

/** The pictures under names made of their content, so that the same picture keeps its name. */
function byContent(pictures: readonly FinishedPicture[]): ReadonlyMap<string, FinishedPicture> {
  return new Map(pictures.map((picture) => [sha256Of(picture.bytes).slice(0, 16), picture]));
}

function areSameSites({ sites }: Pick<KeptCase, 'sites'>, diagnosis: Diagnosis): boolean {
  return sites.jira === diagnosis.sites.jira && sites.confluence === diagnosis.sites.confluence;
}

/** A run that was kept, as the check gave it. What lies in a file may be anybody's, so that it is redacted once more. */
export async function checkResultOf(kept: Diagnosis, memory: SessionMemory): Promise<RedactedCheck> {
  const redactor = createRedactor(secretsOf(memory), randomBytes(16));
  const diagnosis = await redactor.redactDiagnosis(kept);
  return { diagnosis, transcripts: await callTranscripts(diagnosis, redactor) };
}

/** A case as the window may know it: without paths, its name fit to be shown. */
export async function shownCase(kept: KeptCase): Promise<CaseView> {
  const { schemaVersion: _version, bundles, pictures, ...rest } = kept;
  const first = kept.runs[0];
  const latest = kept.runs.at(-1);
  return {
    ...rest,
    name: cleanCaseName(kept.name, kept.sites.jira),
    pictures: pictures.length,
    bundles: await Promise.all(bundles.map(shownBundle)),
    comparison:
      first === undefined || latest === undefined || first === latest ? null : compareRuns(first, latest),
  };
}

async function shownBundle({
  id,
  zipPath,
  bytes,
  mail,
  savedAt,
}: CaseBundle): Promise<CaseView['bundles'][number]> {
  return { bundleId: id, ...namesOf(zipPath), bytes, mail, savedAt, isThere: await isThere(zipPath, bytes) };
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  if (!isLocalPath(path, process.platform)) return false;
  try {
    const stat = await lstat(path);
    return stat.isFile() && stat.size === bytes;
  } catch {
    return false;
  }
}

/** The same for a result. */
export async function toResultView(result: Result<KeptCase>): Promise<Result<CaseView>> {
  return result.ok ? succeed(await shownCase(result.value)) : result;
}
