import { checkFields, checkShapes, jsonStrings } from '../evidence/gate/gate-content.ts';
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
    return (await prepared).long(bytes);
  };
  const isClean = async ({ name, bytes }: CaseFile): Promise<boolean> => {
    if ((await find(bytes)).length > 0) return false;
    if (!name.endsWith('.json')) return true;
    const text = Buffer.from(bytes).toString('utf8');
    const strings = jsonStrings(text).join('\n');
    return (
      (await find(Buffer.from(strings, 'utf8'))).length === 0 &&
      checkShapes(strings).length === 0 &&
      checkFields(text).length === 0
    );
  };
  return async (files) => {
    for (const file of files) if (!(await isClean(file))) return false;
    return true;
  };
}
