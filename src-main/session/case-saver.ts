import { randomBytes } from 'node:crypto';

import type { FinishedPicture } from '../capture/picture-store.ts';
import { newCase, runOf, withBundle, withUserInput, withRun, renamed } from '../cases/case-edits.ts';
import type { UserInput } from '../cases/case-edits.ts';
import { createCaseGuard } from '../cases/case-guard.ts';
import type { CaseBundle, KeptCase, CaseView } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import { MAX_NOTE_LENGTH } from '../contract/values.ts';
import { fail } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { sha256Of } from '../evidence/bundle/manifest.ts';
import { cutBeforeTag } from '../evidence/redaction/tags.ts';
import { message } from '../i18n/message.ts';
import { toCaseView, toResultView } from './case-view.ts';
import type { SessionPorts } from './session-ports.ts';
import type { SessionState } from './session-state.ts';

/** Writes what happens into the kept case that is open. */
export interface CaseSaver {
  /** Keeps what is open as a new case, or what has changed of the case that it is. */
  save(input: UserInput & { readonly name: string | null }): Promise<Result<CaseView>>;
  /** Adds the run that has just ended; one of other sites closes the case, since it belongs to another one. */
  addRun(): Promise<void>;
  addBundle(bundle: Omit<CaseBundle, 'savedAt'>): Promise<void>;
}

const newPartId = (): string => randomBytes(8).toString('hex');

/** Makes the saver of the open case. It searches what it writes for every secret that is held at that moment. */
export function createCaseSaver(ports: SessionPorts, state: SessionState): CaseSaver {
  const { caseStore: store, pictureStore, secrets } = ports;
  const now = ports.computer.wall;
  const guard = () => createCaseGuard(secrets.known());

  const publish = async (result: Result<KeptCase>): Promise<void> => {
    const kept = result.ok ? await toCaseView(result.value) : null;
    ports.send('cases:onKept', { kept, problem: result.ok ? null : result.failure.phrase });
  };

  const save: CaseSaver['save'] = async (typed) => {
    const { savedCaseId } = state;
    const diagnosis = secrets.result?.redacted;
    // A secret in a name or a fact is refused; a note is long and written once, so it is cleaned as in the evidence.
    const text = secrets.redactor().redactUserText(escapeControlCharacters(typed.note).trim());
    // A tag may be longer than what it stands for.
    const input = { ...typed, note: cutBeforeTag(text, MAX_NOTE_LENGTH).toWellFormed() };
    const ownGuard = guard();
    if (diagnosis === undefined) return fail('nothing-to-do', message('failure.no-diagnosis'));
    const finished = byContent(await pictureStore.finished());
    const pictures = [...finished].map(([id, { caption }]) => ({ id, caption }));
    const bytes = new Map([...finished].map(([id, picture]) => [id, picture.bytes]));
    if (savedCaseId !== null) {
      const edit = (kept: KeptCase): KeptCase => {
        const named = input.name === null ? kept : renamed(kept, input.name);
        return { ...withUserInput(named, input), pictures };
      };
      return toResultView(await store.change(savedCaseId, edit, { pictures: bytes }, ownGuard));
    }
    const run = runOf(newPartId(), diagnosis);
    const fresh = newCase(randomBytes(16).toString('hex'), run, diagnosis, input, now());
    const kept = state.unsavedBundles
      .filter(({ sites }) => areSameSites({ sites }, diagnosis))
      .reduce((before, { bundle }) => withBundle(before, bundle), fresh);
    const parts = { runs: new Map([[run.id, diagnosis]]), pictures: bytes };
    const created = await store.create({ ...kept, pictures }, parts, ownGuard);
    // Another case may have been opened meanwhile; a new check of the same sites belongs here.
    const { connection } = secrets;
    const isStillHere =
      connection?.jiraSite === kept.sites.jira && connection.confluenceSite === kept.sites.confluence;
    if (created.ok && isStillHere && state.savedCaseId === null) {
      state.savedCaseId = kept.id;
      state.unsavedBundles = [];
    }
    return toResultView(created);
  };

  /** Serialised: a second save of the same case reuses the first. */
  let saving: Promise<unknown> = Promise.resolve();

  return {
    save: (input) => {
      const own = saving.then(() => save(input));
      saving = own.catch(() => undefined);
      return own;
    },

    addRun: async () => {
      const { savedCaseId } = state;
      const diagnosis = secrets.result?.redacted;
      if (diagnosis === undefined || savedCaseId === null) return;
      const run = runOf(newPartId(), diagnosis);
      const runs = new Map([[run.id, diagnosis]]);
      let belongsToOtherSite = false;
      const edit = (kept: KeptCase): KeptCase | null => {
        belongsToOtherSite = !areSameSites(kept, diagnosis);
        return belongsToOtherSite ? null : withRun(kept, run);
      };
      const changed = await store.change(savedCaseId, edit, { runs }, guard());
      if (!belongsToOtherSite) await publish(changed);
      else if (state.savedCaseId === savedCaseId) state.savedCaseId = null;
    },

    addBundle: async (given) => {
      const { savedCaseId } = state;
      const bundle = { ...given, savedAt: now().toISOString() };
      if (savedCaseId !== null) {
        const edit = (kept: KeptCase): KeptCase => withBundle(kept, bundle);
        await publish(await store.change(savedCaseId, edit, {}, guard()));
      } else if (secrets.result !== null) {
        const { sites } = secrets.result.redacted;
        state.unsavedBundles = [...state.unsavedBundles, { sites, bundle }];
      }
    },
  };
}

/** Returns the pictures under names made of their content, so that the same picture keeps its name. */
function byContent(pictures: readonly FinishedPicture[]): ReadonlyMap<string, FinishedPicture> {
  return new Map(pictures.map((picture) => [sha256Of(picture.bytes).slice(0, 16), picture]));
}

function areSameSites({ sites }: Pick<KeptCase, 'sites'>, diagnosis: Diagnosis): boolean {
  return sites.jira === diagnosis.sites.jira && sites.confluence === diagnosis.sites.confluence;
}
