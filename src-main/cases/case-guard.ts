import { inTurns } from '../evidence/cooperative-steps.ts';
import { checkFields, checkShapes } from '../evidence/gate/check-content.ts';
import { jsonLines } from '../evidence/gate/json-strings.ts';
import { createByteSearch } from '../evidence/search/search-bytes.ts';
import type { ByteSearch } from '../evidence/search/search-bytes.ts';
import type { KnownSecrets } from '../evidence/search/known-secrets.ts';

/** A file of a case that is about to be written. */
export interface CaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether files may be written: nothing in them is a secret, in whatever encoding. */
export type CaseGuard = (files: readonly CaseFile[]) => Promise<boolean>;

/**
 * The last look at what is to be kept, with the gate's own search: every secret of the open run in every encoding and in
 * fragments, in the bytes as they are and in JSON's strings as they read; and whatever has a credential's shape or stands
 * in a field for one. Null when no secret is held; then shapes and fields alone are looked at.
 */
export function createCaseGuard(known: KnownSecrets | null): CaseGuard {
  // Thousands of patterns, which most cases never need.
  let prepared: Promise<ByteSearch> | null = null;
  const find = async (bytes: Uint8Array): Promise<readonly string[]> => {
    if (known === null) return [];
    prepared ??= createByteSearch(known);
    return inTurns((await prepared)(bytes));
  };
  const isClean = async ({ name, bytes }: CaseFile): Promise<boolean> => {
    if ((await find(bytes)).length > 0) return false;
    if (!name.endsWith('.json')) return true;
    const text = Buffer.from(bytes).toString('utf8');
    const strings = await inTurns(jsonLines(text));
    return (
      (await find(Buffer.from(strings, 'utf8'))).length === 0 &&
      (await inTurns(checkShapes(strings))).length === 0 &&
      (await inTurns(checkFields(text))).length === 0
    );
  };
  return async (files) => {
    for (const file of files) if (!(await isClean(file))) return false;
    return true;
  };
}
