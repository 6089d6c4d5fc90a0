import { fail } from '../contract/failure.ts';
import type { FailureCode, Result } from '../contract/failure.ts';

interface FileFailure {
  readonly code: FailureCode;
  /** What is wrong; true of a file and of a folder, to stand behind a colon. */
  readonly words: string;
}

const NOT_ALLOWED: FileFailure = { code: 'folder-not-writable', words: 'this computer does not allow it.' };
const READ_ONLY: FileFailure = { code: 'folder-not-writable', words: 'the disk is read-only.' };
const FULL: FileFailure = { code: 'disk-full', words: 'the disk is full.' };
const GONE: FileFailure = { code: 'folder-missing', words: 'it is not there.' };
const IN_THE_WAY: FileFailure = {
  code: 'file-in-the-way',
  words: 'a file or folder of another kind stands in the way.',
};
const HELD: FileFailure = { code: 'file-held', words: 'another program holds it.' };
const TOO_LONG: FileFailure = { code: 'folder-not-writable', words: 'its name is too long.' };
const UNKNOWN: FileFailure = { code: 'folder-not-writable', words: 'the disk did not answer as it should.' };

/** By the codes of Node's file system errors (errno(3)). */
const BY_ERRNO: Readonly<Record<string, FileFailure>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  ENOENT: GONE,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
  EBUSY: HELD,
  ETXTBSY: HELD,
  ENAMETOOLONG: TOO_LONG,
};

/** What was being saved, in the words of each failure. */
const SAVE_SENTENCES: Readonly<Partial<Record<FailureCode, string>>> = {
  'disk-full': 'The evidence could not be saved: the disk is full. Make room, or choose another folder.',
  'folder-missing': 'The evidence could not be saved: the folder is not there. Choose another folder.',
  'file-held':
    'The evidence could not be saved: another program holds the file, most often a virus scanner. Wait a moment and save it again, or choose another folder.',
  'file-in-the-way':
    'The evidence could not be saved: a file stands where the folder should be, or too many files have this name already. Choose another folder.',
};

/** The kind of failure that Node's `fs` rejected with, and words for it that stand behind a colon. */
export function fileFailure(error: unknown): FileFailure {
  return BY_ERRNO[errnoOf(error)] ?? UNKNOWN;
}

/** The code of Node's file system error, or an empty text. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What went wrong with a file or folder, in words that stand behind a colon. Takes what Node's `fs` rejected with. */
export function describeFileFailure(error: unknown): string {
  return fileFailure(error).words;
}

/** The failed result of saving the evidence in a folder. */
export function saveFailure(error: unknown): Result<never> {
  const { code } = fileFailure(error);
  return fail(
    code,
    SAVE_SENTENCES[code] ??
      'The evidence could not be saved: this folder does not take new files. Choose another folder.',
  );
}
