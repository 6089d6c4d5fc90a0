import { lstat, readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

import type { KeptCase } from '../contract/case.ts';
import type { SavedBundle } from '../contract/report/evidence.ts';
import { isLocalPath } from '../contract/input/local-path.ts';
import { MAX_BUNDLE } from '../contract/values.ts';
import { sha256Of } from '../evidence/bundle/manifest.ts';
import { cleanMail, mailDraft } from '../evidence/documents/mail-draft.ts';
import type { RedactedMail } from '../evidence/documents/mail-draft.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';

/** A bundle that was saved: where it lies with its draft, and the mail that goes with it. */
export interface SavedFile {
  readonly zipPath: string;
  readonly draftPath: string;
  readonly mail: RedactedMail;
  /** What the zip must still be; null for one that was saved just now. */
  readonly sha256: string | null;
}

/** Returns the names of a saved bundle, its draft and its folder, which is what the window may know of them. */
export function namesOf(
  zipPath: string,
  platform: NodeJS.Platform = process.platform,
): Pick<SavedBundle, 'fileName' | 'draftName' | 'folderName'> {
  const path = platform === 'win32' ? win32 : posix;
  return {
    fileName: path.basename(zipPath),
    draftName: path.basename(draftPathFor(zipPath)),
    folderName: folderNameOf(path.dirname(zipPath), platform),
  };
}

/** Returns the name of a folder; the whole path of one that has none, such as a drive. */
export function folderNameOf(folder: string, platform: NodeJS.Platform = process.platform): string {
  return (platform === 'win32' ? win32 : posix).basename(folder) || folder;
}

/** Returns the bundles of a kept case, by their ids. Its file may be anybody's, so the mails are redacted once more. */
export function savedFilesOf({ bundles }: KeptCase, redactor: Redactor): ReadonlyMap<string, SavedFile> {
  return new Map(
    bundles.map(({ id, zipPath, mail, sha256 }) => [
      id,
      { zipPath, draftPath: draftPathFor(zipPath), mail: cleanMail(mail, redactor), sha256 },
    ]),
  );
}

/** Returns the path of a saved bundle's mail draft, which has the same name. */
export function draftPathFor(zipPath: string): string {
  return zipPath.replace(/\.zip$/iu, '.eml');
}

/** Whether a file that was saved days ago is still that file, before it goes out. */
export async function isStillTheSame({ zipPath, sha256 }: SavedFile): Promise<boolean> {
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
 * another file. To be called after `isStillTheSame`.
 */
export async function isOwnDraft({ zipPath, draftPath, mail, sha256 }: SavedFile): Promise<boolean> {
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
