import type { PictureStore } from '../capture/picture-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { RecheckPorts } from '../cases/recheck.ts';
import type { Residency } from '../contract/diagnosis.ts';
import type { SiteName, Sites } from '../contract/input/connection.ts';
import type { SendWay } from '../contract/report/evidence.ts';
import type { Result } from '../contract/failure.ts';
import type { Contact } from '../contract/report/intake.ts';
import type { MenuCommand } from '../contract/ipc/menu.ts';
import type { ExternalPage } from '../contract/ipc/pages.ts';
import type { Box, CaptureSources, ResidencyCommand, ResidencyFact } from '../contract/picture.ts';
import type { HintsAbout, Plan } from '../contract/plan.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import type { Diagnose } from '../evidence/finished-run.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import type { Message } from '../i18n/message.ts';
import type { ReceivedMessage } from '../i18n/translator.ts';
import type { SendEvent } from '../ipc/send-event.ts';
import type { PendingWrites } from './pending-writes.ts';
import type { SessionSecrets } from './session-secrets.ts';
import type { AppFacts } from '../contract/ipc/ipc-schema.ts';
import type { SupportContactStore } from '../profile/support-contact-store.ts';

/** What the session needs of the desktop; the adapter is thin and lives in shell/. */
export interface Desktop {
  downloadsFolder(): string;
  /** Asks the person for a folder; null if they closed the dialog. */
  chooseFolder(): Promise<string | null>;
  showInFolder(path: string): void;
  /** Opens a file with the program of its kind; false if there is none. */
  openFile(path: string): Promise<boolean>;
  copyText(text: RedactedText): Promise<void>;
  /** Puts a file on the clipboard, so that it can be pasted into a mail; false if the system took none. */
  copyFile(path: string): Promise<boolean>;
  /** Opens a `mailto:` address; false if no program took it. */
  openMail(address: string): Promise<boolean>;
  /** Lets the person drag a file out of the window. */
  drag(path: string): Promise<void>;
  /** Opens the system's menu to share a file; false where there is none. */
  share(path: string): boolean;
  /** The surest way to send with this computer's mail program. */
  sendWay(): Promise<SendWay>;
}

/** What is remembered from one report to the next, whatever it is about. */
export interface ReportMemory {
  contact(): Contact;
  /** The folder that was chosen last; null if none was. */
  reportFolder(): string | null;
  /** Takes what has changed; an empty field of the contact is forgotten. */
  remember(change: { readonly contact: Contact; readonly reportFolder?: string }): Promise<Result<null>>;
}

/** A quiet message of the system's. */
export interface Notice {
  readonly title: Message;
  /** The verdict's sentence, and the same in English where there is no message for it. */
  readonly body: { readonly told: Redacted<ReceivedMessage> | null; readonly english: RedactedText };
}

/** What a re-check needs of the computer; the adapter lives in shell/. */
export type Computer = Pick<RecheckPorts, 'monotonic' | 'wall' | 'after' | 'isOnline' | 'onPower'> & {
  readonly notify: (notice: Notice) => void;
  /** Asks for the system's leave to notify, before there is something to tell. */
  readonly prepareNotices: () => void;
};

/** Atlassian's Data residency page in a window of its own; the adapter lives in capture/. */
export interface ResidencyPage {
  /** Resolves when the page has loaded. */
  open(): Promise<void>;
  command(command: ResidencyCommand): Promise<void>;
  take(part: 'visible' | 'whole'): Promise<
    Result<{
      readonly png: Uint8Array;
      readonly facts: readonly ResidencyFact[];
      readonly residency: Residency;
      readonly proposals: readonly Box[];
      readonly hint: Message | null;
    }>
  >;
  forget(): Promise<void>;
}

/** Everything that a session is given from outside. */
export interface SessionPorts {
  readonly appFacts: AppFacts;
  readonly supportContacts: SupportContactStore;
  readonly secrets: SessionSecrets;
  readonly send: SendEvent;
  readonly diagnose: Diagnose;
  readonly hintsAbout: HintsAbout;
  readonly planOf: (sites: { readonly [K in keyof Sites]: SiteName | null }) => Plan;
  readonly pictureStore: PictureStore;
  readonly caseStore: CaseStore;
  readonly pendingWrites: PendingWrites;
  readonly desktop: Desktop;
  readonly memory: ReportMemory;
  readonly computer: Computer;
  readonly residencyPage: ResidencyPage;
  readonly listSources: () => Promise<CaptureSources>;
  readonly captureSource: (id: string | null) => Promise<Result<Uint8Array>>;
  /** Changing it also changes the menus. */
  readonly language: {
    current(): LanguageChoice;
    choose(language: LanguageChoice): Promise<Result<null>>;
  };
  /** Opens the app's menu at a place of the page. */
  readonly openMenu: (place: { readonly x: number; readonly y: number }) => void;
  /** Takes the commands that the window allows now, for the menu. */
  readonly onAllowedCommands: (commands: readonly MenuCommand[]) => void;
  /**
   * Opens a page of the closed list, on `site` where it is a page of a site. Resolves with null once a browser took it, else
   * with the page's address.
   */
  readonly openExternalPage: (page: ExternalPage, site: SiteName | null) => Promise<string | null>;
  /** Opens a page of support's in the person's browser; false if none took it. */
  readonly openPage: (address: string) => Promise<boolean>;
  /** Asks the person for a profile and reads it; null if they closed the dialog. */
  readonly chooseProfile: () => Promise<Result<Uint8Array> | null>;
  /** Returns what the app has written into its log since it started, the newest last. */
  readonly logLines: () => readonly string[];
  /** The evidence files that the app was started with (`--open FILE`, as often as there are files). */
  readonly evidenceArguments: readonly string[];
  /** Gives the window's page a new process, so that what was typed into the old one is gone. */
  readonly movePage: () => void;
}
