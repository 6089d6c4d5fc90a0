import { MAX_ARRIVAL } from '../../contract/values.ts';
import { readPlainFile } from '../../storage/read-plain-file.ts';

/** Reads a file that should be a bundle or a mail with one, at most one byte more than the largest. Rejects with Node's error. */
export function readBundle(path: string): Promise<Uint8Array> {
  return readPlainFile(path, MAX_ARRIVAL);
}
