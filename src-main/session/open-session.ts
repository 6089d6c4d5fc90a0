import type { CaseStore } from '../cases/case-store.ts';
import type { EventValue } from '../contract/ipc/channels.ts';
import { succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { MenuCommand } from '../contract/ipc/menu.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import { createCaseSaver } from './case-saver.ts';
import { createSessionMemory, forgetCase } from './session-memory.ts';
import { createCaseRedaction } from './log-redaction.ts';
import type { CaseRedaction } from './log-redaction.ts';
import { caseServices } from './case-services.ts';
import { evidenceServices } from './evidence-services.ts';
import type { EvidenceOffer, EvidencePorts } from './evidence-services.ts';
import { startupServices } from './startup-services.ts';
import type { FirstPorts } from './startup-services.ts';
import { pageServices } from './page-services.ts';
import type { PagePorts } from './page-services.ts';
import { pictureServices } from './picture-services.ts';
import type { PicturePorts } from './picture-services.ts';
import type { RedactedServices } from '../ipc/redacted-answers.ts';
import { profileServices } from './profile-services.ts';
import type { ProfilePorts } from './profile-services.ts';
import { fallAsleep, runServices } from './run-services.ts';
import type { RunPorts } from './run-services.ts';
import { createRunTeller } from './run-publisher.ts';
import type { RunEvents } from './run-publisher.ts';
import { waitingForCase } from './recheck-services.ts';
import type { Computer } from './recheck-services.ts';

export interface WindowServicePorts
  extends
    FirstPorts,
    PicturePorts,
    PagePorts,
    ProfilePorts,
    RunEvents,
    Omit<RunPorts, 'memory' | 'teller' | 'onBegin' | 'onEnd'>,
    Omit<EvidencePorts, 'memory' | 'support' | 'onSaved' | 'takePendingEvidence'> {
  /** The evidence file that the app was started with (`--open FILE`); null if there was none. */
  readonly pendingEvidenceFile: string | null;
  /** The commands that the window takes now, for the menu. */
  readonly onAllowedCommands: (commands: readonly MenuCommand[]) => void;
  /** Changing it also changes the menus. */
  readonly language: FirstPorts['language'] & {
    choose(language: LanguageChoice): Promise<Result<null>>;
  };
  readonly caseStore: CaseStore;
  readonly computer: Computer;
  readonly onCaseKept: (told: EventValue<'caseKept'>) => void;
  readonly onWaiting: (state: EventValue<'waiting'>) => void;
}

/** The services, and the redaction of the open case for those who write about it. */
export interface OpenCase {
  readonly services: RedactedServices;
  readonly redaction: CaseRedaction;
  /** Lets the window have an evidence file when it next asks for one (`pendingEvidenceFile`). */
  readonly setPendingEvidence: (path: string, from: EvidenceOffer['from']) => void;
  /** Whether there is a run that the page would have to tell of if it began anew. */
  readonly hasRun: () => boolean;
  /** Whether a check repeats itself, which ends with the window. */
  readonly isWaiting: () => boolean;
  /** To be called as the computer goes to sleep. */
  readonly fallAsleep: () => void;
}

/**
 * What the window may ask for, one function a channel. It holds the secret, the raw diagnosis and the prepared bundle
 * of the open case in memory, and drops all of it in `leaveCase`.
 */
export function openCase(ports: WindowServicePorts): OpenCase {
  const { pictureStore, caseStore: store, computer, supportContacts } = ports;
  const memory = createSessionMemory();
  const redaction = createCaseRedaction(memory);
  const teller = createRunTeller(ports, (run) => memory.redaction(run));
  const keeper = createCaseSaver({
    memory,
    store,
    pictureStore,
    now: computer.wall,
    onKept: ports.onCaseKept,
  });
  const waiting = waitingForCase({ ...ports, memory, keeper });
  let toOpen: EvidenceOffer | null =
    ports.pendingEvidenceFile === null ? null : { path: ports.pendingEvidenceFile, from: 'argument' };

  const leave = async (): Promise<void> => {
    waiting.stop();
    forgetCase(memory);
    teller.forget();
    pictureStore.clear();
    await ports.residencyPage.forget();
  };

  const services: RedactedServices = {
    ...startupServices(ports),
    chooseLanguage: async ({ language }) => ports.language.choose(language),
    menuAllows: async ({ commands }) => {
      ports.onAllowedCommands(commands);
      return succeed(null);
    },
    ...runServices({
      ...ports,
      memory,
      teller,
      onBegin: waiting.pause,
      onEnd: (verdict) => {
        if (verdict !== null) void keeper.addRun();
        waiting.noteCheck(verdict);
      },
    }),
    ...pictureServices({ ...ports, redactCopy: redaction.redactCopy }),
    ...pageServices(ports),
    ...evidenceServices({
      ...ports,
      memory,
      support: () => supportContacts.shown().support,
      takePendingEvidence: () => {
        const file = toOpen;
        toOpen = null;
        return file;
      },
      onSaved: (bundle) => void keeper.addBundle(bundle),
    }),
    ...caseServices({ memory, store, pictureStore, keeper, leave, stopWaiting: waiting.stop }),
    ...waiting.services,
    ...profileServices(ports),
    leaveCase: async () => {
      await leave();
      return succeed(null);
    },
  };

  return {
    services,
    redaction,
    setPendingEvidence: (path, from) => {
      toOpen = { path, from };
    },
    hasRun: () => teller.snapshot() !== null,
    isWaiting: waiting.isOn,
    fallAsleep: () => fallAsleep(memory),
  };
}
