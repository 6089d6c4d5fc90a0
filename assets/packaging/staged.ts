import { join } from 'node:path';

export type PackedKind = 'test' | 'release';

/** The folders for electron-builder. */
export interface Staged {
  /** All of app.asar. */
  readonly app: string;
  /** Licences and SBOM, next to app.asar. */
  readonly beside: string;
  /** Source maps, published with a release but not shipped. */
  readonly maps: string;
}

/** Returns the output folders of `stage`. */
export function stagedFolders(repository: string, kind: PackedKind): Staged {
  const root = join(repository, 'out', 'stage', kind);
  return { app: join(root, 'app'), beside: join(root, 'beside'), maps: join(root, 'maps') };
}
