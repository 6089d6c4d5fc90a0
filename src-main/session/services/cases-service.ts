import { rowOf } from '../../cases/case-file.ts';
import type { KeptCase } from '../../contract/case.ts';
import { succeed, thenSucceed } from '../../contract/failure.ts';
import type { RedactedCheck, Services } from '../../ipc/redacted-answers.ts';
import { toCaseView, toCheckResult } from '../case-view.ts';
import type { CheckParts } from './diagnosis-service.ts';
import { savedFilesOf } from '../saved-file.ts';
import type { SessionPorts } from '../session-ports.ts';
import { SessionState } from '../session-state.ts';

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
    Object.assign(state, new SessionState(state.evidence));
    publisher.forget();
    ports.pictureStore.clear();
    await ports.residencyPage.forget();
  };

  /** Resolves with null when the run cannot be read any more, since the case is worth more than that. */
  const latestCheck = async (kept: KeptCase): Promise<RedactedCheck | null> => {
    const latest = kept.runs.at(-1);
    const read = latest === undefined ? null : await store.readRun(kept.id, latest.id);
    return read?.ok === true ? toCheckResult(read.value, secrets) : null;
  };

  /** Takes the pictures of a case of before. Those that cannot be read any more are left out; the window sees that. */
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
    keep: (input) => saver.keep(input),
    count: () => store.count(),
    list: () => store.list(),

    newest: async () => {
      await saver.settled();
      const newest = await store.newest();
      if (!newest.ok) return newest;
      return succeed(newest.value === null ? null : rowOf(newest.value));
    },

    open: async ({ id }) => {
      const read = await store.read(id);
      if (!read.ok) return read;
      const kept = read.value;
      const latest = await latestCheck(kept);
      await leave();
      state.savedCaseId = id;
      secrets.connection = { clientId: '', jiraSite: kept.sites.jira, confluenceSite: kept.sites.confluence };
      if (latest !== null) secrets.setKeptResult(latest.diagnosis);
      for (const [bundleId, file] of savedFilesOf(kept, secrets.redactor())) state.saved.set(bundleId, file);
      await takePictures(kept);
      return succeed({ kept: await toCaseView(kept), latest });
    },

    current: async () => {
      if (state.savedCaseId === null) return succeed(null);
      const read = await store.read(state.savedCaseId);
      if (!read.ok) return read;
      return succeed({ kept: await toCaseView(read.value), latest: await latestCheck(read.value) });
    },

    remove: async ({ id }) => {
      const { visit } = state;
      const isOpen = state.savedCaseId === id;
      if (isOpen) recheck.stop();
      const removed = await saver.remove(id);
      if (!removed.ok) return removed;
      if (isOpen && state.visit === visit) await leave();
      return store.list();
    },

    leave: thenSucceed(leave),
  };
}
