import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import { isLocalPath } from '../../contract/input/local-path.ts';
import { MAIL_LIMITS } from '../../contract/values.ts';
import { fail, succeed, thenSucceed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import type { ArrivedBundle } from '../../contract/report/verification.ts';
import { sha256Of } from '../../evidence/bundle/manifest.ts';
import { prepareBundle, previewOf } from '../../evidence/bundle/prepare-bundle.ts';
import { readBundle } from '../../evidence/bundle/read-bundle.ts';
import { saveBundle } from '../../evidence/bundle/save-bundle.ts';
import { mailtoAddress } from '../../evidence/documents/mail-draft.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import { fileFailureWords } from '../../storage/file-failure.ts';
import type { CaseSaver } from '../case-saver.ts';
import { cleanContact } from '../clean-input.ts';
import { folderNameOf, isOwnDraft, isStillTheSame, namesOf } from '../saved-file.ts';
import type { SavedFile } from '../saved-file.ts';
import type { SessionPorts } from '../session-ports.ts';
import type { SessionState } from '../session-state.ts';

const NO_DIAGNOSIS = message('failure.no-diagnosis');
const NO_BUNDLE = message('failure.no-bundle');
const NOT_THE_SAME = message('failure.not-the-same');

/** Answers `evidence.*`: the bundle before and after it is written, and the ways to send it. */
export function evidenceService(
  ports: SessionPorts,
  state: SessionState,
  saver: CaseSaver,
): Services['evidence'] {
  const { desktop, memory, secrets } = ports;

  const done = (isDone: boolean, words: Message): Result<null> =>
    isDone ? succeed(null) : fail('cannot-open', words);

  // Loaded on demand: the check itself needs neither the mail parser nor the reader of foreign zips.
  const inspect = async (name: string, bytes: Uint8Array): Promise<ArrivedBundle[]> => {
    const { inspectForWindow } = await import('../../desk/arrived-bundle.ts');
    return inspectForWindow(name, bytes, ports.appFacts.version);
  };

  /** Returns the answer to a request about a saved bundle, which must still be the file that was saved. */
  const withSaved =
    (use: (file: SavedFile) => Promise<Result<null>>) =>
    async ({ bundleId }: { readonly bundleId: string }): Promise<Result<null>> => {
      const file = state.saved.get(bundleId);
      if (file === undefined) return fail('nothing-to-do', NO_BUNDLE);
      return (await isStillTheSame(file)) ? use(file) : fail('nothing-to-do', NOT_THE_SAME);
    };

  /** The same for a way to send it. That it worked is noted in the kept case. */
  const sending =
    (send: (file: SavedFile) => Promise<Result<null>>) =>
    async (named: { readonly bundleId: string }): Promise<Result<null>> => {
      const sent = await withSaved(send)(named);
      if (sent.ok) void saver.noteSent(named.bundleId);
      return sent;
    };

  /** The folder that was chosen last, unless it is gone; else Downloads. */
  const usualFolder = async (): Promise<string> => {
    const chosen = memory.reportFolder();
    return chosen !== null && (await isFolder(chosen)) ? chosen : desktop.downloadsFolder();
  };

  return {
    contact: async () => succeed(memory.contact()),
    folder: async () => succeed({ folderName: folderNameOf(await usualFolder()) }),
    sendWay: async () => succeed({ way: await desktop.sendWay() }),

    preview: async ({ residency, facts, note, intake, leaveOut, smallerPictures }) => {
      if (secrets.result === null) return fail('nothing-to-do', NO_DIAGNOSIS);
      const { raw } = secrets.result;
      // Also one that was typed since the run, into a form that was refused.
      const known = secrets.known();
      const pictures = await ports.pictureStore.finished(smallerPictures ? MAIL_LIMITS.some : null);
      const bundle = await prepareBundle({
        ...raw,
        secrets: known,
        residency,
        residencyFacts: facts,
        pictures,
        note,
        intake,
        log: ports.logLines(),
        leaveOut,
        support: ports.supportContacts.shown().support,
        appVersion: ports.appFacts.version,
        createdAt: new Date(raw.diagnosis.finishedAt),
      });
      const preview = await previewOf(bundle);
      const contact = cleanContact(intake, secrets.redactor());
      secrets.prepared = { id: preview.previewId, bundle, secrets: known, contact };
      return succeed(preview);
    },

    save: async ({ previewId, where }) => {
      if (secrets.prepared?.id !== previewId) return fail('nothing-to-do', NO_BUNDLE);
      const { bundle, secrets: earlier, contact } = secrets.prepared;
      const folder = where === 'usual' ? await usualFolder() : await desktop.chooseFolder();
      if (folder === null) return succeed(null);
      const written = await ports.pendingWrites.track(saveBundle(bundle, folder, secrets.knownWith(earlier)));
      if (!written.ok) return written;
      const { zipPath, draftPath } = written.value;
      const id = randomBytes(8).toString('hex');
      const { mail, zip } = bundle;
      state.saved.set(id, { zipPath, draftPath, mail, sha256: null });
      // Not remembered, it is asked for again; the report is saved all the same.
      void memory.remember(where === 'choose' ? { contact, reportFolder: folder } : { contact });
      void saver.addBundle({ id, zipPath, sha256: sha256Of(zip), bytes: zip.length, mail });
      return succeed({ bundleId: id, ...namesOf(zipPath), bytes: zip.length, mail });
    },

    verify: async ({ name, bytes }) => succeed(await inspect(name, bytes)),

    takePending: async () => {
      const { evidence } = state;
      const { pending } = evidence;
      // Asked for in vain, as when a page begins, those before can still be inspected.
      if (pending.length > 0) Object.assign(evidence, { pending: [], taken: pending });
      return succeed(pending.map(({ path }) => basename(path)));
    },

    verifyTaken: async ({ at }) => {
      const file = state.evidence.taken[at];
      if (file === undefined) return fail('nothing-to-do', NO_BUNDLE);
      if (file.from === 'argument' && !isLocalPath(file.path, process.platform))
        return fail('bad-input', message('failure.read-elsewhere'));
      const name = basename(file.path);
      try {
        const bytes = await readBundle(file.path);
        return succeed(await inspect(name, bytes));
      } catch (error) {
        const shown = escapeControlCharacters(name.toWellFormed());
        return fail('bad-input', message('desk.not-read', { name: shown, reason: fileFailureWords(error) }));
      }
    },

    showInFolder: withSaved(thenSucceed(({ zipPath }) => desktop.showInFolder(zipPath))),

    openDraft: sending(async (file) =>
      (await isOwnDraft(file))
        ? done(await desktop.openFile(file.draftPath), message('failure.draft'))
        : fail('nothing-to-do', NOT_THE_SAME),
    ),

    mail: sending(async ({ zipPath, mail }) => {
      const isCopied = await desktop.copyFile(zipPath);
      return (await desktop.openMail(mailtoAddress(mail)))
        ? done(isCopied, message('failure.mail-without-file'))
        : fail('cannot-open', message('failure.mail'));
    }),

    copyFile: sending(async ({ zipPath }) =>
      done(await desktop.copyFile(zipPath), message('failure.copy-file')),
    ),

    drag: sending(thenSucceed(({ zipPath }) => desktop.drag(zipPath))),

    share: sending(async ({ zipPath }) => done(desktop.share(zipPath), message('failure.share'))),

    copyMailText: async ({ bundleId, what }) => {
      const file = state.saved.get(bundleId);
      if (file === undefined) return fail('nothing-to-do', NO_BUNDLE);
      await desktop.copyText(file.mail[what === 'address' ? 'to' : what]);
      return succeed(null);
    },
  };
}

/** Whether there is such a folder on this computer; one on another computer is not looked at. */
async function isFolder(path: string): Promise<boolean> {
  if (!isLocalPath(path, process.platform)) return false;
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}
