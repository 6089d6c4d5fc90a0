import { createPictureStore } from '../../../src-main/capture/picture-store.ts';
import { DEFAULT_SUPPORT } from '../../../src-main/contract/support/default-support.ts';
import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { NO_CONTACT } from '../../../src-main/contract/report/intake.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { createPendingWrites } from '../../../src-main/session/pending-writes.ts';
import type { SessionPorts } from '../../../src-main/session/session-ports.ts';
import { SessionSecrets } from '../../../src-main/session/session-secrets.ts';
import { IN_THIS_THREAD } from './pictures/in-this-thread.ts';

type Needed = 'diagnose' | 'caseStore' | 'computer' | 'desktop' | 'send';

const done = async (): Promise<void> => undefined;

/** The ports of a session in which nothing is open; a test gives those that it looks at. */
export function samplePorts(own: Pick<SessionPorts, Needed> & Partial<SessionPorts>): SessionPorts {
  return {
    secrets: new SessionSecrets(),
    hintsAbout: async () => ({ jiraSite: null, confluenceSite: null }),
    planOf: () => ({ requests: [], remarks: [] }),
    pictureStore: createPictureStore(IN_THIS_THREAD),
    listSources: async () => ({ sources: [], permission: null, chooser: 'app' }),
    captureSource: async () => succeed(new Uint8Array()),
    residencyPage: {
      open: done,
      command: done,
      forget: done,
      take: async () => fail('nothing-to-do', message('failure.page-closed')),
    },
    language: { current: () => 'system', choose: async () => succeed(null) },
    openExternalPage: async () => null,
    openMenu: () => undefined,
    onAllowedCommands: () => undefined,
    appFacts: { version: '1', electron: '1', platform: 'linux', packaged: false },
    logLines: () => [],
    evidenceArguments: [],
    supportContacts: {
      shown: () => ({ source: 'default', support: DEFAULT_SUPPORT, problem: null }),
    } as never,
    chooseProfile: async () => null,
    openPage: async () => true,
    pendingWrites: createPendingWrites(),
    movePage: () => undefined,
    memory: {
      contact: () => NO_CONTACT,
      reportFolder: () => null,
      remember: async () => succeed(null),
    },
    ...own,
  };
}
