import { join } from 'node:path';

export type PackedKind = 'test' | 'release';

/** Folders that electron-builder packs from. */
export interface Staged {
  /** Goes into app.asar as it is, and nothing else does. */
  readonly app: string;
  /** Goes beside app.asar: licences and SBOM. */
  readonly beside: string;
  /** Source maps; not shipped with the app, published with a release so that a stack can be read. */
  readonly maps: string;
}

/** Where `stage` puts what it builds. */
export function stagedFolders(repository: string, kind: PackedKind): Staged {
  const root = join(repository, 'out', 'stage', kind);
  return { app: join(root, 'app'), beside: join(root, 'beside'), maps: join(root, 'maps') };
}
