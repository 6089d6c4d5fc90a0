import { fail } from '../contract/failure.ts';
import type { FailureCode, Result } from '../contract/failure.ts';
import type { MessageKey } from '../i18n/catalog.ts';
import { message } from '../i18n/message.ts';
import type { MessageRef, MessageValues } from '../i18n/message.ts';
import { tEnglish } from '../i18n/translator.ts';

interface FileFailure {
  readonly code: FailureCode;
  /** Words behind a colon, for a file or a folder. */
  readonly key: Extract<MessageKey, `failure.file.${string}`>;
}

const NOT_ALLOWED: FileFailure = { code: 'folder-not-writable', key: 'failure.file.not-allowed' };
const FULL: FileFailure = { code: 'disk-full', key: 'failure.file.full' };
const IN_THE_WAY: FileFailure = { code: 'file-in-the-way', key: 'failure.file.in-the-way' };
const HELD: FileFailure = { code: 'file-held', key: 'failure.file.held' };
const UNKNOWN: FileFailure = { code: 'folder-not-writable', key: 'failure.file.unknown' };

/** By the codes of Node's file system errors (errno(3)). */
const BY_ERRNO: Readonly<Record<string, FileFailure>> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: { code: 'folder-not-writable', key: 'failure.file.read-only' },
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  ENOENT: { code: 'folder-missing', key: 'failure.file.gone' },
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
  EBUSY: HELD,
  ETXTBSY: HELD,
  ENAMETOOLONG: { code: 'folder-not-writable', key: 'failure.file.name-too-long' },
};

const SAVE_SENTENCES: Readonly<Partial<Record<FailureCode, MessageKey>>> = {
  'disk-full': 'failure.save.disk-full',
  'folder-missing': 'failure.save.folder-missing',
  'file-held': 'failure.save.held',
  'file-in-the-way': 'failure.save.in-the-way',
};

/** Returns the failure for an error of Node's `fs`. */
export function fileFailure(error: unknown): FileFailure {
  return BY_ERRNO[errnoOf(error)] ?? UNKNOWN;
}

/** Returns the code of Node's file system error, or an empty text. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Returns words for an error of Node's `fs`, to stand behind a colon. */
export function fileFailureWords(error: unknown): MessageRef {
  return { key: fileFailure(error).key };
}

/** The same in English, for the terminal. */
export function describeFileFailure(error: unknown): string {
  return tEnglish(fileFailure(error).key);
}

/** Returns the failure for an error of Node's `fs`, with a sentence that takes its words as `reason`. */
export function failFor(error: unknown, key: MessageKey, values: MessageValues = {}): Result<never> {
  return fail(fileFailure(error).code, message(key, { ...values, reason: fileFailureWords(error) }));
}

/** Returns the failure of saving the evidence in a folder. */
export function saveFailure(error: unknown): Result<never> {
  const { code } = fileFailure(error);
  return fail(code, message(SAVE_SENTENCES[code] ?? 'failure.save.other'));
}
