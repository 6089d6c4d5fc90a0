import { randomBytes } from 'node:crypto';

import type { PictureStore } from '../capture/picture-store.ts';
import { inState, renamed, ticked } from '../cases/case-edits.ts';
import { createCaseGuard } from '../cases/case-guard.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { compareRuns } from '../cases/compare-runs.ts';
import type { CaseId, KeptCase, CaseView } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { cleanMail } from '../evidence/documents/mail-draft.ts';
import { message } from '../i18n/message.ts';
import { checkResultOf, shownCase, toResultView } from './case-saver.ts';
import type { CaseSaver } from './case-saver.ts';
import { keptRun, redactorOf, secretsOf } from './session-memory.ts';
import type { SessionMemory } from './session-memory.ts';
import { draftPathFor } from './evidence-services.ts';
import type { RedactedCheck, RedactedServices } from '../ipc/redacted-answers.ts';

export interface CasePorts {
  readonly memory: SessionMemory;
  readonly store: CaseStore;
  readonly pictureStore: PictureStore;
  readonly keeper: CaseSaver;
  /** Leaves what is open, as `leaveCase` does. */
  readonly leave: () => Promise<void>;
  /** Ends waiting: there is no case any more that it would belong to. */
  readonly stopWaiting: () => void;
}

type CaseServices = Pick<
  RedactedServices,
  | 'keepCase'
  | 'listCases'
  | 'openCase'
  | 'openedCase'
  | 'renameCase'
  | 'deleteCase'
  | 'setCaseState'
  | 'tickCaseItem'
  | 'caseRun'
  | 'compareRuns'
>;

/** What the window may ask for around kept cases, one function a channel. */
export function caseServices(ports: CasePorts): CaseServices {
  const { memory, store, keeper } = ports;

  const change = async (id: CaseId, edit: (kept: KeptCase) => KeptCase): Promise<Result<CaseView>> =>
    toResultView(await store.change(id, edit, {}, createCaseGuard(secretsOf(memory))));

  /** The latest run; null when it cannot be read any more, since the case is worth more than that. */
  const latestOf = async (kept: KeptCase): Promise<Diagnosis | null> => {
    const latest = kept.runs.at(-1);
    const read = latest === undefined ? null : await store.readRun(kept.id, latest.id);
    return read?.ok === true ? read.value : null;
  };

  const latestCheck = async (kept: KeptCase): Promise<RedactedCheck | null> => {
    const latest = await latestOf(kept);
    return latest === null ? null : checkResultOf(latest, memory);
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
    keepCase: async (told) => keeper.keep(told),
    listCases: () => store.list(),

    openCase: async ({ id }) => {
      const read = await store.read(id);
      if (!read.ok) return read;
      const kept = read.value;
      const latest = await latestCheck(kept);
      await ports.leave();
      memory.savedCaseId = id;
      memory.connection = { clientId: '', jiraSite: kept.sites.jira, confluenceSite: kept.sites.confluence };
      memory.redactedDiagnosis = latest?.diagnosis ?? null;
      memory.rawRun = latest === null ? null : keptRun(latest.diagnosis, randomBytes(16));
      const redactor = redactorOf(memory);
      for (const { id: bundleId, zipPath, mail, sha256 } of kept.bundles) {
        const file = { zipPath, draftPath: draftPathFor(zipPath), mail: cleanMail(mail, redactor), sha256 };
        memory.saved.set(bundleId, file);
      }
      await takePictures(kept);
      return succeed({ kept: await shownCase(kept), latest });
    },

    openedCase: async () => {
      if (memory.savedCaseId === null) return succeed(null);
      const read = await store.read(memory.savedCaseId);
      if (!read.ok) return read;
      return succeed({ kept: await shownCase(read.value), latest: await latestCheck(read.value) });
    },

    renameCase: async ({ id, name }) => change(id, (kept) => renamed(kept, name)),
    setCaseState: async ({ id, state }) => change(id, (kept) => inState(kept, state)),
    tickCaseItem: async ({ id, item, isTicked }) => change(id, (kept) => ticked(kept, item, isTicked)),

    deleteCase: async ({ id }) => {
      if (memory.savedCaseId === id) {
        ports.stopWaiting();
        memory.savedCaseId = null;
      }
      const removed = await store.remove(id);
      return removed.ok ? store.list() : removed;
    },

    caseRun: async ({ id, runId }) => {
      const run = await store.readRun(id, runId);
      return run.ok ? succeed(await checkResultOf(run.value, memory)) : run;
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
  };
}
