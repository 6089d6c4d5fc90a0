import { createHash } from 'node:crypto';

import * as z from 'zod';

import { examplePaths } from '../../contract/report/bundle-files.ts';
import { nextTurn } from '../cooperative-steps.ts';

/** `manifest.json`, by which a receiver can tell whether a bundle is whole and unchanged. */
export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  appVersion: z.string(),
  rulesVersion: z.string(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  /** Every file of the bundle but this one, in the bundle's order. */
  files: z.array(
    z.strictObject({
      path: z.string().meta({ examples: examplePaths() }),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      /** Tags in the file. */
      removed: z.number().int().nonnegative(),
    }),
  ),
  /** What support would like to have and will not find, one sentence each. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Returns the SHA-256 in lower case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const PIECE_BYTES = 4 * 1024 * 1024;

/** Resolves with the same; handles events between pieces of a file of megabytes. */
export async function sha256InTurns(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    hash.update(bytes.subarray(start, start + PIECE_BYTES));
    await nextTurn();
  }
  return hash.digest('hex');
}
