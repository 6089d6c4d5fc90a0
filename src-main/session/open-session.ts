import type { Services } from '../ipc/redacted-answers.ts';
import { appService } from './services/app-service.ts';
import { createCaseSaver } from './case-saver.ts';
import { casesService } from './services/cases-service.ts';
import { diagnosisService, SUSPENDED } from './services/diagnosis-service.ts';
import { evidenceService } from './services/evidence-service.ts';
import { picturesService } from './services/pictures-service.ts';
import { recheckService } from './services/recheck-service.ts';
import { residencyPageService } from './services/residency-page-service.ts';
import { createRunPublisher } from './run-publisher.ts';
import type { SessionPorts } from './session-ports.ts';
import { SessionState } from './session-state.ts';
import type { PendingEvidence } from './session-state.ts';
import { supportService } from './services/support-service.ts';

/** Those who answer the window, and what else the shell needs of the open case. */
export type Session = ReturnType<typeof openSession>;

/** Opens the session of one window: the case that is open in it, in memory, until `cases.leave`. */
export function openSession(ports: SessionPorts) {
  const { secrets, send } = ports;
  const pending = pendingFrom(ports.evidenceArguments, 'argument');
  const state = new SessionState({ pending, taken: [] });
  const publisher = createRunPublisher(send, (run) => secrets.learn(run));
  const saver = createCaseSaver(ports, state);
  const recheck = recheckService(ports, saver);
  const services: Services = {
    app: appService(ports),
    support: supportService(ports),
    diagnosis: diagnosisService(ports, state, { publisher, saver, recheck }),
    pictures: picturesService(ports),
    residencyPage: residencyPageService(ports),
    evidence: evidenceService(ports, state, saver),
    cases: casesService(ports, state, { publisher, saver, recheck }),
    recheck: recheck.service,
  };
  return {
    services,
    /** Lets the window have evidence files when it next asks for them (`evidence.takePending`). */
    addPendingEvidence: (paths: readonly string[], from: PendingEvidence['from']): void => {
      const { evidence } = state;
      evidence.pending = [...evidence.pending, ...pendingFrom(paths, from)];
    },
    /** Whether there is a run that a reloaded page would show. */
    hasRun: () => publisher.snapshot() !== null,
    /** Whether a check repeats itself, which ends with the window. */
    isWaiting: recheck.isOn,
    /** To be called as the computer goes to sleep: connections do not survive that, and their end would look like a fault. */
    fallAsleep: () => state.running?.controller.abort(SUSPENDED),
  };
}

function pendingFrom(paths: readonly string[], from: PendingEvidence['from']): PendingEvidence[] {
  return paths.map((path) => ({ path, from }));
}
