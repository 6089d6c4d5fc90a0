import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Resolves with the SHA-256 of a file, in hex. */
export async function sha256(file: string): Promise<string> {
  return hash('sha256', await readFile(file));
}

/** Resolves with a line for each file as `sha256sum --check` reads them (coreutils), sorted by name. */
export async function sumsOf(files: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    [...files].sort().map(async (file) => `${await sha256(file)}  ${basename(file)}\n`),
  );
  return lines.join('');
}
