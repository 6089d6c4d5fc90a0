import { randomBytes } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

import type { PictureStore } from '../capture/picture-store.ts';
import type { ChannelOutput } from '../contract/ipc/channels.ts';
import { isLocalPath } from '../contract/input/local-path.ts';
import { MAIL_LIMITS } from '../contract/values.ts';
import type { MailText } from '../contract/evidence.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Support } from '../contract/profile.ts';
import { MAX_BUNDLE } from '../contract/values.ts';
import { prepareBundle, previewOf } from '../evidence/bundle/prepare-bundle.ts';
import { fileFailureWords } from '../storage/file-failure.ts';
import { mailDraft, mailtoAddress } from '../evidence/documents/mail-draft.ts';
import { sha256Of } from '../evidence/bundle/manifest.ts';
import { readBundle } from '../evidence/bundle/read-bundle.ts';
import type { RedactedText } from '../evidence/redaction/redacted.ts';
import { saveBundle } from '../evidence/bundle/save-bundle.ts';
import { verifyBundle } from '../evidence/bundle/verify.ts';
import { message } from '../i18n/message.ts';
import type { SessionMemory, SavedFile } from './session-memory.ts';
import type { RedactedServices } from '../ipc/redacted-answers.ts';
import type { PendingWrites } from './pending-writes.ts';

/** What the services need of the desktop; the adapter is thin and lives in shell/. */
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
}

/** An evidence file that waits to be opened. */
export interface EvidenceOffer {
  readonly path: string;
  /** A person may choose any file in a dialog; what an argument names may be someone else's word. */
  readonly from: 'dialog' | 'argument';
}

export interface EvidencePorts {
  readonly memory: SessionMemory;
  readonly desktop: Desktop;
  readonly pictureStore: PictureStore;
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** What the app has written into its log since it started, the newest last. */
  readonly logLines: () => readonly string[];
  /** Whom the mail goes to. */
  readonly support: () => Support;
  /** Returns the evidence file that waits to be opened, once; null if there is none. */
  readonly takePendingEvidence: () => EvidenceOffer | null;
  /** Counts in what must not be cut off when the app ends. */
  readonly pendingWrites: PendingWrites;
  /** A bundle was saved. */
  readonly onSaved: (saved: {
    readonly id: string;
    readonly zipPath: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly mail: MailText;
  }) => void;
}

type EvidenceServices = Pick<
  RedactedServices,
  | 'previewEvidence'
  | 'saveEvidence'
  | 'verifyEvidence'
  | 'pendingEvidenceFile'
  | 'showInFolder'
  | 'openDraft'
  | 'mailWithFile'
  | 'copyFile'
  | 'dragFile'
  | 'shareFile'
  | 'copyMailText'
>;

const NOTHING = succeed(null);
const NO_DIAGNOSIS = message('failure.no-diagnosis');
const NO_BUNDLE = message('failure.no-bundle');
const NOT_THE_SAME = message('failure.not-the-same');

/** What the window may ask for around evidence files, one function a channel. */
export function evidenceServices(ports: EvidencePorts): EvidenceServices {
  const { memory, desktop } = ports;

  const withSaved = async (
    bundleId: string,
    use: (file: SavedFile) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    const file = memory.saved.get(bundleId);
    if (file === undefined) return fail('nothing-to-do', NO_BUNDLE);
    return (await isStillTheSame(file)) ? use(file) : fail('nothing-to-do', NOT_THE_SAME);
  };

  return {
    previewEvidence: async ({ residency, facts, note, leaveOut, smallerPictures }) => {
      const { rawRun } = memory;
      if (rawRun === null) return fail('nothing-to-do', NO_DIAGNOSIS);
      const pictures = await ports.pictureStore.finished(smallerPictures ? MAIL_LIMITS.some : null);
      const bundle = await prepareBundle({
        ...rawRun,
        residency,
        residencyFacts: facts,
        pictures,
        note,
        log: ports.logLines(),
        leaveOut,
        support: ports.support(),
        appVersion: ports.appFacts.version,
        createdAt: new Date(rawRun.diagnosis.finishedAt),
      });
      const preview = await previewOf(bundle);
      memory.prepared = { id: preview.previewId, bundle, secrets: rawRun.secrets };
      return succeed(preview);
    },

    saveEvidence: async ({ previewId, where }) => {
      if (memory.prepared?.id !== previewId) return fail('nothing-to-do', NO_BUNDLE);
      const { bundle, secrets } = memory.prepared;
      const folder = where === 'downloads' ? desktop.downloadsFolder() : await desktop.chooseFolder();
      if (folder === null) return succeed(null);
      const written = await ports.pendingWrites.track(saveBundle(bundle, folder, secrets));
      if (!written.ok) return written;
      const { zipPath, draftPath } = written.value;
      const id = randomBytes(8).toString('hex');
      const { mail } = bundle;
      const bytes = bundle.zip.length;
      memory.saved.set(id, { zipPath, draftPath, mail, sha256: null });
      ports.onSaved({ id, zipPath, sha256: sha256Of(bundle.zip), bytes, mail });
      return succeed({ bundleId: id, ...namesOf(zipPath), bytes, mail });
    },

    verifyEvidence: async ({ bytes }) => succeed(await verifyBundle(bytes)),

    pendingEvidenceFile: async () => {
      const file = ports.takePendingEvidence();
      if (file === null) return succeed(null);
      if (file.from === 'argument' && !isLocalPath(file.path, process.platform))
        return fail('bad-input', message('failure.read-elsewhere'));
      try {
        return succeed(await verifyBundle(await readBundle(file.path)));
      } catch (error) {
        return fail('bad-input', message('failure.read', { reason: fileFailureWords(error) }));
      }
    },

    showInFolder: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        desktop.showInFolder(zipPath);
        return NOTHING;
      }),

    openDraft: async ({ bundleId }) =>
      withSaved(bundleId, async (file) => {
        if (!(await isOwnDraft(file))) return fail('nothing-to-do', NOT_THE_SAME);
        return (await desktop.openFile(file.draftPath))
          ? NOTHING
          : fail('cannot-open', message('failure.draft'));
      }),

    mailWithFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath, mail }) => {
        const isCopied = await desktop.copyFile(zipPath);
        if (!(await desktop.openMail(mailtoAddress(mail))))
          return fail('cannot-open', message('failure.mail'));
        return isCopied ? NOTHING : fail('cannot-open', message('failure.mail-without-file'));
      }),

    copyFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) =>
        (await desktop.copyFile(zipPath)) ? NOTHING : fail('cannot-open', message('failure.copy-file')),
      ),

    dragFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        await desktop.drag(zipPath);
        return NOTHING;
      }),

    shareFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) =>
        desktop.share(zipPath) ? NOTHING : fail('cannot-open', message('failure.share')),
      ),

    copyMailText: async ({ bundleId, what }) => {
      const file = memory.saved.get(bundleId);
      if (file === undefined) return fail('nothing-to-do', NO_BUNDLE);
      const { to, subject, body } = file.mail;
      await desktop.copyText({ address: to, subject, body }[what]);
      return NOTHING;
    },
  };
}

/** The names of a saved bundle, its draft and its folder, as the window may know them. */
export function namesOf(
  zipPath: string,
  platform: NodeJS.Platform = process.platform,
): {
  readonly fileName: string;
  readonly draftName: string;
  readonly folderName: string;
} {
  const path = platform === 'win32' ? win32 : posix;
  const folder = path.dirname(zipPath);
  return {
    fileName: path.basename(zipPath),
    draftName: path.basename(draftPathFor(zipPath)),
    folderName: path.basename(folder) || folder,
  };
}

/** The mail draft of a saved bundle: it has the same name. */
export function draftPathFor(zipPath: string): string {
  return zipPath.replace(/\.zip$/iu, '.eml');
}

/** Whether a file that was saved days ago is still that file, before it goes out. */
async function isStillTheSame({ zipPath, sha256 }: SavedFile): Promise<boolean> {
  if (sha256 === null) return true;
  // The path of a kept case is whatever its file says.
  if (!isLocalPath(zipPath, process.platform)) return false;
  try {
    const stat = await lstat(zipPath);
    return stat.isFile() && stat.size <= MAX_BUNDLE && sha256Of(await readFile(zipPath)) === sha256;
  } catch {
    return false;
  }
}

const NUMBER_OF_A_TAKEN_NAME = /-\d+(?=\.zip$)/u;

/**
 * Whether a draft that was written days ago is the one that we would write: another one may go to somebody else, with
 * another file. The zip has been compared before.
 */
async function isOwnDraft({ zipPath, draftPath, mail, sha256 }: SavedFile): Promise<boolean> {
  if (sha256 === null) return true;
  try {
    const fileName = namesOf(zipPath).fileName.replace(NUMBER_OF_A_TAKEN_NAME, '');
    const own = await mailDraft({ mail, fileName, zip: await readFile(zipPath) });
    const stat = await lstat(draftPath);
    return stat.isFile() && stat.size === own.length && (await readFile(draftPath)).equals(own);
  } catch {
    return false;
  }
}
