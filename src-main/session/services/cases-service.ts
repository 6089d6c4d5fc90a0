import { inState, renamed, ticked } from '../../cases/case-edits.ts';
import { createCaseGuard } from '../../cases/case-guard.ts';
import { compareRuns } from '../../cases/compare-runs.ts';
import type { CaseId, KeptCase, CaseView } from '../../contract/case.ts';
import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { cleanMail } from '../../evidence/documents/mail-draft.ts';
import { message } from '../../i18n/message.ts';
import type { RedactedCheck, Services } from '../../ipc/redacted-answers.ts';
import { toCaseView, toCheckResult, toResultView } from '../case-view.ts';
import type { CheckParts } from './diagnosis-service.ts';
import { draftPathFor } from '../saved-file.ts';
import type { SessionPorts } from '../session-ports.ts';
import { createSessionState } from '../session-state.ts';
import type { SessionState } from '../session-state.ts';

/** Answers `cases.*`: the cases that are kept, and the one that is open. */
export function casesService(
  ports: SessionPorts,
  state: SessionState,
  { publisher, saver, recheck }: CheckParts,
): Services['cases'] {
  const { caseStore: store, secrets } = ports;

  /** Drops everything of the open case. */
  const leave = async (): Promise<void> => {
    recheck.stop();
    state.running?.controller.abort();
    secrets.clear();
    Object.assign(state, createSessionState(state.pendingEvidence));
    publisher.forget();
    ports.pictureStore.clear();
    await ports.residencyPage.forget();
  };

  const change = async (id: CaseId, edit: (kept: KeptCase) => KeptCase): Promise<Result<CaseView>> =>
    toResultView(await store.change(id, edit, {}, createCaseGuard(secrets.known())));

  /** Resolves with null when the run cannot be read any more, since the case is worth more than that. */
  const latestCheck = async (kept: KeptCase): Promise<RedactedCheck | null> => {
    const latest = kept.runs.at(-1);
    const read = latest === undefined ? null : await store.readRun(kept.id, latest.id);
    return read?.ok === true ? toCheckResult(read.value, secrets) : null;
  };

  /** Pictures that cannot be read any more are left out; the window sees that there are fewer. */
  const takePictures = async (kept: KeptCase): Promise<void> => {
    for (const { id, caption } of kept.pictures) {
      const bytes = await store.readPicture(kept.id, id);
      const added = bytes.ok ? await ports.pictureStore.add(bytes.value, 'choose') : null;
      if (added?.ok === true && added.value.kind === 'added' && caption !== '') {
        const { picture } = added.value;
        ports.pictureStore.edit(picture.id, { ...picture.edit, caption });
      }
    }
  };

  return {
    keep: (input) => saver.save(input),
    count: () => store.count(),
    list: () => store.list(),

    open: async ({ id }) => {
      const read = await store.read(id);
      if (!read.ok) return read;
      const kept = read.value;
      const latest = await latestCheck(kept);
      await leave();
      state.savedCaseId = id;
      secrets.connection = { clientId: '', jiraSite: kept.sites.jira, confluenceSite: kept.sites.confluence };
      if (latest !== null) secrets.setKeptResult(latest.diagnosis);
      const redactor = secrets.redactor();
      for (const { id: bundleId, zipPath, mail, sha256 } of kept.bundles) {
        const file = { zipPath, draftPath: draftPathFor(zipPath), mail: cleanMail(mail, redactor), sha256 };
        state.saved.set(bundleId, file);
      }
      await takePictures(kept);
      return succeed({ kept: await toCaseView(kept), latest });
    },

    current: async () => {
      if (state.savedCaseId === null) return succeed(null);
      const read = await store.read(state.savedCaseId);
      if (!read.ok) return read;
      return succeed({ kept: await toCaseView(read.value), latest: await latestCheck(read.value) });
    },

    rename: ({ id, name }) => change(id, (kept) => renamed(kept, name)),
    setState: ({ id, state: to }) => change(id, (kept) => inState(kept, to)),
    tick: ({ id, item, isTicked }) => change(id, (kept) => ticked(kept, item, isTicked)),

    remove: async ({ id }) => {
      if (state.savedCaseId === id) {
        recheck.stop();
        state.savedCaseId = null;
      }
      const removed = await store.remove(id);
      return removed.ok ? store.list() : removed;
    },

    run: async ({ id, runId }) => {
      const run = await store.readRun(id, runId);
      return run.ok ? succeed(await toCheckResult(run.value, secrets)) : run;
    },

    compareRuns: async ({ id, before, after }) => {
      const read = await store.read(id);
      if (!read.ok) return read;
      const find = (runId: string) => read.value.runs.find((run) => run.id === runId);
      const [earlier, later] = [find(before), find(after)];
      return earlier === undefined || later === undefined
        ? fail('case-missing', message('failure.case.part'))
        : succeed(compareRuns(earlier, later));
    },

    leave: async () => {
      await leave();
      return succeed(null);
    },
  };
}
