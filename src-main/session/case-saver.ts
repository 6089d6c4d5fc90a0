import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { newCase, runOf, withBundle, withRun, withSent, withUserInput } from '../cases/case-edits.ts';
import { createCaseGuard } from '../cases/case-guard.ts';
import type { CaseGuard } from '../cases/case-guard.ts';
import type { CaseBundle, CaseId, KeepCase, KeptCase, CaseView } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Redacted } from '../evidence/redaction/redacted.ts';
import { message } from '../i18n/message.ts';
import { toCaseView } from './case-view.ts';
import { cleanKeptIntake, cleanNote } from './clean-input.ts';
import { savedFilesOf } from './saved-file.ts';
import type { SessionPorts } from './session-ports.ts';
import type { SessionState } from './session-state.ts';

/** Keeps each check by itself, and writes what happens into the kept case that is open. */
export type CaseSaver = ReturnType<typeof createCaseSaver>;

const newPartId = (): string => randomBytes(8).toString('hex');

/** Makes the saver of the open case. It searches what it writes for every secret that is held at that moment. */
export function createCaseSaver(ports: SessionPorts, state: SessionState) {
  const { caseStore: store, secrets } = ports;
  const now = ports.computer.wall;
  const guard = (): CaseGuard => createCaseGuard(secrets.known());

  /** The kept case of each visit, also of one that was left before its run was written. */
  const openedIn = new WeakMap<object, CaseId>();
  let last: Promise<unknown> = Promise.resolve();
  /** Serialised, so that a bundle or a statement finds the case that its run has made. */
  const inTurn = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const own = last.then(work).catch(() => fail('our-fault', message('failure.case.our-fault')));
    last = own;
    return ports.pendingWrites.track(own);
  };

  /** Changes the open case and tells the window, unless it was left meanwhile or nothing has changed. */
  const changeOpen = async (edit: (kept: KeptCase) => KeptCase | null): Promise<void> => {
    // Whoever ends the way at once has still sent it.
    const { visit, savedCaseId: openId } = state;
    const ownGuard = guard();
    let isChanged = false;
    const changed = await inTurn(async () => {
      const id = state.visit === visit ? state.savedCaseId : (openedIn.get(visit) ?? openId);
      if (id === null) return succeed(null);
      const noted = (kept: KeptCase): KeptCase | null => {
        const next = edit(kept);
        isChanged = next !== null;
        return next;
      };
      return store.change(id, noted, {}, ownGuard);
    });
    if ((isChanged || !changed.ok) && state.visit === visit) await publish(changed);
  };

  const publish = async (result: Result<KeptCase | null>): Promise<void> => {
    const kept = result.ok && result.value !== null ? await toCaseView(result.value) : null;
    ports.send('cases:onKept', { kept, problem: result.ok ? null : result.failure.phrase });
  };

  /** The open case if it is of these sites, else the one that was written last; null if there is none. */
  const caseOf = async (sites: Diagnosis['sites']): Promise<Result<CaseId | null>> => {
    const open = state.savedCaseId === null ? null : await store.read(state.savedCaseId);
    if (open?.ok === true && isDeepStrictEqual(open.value.sites, sites)) return succeed(open.value.id);
    const found = await store.newest((kept) => isDeepStrictEqual(kept.sites, sites));
    return found.ok ? succeed(found.value?.id ?? null) : found;
  };

  const keepRun = (
    id: CaseId | null,
    diagnosis: Redacted<Diagnosis>,
    ownGuard: CaseGuard,
  ): Promise<Result<KeptCase>> => {
    const run = runOf(newPartId(), diagnosis);
    const parts = { runs: new Map([[run.id, diagnosis]]) };
    return id === null
      ? store.create(newCase(randomBytes(16).toString('hex'), run, diagnosis, now()), parts, ownGuard)
      : store.change(id, (kept) => withRun(kept, run, diagnosis.clientId), parts, ownGuard);
  };

  /** Makes a case the open one, whose bundles can be sent from now on. */
  const open = (kept: KeptCase): void => {
    state.savedCaseId = kept.id;
    for (const [id, file] of savedFilesOf(kept, secrets.redactor()))
      if (!state.saved.has(id)) state.saved.set(id, file);
  };

  return {
    /** Writes the person's statements into the open case. Fails as the store does, and with `nothing-to-do` if none is open. */
    keep: (typed: KeepCase): Promise<Result<CaseView>> => {
      const { visit } = state;
      const ownGuard = guard();
      // A secret in a fact is refused; what is written freely is cleaned as in the evidence.
      const redactor = secrets.redactor();
      const input = {
        ...typed,
        note: cleanNote(typed.note, redactor),
        intake: cleanKeptIntake(typed.intake, redactor),
      };
      return inTurn(async () => {
        const id = state.visit === visit ? state.savedCaseId : null;
        if (id === null) return fail('nothing-to-do', message('failure.no-diagnosis'));
        const changed = await store.change(id, (kept) => withUserInput(kept, input), {}, ownGuard);
        return changed.ok ? succeed(await toCaseView(changed.value)) : changed;
      });
    },

    /** Adds a run to the kept case of its sites, or makes one, which is the open one then. The window is told. Never rejects. */
    addRun: async (diagnosis: Redacted<Diagnosis>): Promise<void> => {
      const { visit } = state;
      const ownGuard = guard();
      const kept = await inTurn(async () => {
        const id = await caseOf(diagnosis.sites);
        const result = id.ok ? await keepRun(id.value, diagnosis, ownGuard) : id;
        if (result.ok) openedIn.set(visit, result.value.id);
        if (state.visit === visit) {
          // A case of other sites is left also when this run could not be kept.
          state.savedCaseId = id.ok ? id.value : null;
          if (result.ok) open(result.value);
        }
        return result;
      });
      if (state.visit === visit) await publish(kept);
    },

    /** Adds a bundle to the open case, if there is one. The window is told. Never rejects. */
    addBundle: (given: Omit<CaseBundle, 'savedAt'>): Promise<void> => {
      const bundle = { ...given, savedAt: now().toISOString() };
      return changeOpen((kept) => withBundle(kept, bundle));
    },

    /** Resolves once everything that was to be written has been. Never rejects. */
    settled: (): Promise<unknown> => last,

    /** Notes that a way to send a bundle of the open case has worked. The window is told of a change. Never rejects. */
    noteSent: (bundleId: string): Promise<void> => changeOpen((kept) => withSent(kept, bundleId)),

    /** Deletes a case for good, once what was to be written into it before is. Fails as the store does. */
    remove: (id: CaseId): Promise<Result<null>> =>
      inTurn(async () => {
        // What comes after it must not be written into a case that is gone.
        if (state.savedCaseId === id) state.savedCaseId = null;
        return store.remove(id);
      }),
  };
}
