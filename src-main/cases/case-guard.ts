import { inTurns } from '../evidence/cooperative-steps.ts';
import { checkFields, checkShapes } from '../evidence/gate/check-shapes.ts';
import { jsonLines } from '../evidence/gate/json-strings.ts';
import { createByteSearch } from '../evidence/search/search-bytes.ts';
import type { ByteSearch } from '../evidence/search/search-bytes.ts';
import type { KnownSecrets } from '../evidence/search/known-secrets.ts';

export interface CaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Resolves with whether files hold no secret in any encoding. */
export type CaseGuard = (files: readonly CaseFile[]) => Promise<boolean>;

/**
 * Returns the last check before a case is written, with the gate's own search: every known secret in every encoding and in
 * fragments, in the bytes and in JSON's unescaped strings; then shapes of credentials and fields for them. `known` is null
 * while no secret is held.
 */
export function createCaseGuard(known: KnownSecrets | null): CaseGuard {
  // Thousands of patterns, so only on demand.
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
