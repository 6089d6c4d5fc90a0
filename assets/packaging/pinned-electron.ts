import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod';

import { sha256 } from './sums.ts';

/** One archive of Electron. */
export interface ElectronArchive {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
}

/** Fetches an archive and checks its sum; resolves with its path. */
export type FetchArchive = (
  archive: ElectronArchive & { readonly checksums: Readonly<Record<string, string>> },
) => Promise<string>;

/** Returns the SHA-256 of each archive, from Electron's npm package, which the lock file pins by its own sum. */
export function pinnedSums(): Readonly<Record<string, string>> {
  const text = readFileSync(fileURLToPath(import.meta.resolve('electron/checksums.json')), 'utf8');
  return z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)).parse(JSON.parse(text));
}

const fetchFromRelease: FetchArchive = async ({ checksums, ...archive }) => {
  const { downloadArtifact } = await import('@electron/get');
  return downloadArtifact({ ...archive, artifactName: 'electron', checksums: { ...checksums } });
};

/**
 * Fetches Electron for each processor into `folder`, under the names that electron-builder expects in `electronDist`; it
 * would otherwise trust the sums of the same download place. Rejects for an archive without a pinned sum or with another
 * one.
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
    if ((await sha256(placed)) !== expected) {
      rmSync(placed);
      throw new Error(`${name} is not the archive whose sum the npm package of Electron holds.`);
    }
  }
}
