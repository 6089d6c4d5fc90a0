import type { CaseStore } from '../cases/case-store.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import type { Services } from '../ipc/redacted-answers.ts';
import { appService } from './app-service.ts';
import type { AppPorts } from './app-service.ts';
import { createCaseSaver } from './case-saver.ts';
import { casesService } from './cases-service.ts';
import { diagnosisService, fallAsleep } from './diagnosis-service.ts';
import type { DiagnosisPorts } from './diagnosis-service.ts';
import { evidenceService } from './evidence-service.ts';
import type { EvidencePorts, PendingEvidence } from './evidence-service.ts';
import { picturesService } from './pictures-service.ts';
import type { PicturesPorts } from './pictures-service.ts';
import { recheckService } from './recheck-service.ts';
import type { Computer } from './recheck-service.ts';
import { residencyPageService } from './residency-page-service.ts';
import type { ResidencyPagePorts } from './residency-page-service.ts';
import { createRunPublisher } from './run-publisher.ts';
import { clearSession, createSessionState } from './session-state.ts';
import { supportService } from './support-service.ts';
import type { SupportPorts } from './support-service.ts';

export interface SessionPorts
  extends
    AppPorts,
    SupportPorts,
    PicturesPorts,
    ResidencyPagePorts,
    Omit<DiagnosisPorts, 'state' | 'publisher' | 'onBegin' | 'onEnd'>,
    Omit<EvidencePorts, 'state' | 'onSaved' | 'takePending'> {
  readonly language: AppPorts['language'];
  readonly desktop: EvidencePorts['desktop'];
  readonly supportContacts: SupportPorts['supportContacts'];
  /** The evidence file that the app was started with (`--open FILE`); null if there was none. */
  readonly pendingEvidenceFile: string | null;
  readonly caseStore: CaseStore;
  readonly computer: Computer;
  readonly send: SendEvent;
}

/** Those who answer the window, and what else the shell needs of the open case. */
export interface Session {
  readonly services: Services;
  /** Lets the window have an evidence file when it next asks for one (`evidence.takePending`). */
  readonly setPendingEvidence: (path: string, from: PendingEvidence['from']) => void;
  /** Whether there is a run that a reloaded page would show. */
  readonly hasRun: () => boolean;
  /** Whether a check repeats itself, which ends with the window. */
  readonly isWaiting: () => boolean;
  /** To be called as the computer goes to sleep. */
  readonly fallAsleep: () => void;
}

/** Opens the session of one window: the case that is open in it, in memory, until `cases.leave`. */
export function openSession(ports: SessionPorts): Session {
  const { caseStore: store, pictureStore, secrets, send, computer } = ports;
  const state = createSessionState(secrets);
  const publisher = createRunPublisher(send, (run) => secrets.redactorOf(run));
  const saver = createCaseSaver({ state, store, pictureStore, now: computer.wall, send });
  const recheck = recheckService({ ...ports, state, saver });
  let pending: PendingEvidence | null =
    ports.pendingEvidenceFile === null ? null : { path: ports.pendingEvidenceFile, from: 'argument' };

  const leave = async (): Promise<void> => {
    recheck.stop();
    clearSession(state);
    publisher.forget();
    pictureStore.clear();
    await ports.residencyPage.forget();
  };

  return {
    services: {
      app: appService(ports),
      support: supportService(ports),
      diagnosis: diagnosisService({
        ...ports,
        state,
        publisher,
        onBegin: recheck.pause,
        onEnd: (verdict) => {
          if (verdict !== null) void saver.addRun();
          recheck.noteCheck(verdict);
        },
      }),
      pictures: picturesService(ports),
      residencyPage: residencyPageService(ports),
      evidence: evidenceService({
        ...ports,
        state,
        takePending: () => {
          const file = pending;
          pending = null;
          return file;
        },
        onSaved: (bundle) => void saver.addBundle(bundle),
      }),
      cases: casesService({ state, store, pictureStore, saver, leave, stopRecheck: recheck.stop }),
      recheck: recheck.service,
    },
    setPendingEvidence: (path, from) => {
      pending = { path, from };
    },
    hasRun: () => publisher.snapshot() !== null,
    isWaiting: recheck.isOn,
    fallAsleep: () => fallAsleep(state),
  };
}
