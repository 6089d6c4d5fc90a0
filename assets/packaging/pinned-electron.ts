import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import * as z from 'zod';

const require = createRequire(import.meta.url);

/** What is fetched: one archive of Electron. */
export interface ElectronArchive {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
}

/** Fetches an archive and holds it against the sums; resolves with its path. */
export type FetchArchive = (
  archive: ElectronArchive & { readonly checksums: Readonly<Record<string, string>> },
) => Promise<string>;

/** SHA-256 of each archive, out of the npm package of Electron, which the lock file pins by its own sum. */
export function pinnedSums(): Readonly<Record<string, string>> {
  const text = readFileSync(require.resolve('electron/checksums.json'), 'utf8');
  return z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)).parse(JSON.parse(text));
}

const fetchFromRelease: FetchArchive = async ({ checksums, ...archive }) => {
  const { downloadArtifact } = await import('@electron/get');
  return downloadArtifact({ ...archive, artifactName: 'electron', checksums: { ...checksums } });
};

/**
 * Fetches Electron for each processor into `folder`, under the names by which electron-builder looks for them in a folder
 * that is its `electronDist`; without that it would fetch them itself and believe the sums of the same place. Rejects for
 * an archive without a pinned sum or with another one.
 */
export async function placePinnedElectron(
  folder: string,
  archives: readonly ElectronArchive[],
  fetchArchive: FetchArchive = fetchFromRelease,
  checksums: Readonly<Record<string, string>> = pinnedSums(),
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const archive of archives) {
    const name = `electron-v${archive.version}-${archive.platform}-${archive.arch}.zip`;
    const expected = checksums[name];
    if (expected === undefined) throw new Error(`The npm package of Electron has no sum for ${name}.`);
    const path = await fetchArchive({ ...archive, checksums });
    const placed = join(folder, name);
    copyFileSync(path, placed);
    const hash = createHash('sha256');
    await pipeline(createReadStream(placed), hash);
    if (hash.digest('hex') !== expected) {
      rmSync(placed);
      throw new Error(`${name} is not the archive whose sum the npm package of Electron holds.`);
    }
  }
}
