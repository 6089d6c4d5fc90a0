import { randomBytes } from 'node:crypto';

import type { CaseStore } from '../cases/case-store.ts';
import type { ChannelOutput, EventValue, Services } from '../contract/channels.ts';
import { succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import { createRedactor } from '../evidence/redact.ts';
import { createCaseKeeper } from './case-keeper.ts';
import { createCaseMemory, forgetCase, secretsOf } from './case-memory.ts';
import { caseServices } from './case-services.ts';
import { evidenceServices } from './evidence-services.ts';
import type { EvidencePorts } from './evidence-services.ts';
import { pictureServices } from './picture-services.ts';
import type { PicturePorts } from './picture-services.ts';
import { profileServices } from './profile-services.ts';
import type { ProfilePorts } from './profile-services.ts';
import { fallAsleep, runServices } from './run-services.ts';
import type { RunPorts } from './run-services.ts';
import { createRunTeller } from './run-teller.ts';
import type { RunEvents } from './run-teller.ts';
import { waitingForCase } from './waiting-services.ts';
import type { Computer } from './waiting-services.ts';

export interface WindowServicePorts
  extends
    PicturePorts,
    ProfilePorts,
    RunEvents,
    Omit<RunPorts, 'memory' | 'teller' | 'onBegin' | 'onEnd'>,
    Omit<EvidencePorts, 'memory' | 'offered' | 'support' | 'onSaved'> {
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** What the person chose to read in; changing it also changes the menus. */
  readonly language: {
    current(): LanguageChoice;
    choose(language: LanguageChoice): Promise<Result<null>>;
  };
  /** The evidence file that the app was started with (`--open FILE`); null if there was none. */
  readonly evidenceToOpen: string | null;
  readonly caseStore: CaseStore;
  readonly computer: Computer;
  readonly onCaseKept: (told: EventValue<'caseKept'>) => void;
  readonly onWaiting: (state: EventValue<'waiting'>) => void;
}

/** Tags in lines that belong to no run; another one each time the app starts. */
const LOG_SALT = randomBytes(16);

/** The services, and the redaction of the open case for those who write lines about it. */
export interface OpenCase {
  readonly services: Services;
  /** Removes every secret that the open case holds at this moment, and whatever has a secret's shape. */
  readonly redactLine: (line: string) => string;
  /** Whether there is a run that the page would have to tell of if it began anew. */
  readonly hasRun: () => boolean;
  /** Keeps an evidence file ready for the window to ask for. */
  readonly offerEvidence: (file: string) => void;
  /** To be called as the computer goes to sleep. */
  readonly fallAsleep: () => void;
}

/**
 * What the window may ask for, one function a channel. It holds the secret, the raw diagnosis and the prepared bundle
 * of the open case in memory, and drops all of it in `leaveCase`.
 */
export function openCase(ports: WindowServicePorts): OpenCase {
  const { shelf, caseStore: store, computer, supportBook } = ports;
  const memory = createCaseMemory();
  const teller = createRunTeller(ports);
  const offered = { file: ports.evidenceToOpen };
  const keeper = createCaseKeeper({ memory, store, shelf, now: computer.wall, onKept: ports.onCaseKept });
  const waiting = waitingForCase({ ...ports, memory, keeper });

  const leave = async (): Promise<void> => {
    waiting.stop();
    forgetCase(memory);
    teller.forget();
    shelf.clear();
    await ports.residencyPage.forget();
  };

  const services: Services = {
    appFacts: async () => succeed(ports.appFacts),
    languageChoice: async () => succeed({ language: ports.language.current() }),
    chooseLanguage: async ({ language }) => ports.language.choose(language),
    ...runServices({
      ...ports,
      memory,
      teller,
      onBegin: waiting.giveWay,
      onEnd: (verdict) => {
        if (verdict !== null) void keeper.addRun();
        waiting.noteCheck(verdict);
      },
    }),
    ...pictureServices(ports),
    ...evidenceServices({
      ...ports,
      memory,
      offered,
      support: () => supportBook.shown().support,
      onSaved: (bundle) => void keeper.addBundle(bundle),
    }),
    ...caseServices({ memory, store, shelf, keeper, leave, stopWaiting: waiting.stop }),
    ...waiting.services,
    ...profileServices(ports),
    leaveCase: async () => {
      await leave();
      return succeed(null);
    },
  };

  const redactLine = (line: string): string =>
    createRedactor(secretsOf(memory), memory.finished?.salt ?? LOG_SALT).text(line).text;
  return {
    services,
    redactLine,
    hasRun: () => teller.soFar() !== null,
    offerEvidence: (file) => {
      offered.file = file;
    },
    fallAsleep: () => fallAsleep(memory),
  };
}
